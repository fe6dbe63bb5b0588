using Alerts.Client;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>Asks a server at rest for everything it holds, over its public calls only.</summary>
internal sealed class Dump(AlertsClient client, HistoryFile history)
{
    private const int LargestPage = 500;

    public async Task RunAsync(IEnumerable<string> reports, CancellationToken cancellationToken)
    {
        foreach (string report in reports)
            await ReportAsync(report, cancellationToken);
        await IncidentsAsync(cancellationToken);
        await AlertsAsync(cancellationToken);
        await ThreatsAsync(cancellationToken);
    }

    private async Task ReportAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            Report report = (await client.Ingest.GetReportAsync(new GetReportRequest { Name = name }, cancellationToken: cancellationToken)).Report;
            history.Add(new HistoryRecord.StoredReport(report.Name, report.Source.Name, report.Incident));
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            // No record: the checker tells.
        }
    }

    private async Task IncidentsAsync(CancellationToken cancellationToken)
    {
        var request = new ListIncidentsRequest { PageSize = LargestPage };
        do
        {
            ListIncidentsResponse page = await client.Ingest.ListIncidentsAsync(request, cancellationToken: cancellationToken);
            foreach (Incident incident in page.Incidents)
                history.Add(new HistoryRecord.StoredIncident(incident.Name, [.. incident.Reports.Select(r => r.Report)], [.. incident.Reports.Select(r => r.Source)]));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    private async Task AlertsAsync(CancellationToken cancellationToken)
    {
        var alerts = new List<Alert>();
        var request = new ListAlertsRequest { PageSize = LargestPage };
        do
        {
            ListAlertsResponse page = await client.Notify.ListAlertsAsync(request, cancellationToken: cancellationToken);
            alerts.AddRange(page.Alerts);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        // Listed newest first; a history has the order of the log.
        alerts.Reverse();
        foreach (Alert alert in alerts)
            history.Add(new HistoryRecord.StoredAlert(alert.Name, alert.Situation, alert.SituationRevision, Subscriber.Body(alert), alert.Incident?.Name ?? "", Countries(alert)));
    }

    // All that an alert says of where: the contract lets a filter on countries fit if one of them does. What is about the system is for everybody.
    private static string[]? Countries(Alert alert)
    {
        if (alert.Kind == SituationKind.System)
            return null;
        IEnumerable<Place?> sites = [alert.Place, .. alert.Incident?.Sites.Select(s => s.Place) ?? []];
        return [.. alert.Cities.Select(c => c.City.CountryCode).Concat(sites.Select(s => s?.CountryCode ?? "")).Where(c => c.Length > 0).Distinct()];
    }

    private async Task ThreatsAsync(CancellationToken cancellationToken)
    {
        var request = new ListCityThreatsRequest { PageSize = LargestPage, MinimumLevel = ThreatLevel.Moderate };
        do
        {
            ListCityThreatsResponse page = await client.Risk.ListCityThreatsAsync(request, cancellationToken: cancellationToken);
            foreach (CityThreat threat in page.Threats)
                history.Add(new HistoryRecord.StoredThreat(threat.City.GeonamesId, [.. threat.Situations]));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }
}
