using Alerts.Client;
using Alerts.V1;

namespace Alerts.Cli.Commands;

// Waits until a report has become part of an incident.
internal sealed class FoldingWait(AlertsClient client, TimeProvider time)
{
    // Folding takes about a second; a server that is behind is told by 'alerts status'.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Null for a report that feeds none.
    public async Task<Incident?> IncidentOfAsync(string report, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        while (true)
        {
            Report now = (await client.Ingest.GetReportAsync(new GetReportRequest { Name = report }, cancellationToken: cancellation)).Report;
            if (now.Incident.Length > 0)
                return (await client.Ingest.GetIncidentAsync(new GetIncidentRequest { Name = now.Incident }, cancellationToken: cancellation)).Incident;
            if (now.State is ReportState.Withheld or ReportState.Retracted) return null;
            if (time.GetElapsedTime(start) > Patience)
                throw new CliException(ExitCodes.Unhealthy, "NOT_FOLDED", $"{report} is stored, but has not become part of an incident in {Patience.TotalSeconds:0} s. See 'alerts status'.");
            await Task.Delay(Pause, time, cancellation);
        }
    }
}
