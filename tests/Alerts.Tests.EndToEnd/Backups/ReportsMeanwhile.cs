using System.Collections.Concurrent;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Backups;

/// <summary>Reports that come in from several callers while a backup is made, and what must be there of them when it is restored.</summary>
internal static class ReportsMeanwhile
{
    private const int Reporters = 4;
    private const int Before = 40;

    // Some tens a second: something is always under way, and no backlog grows on a busy machine that a restored system would have to work off first.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    // Folding and alerting what was under way takes seconds on a busy machine; longer means that it never comes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes the backup once some reports are accepted, and goes on reporting until it is made.</summary>
    /// <returns>Names of the reports that were accepted before it began.</returns>
    public static async Task<string[]> BackUpAsync(AlertsClient client, Func<Task> backUp)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var accepted = new ConcurrentQueue<string>();
        Task[] reporting = [.. Enumerable.Range(0, Reporters).Select(r => ReportAsync(client, r, accepted, stop.Token))];
        while (accepted.Count < Before)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        string[] before = [.. accepted];
        await backUp();
        await stop.CancelAsync();
        await Task.WhenAll(reporting);
        Assert.True(accepted.Count > before.Length, "Reports came in meanwhile.");
        return before;
    }

    /// <summary>Waits until every report is told of by an alert, and no alert tells of a revision that ingest does not know.</summary>
    public static async Task AgreeAsync(AlertsClient client, string[] reports)
    {
        await AllAlertedAsync(client, reports);
        foreach (Alert alert in await AlertsAsync(client))
        {
            Incident known = (await client.Ingest.GetIncidentAsync(new GetIncidentRequest { Name = alert.Incident.Name }, cancellationToken: Cancel)).Incident;
            Assert.True(alert.Incident.Revision <= known.Revision, $"{alert.Name} tells of a revision that ingest does not know.");
        }
    }

    // Each at a place of its own, so that each raises an alert.
    private static async Task ReportAsync(AlertsClient client, int reporter, ConcurrentQueue<string> accepted, CancellationToken stop)
    {
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            Report report = Samples.Attack();
            report.Sites[0].Reference = new PlaceReference { Point = new GeoPoint { Latitude = 12 + (0.2 * reporter), Longitude = -8 + (0.05 * i) }, Precision = PlacePrecision.Point };
            try
            {
                accepted.Enqueue((await client.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = report }, cancellationToken: stop)).Name);
                await Task.Delay(Between, TimeProvider.System, stop);
            }
            catch (Exception e) when (e is OperationCanceledException or Grpc.Core.RpcException { StatusCode: Grpc.Core.StatusCode.Cancelled })
            {
                return;
            }
        }
    }

    private static async Task AllAlertedAsync(AlertsClient client, string[] reports)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limited.CancelAfter(Longest);
        while (true)
        {
            HashSet<string> told = [.. (await AlertsAsync(client)).SelectMany(a => a.Incident.Reports).Select(r => r.Report)];
            string[] missing = [.. reports.Where(r => !told.Contains(r))];
            if (missing.Length == 0)
                return;
            Assert.False(limited.IsCancellationRequested, $"{missing.Length} of {reports.Length} reports have no alert: {string.Join(' ', missing.Take(3))}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel);
        }
    }

    private static async Task<IReadOnlyList<Alert>> AlertsAsync(AlertsClient client)
    {
        var alerts = new List<Alert>();
        string token = "";
        do
        {
            ListAlertsResponse page = await client.Notify.ListAlertsAsync(new ListAlertsRequest { PageSize = 500, PageToken = token }, cancellationToken: Cancel);
            alerts.AddRange(page.Alerts);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return [.. alerts.Where(a => a.Incident is not null)];
    }
}
