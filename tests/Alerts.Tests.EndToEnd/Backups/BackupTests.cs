using System.Collections.Concurrent;
using System.Text.Json;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Backups;

/// <summary>A backup of a server that reports come in to, restored: everything of before is there, and the services agree.</summary>
public sealed class BackupTests
{
    private const int Reporters = 4;
    private const int Before = 40;

    // Folding and alerting what was under way takes seconds on a busy machine; longer means that it never comes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backup_WhileReportsComeIn_RestoresEverythingOfBeforeAndTheServicesAgree()
    {
        using var folder = new TestFolder();
        string file = Path.Combine(folder.Path, "backup.tar.gz");
        string[] before;
        using (AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream"))
        {
            using AlertsClient client = server.Connect();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var accepted = new ConcurrentQueue<string>();
            Task[] reporting = [.. Enumerable.Range(0, Reporters).Select(r => ReportAsync(client, r, accepted, stop.Token))];
            while (accepted.Count < Before)
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
            before = [.. accepted];
            (int code, string output) = await AlertsProcess.Run(folder, "backup", "--data", folder.Data, "--out", file, "--json").EndAsync(Cancel);
            Assert.True(code == 0, output);
            Assert.Equal(file, JsonDocument.Parse(output).RootElement.GetProperty("file").GetString());
            await stop.CancelAsync();
            await Task.WhenAll(reporting);
            Assert.True(accepted.Count > before.Length, "Reports came in meanwhile.");
            await server.KillAsync();
        }

        Directory.Move(folder.Data, $"{folder.Data}-lost");
        (int restored, string told) = await AlertsProcess.Run(folder, "restore", file, "--data", folder.Data, "--json").EndAsync(Cancel);
        Assert.True(restored == 0, told);
        using AlertsProcess again = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream");
        using AlertsClient reader = again.Connect();
        await AllAlertedAsync(reader, before);
        foreach (Alert alert in await AlertsAsync(reader))
        {
            Incident known = (await reader.Ingest.GetIncidentAsync(new GetIncidentRequest { Name = alert.Incident.Name }, cancellationToken: Cancel)).Incident;
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
            }
            catch (Grpc.Core.RpcException e) when (e.StatusCode == Grpc.Core.StatusCode.Cancelled)
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
