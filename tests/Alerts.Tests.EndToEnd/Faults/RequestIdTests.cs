using Alerts.Client;
using Alerts.Client.Errors;
using Alerts.Tests.EndToEnd.Faults.Load;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>A repeat of a request is answered and not done again, also by the next start of the server; another body under its id is refused.</summary>
public sealed class RequestIdTests
{
    // GeoNames ids.
    private const int Gao = 2457163;
    private const int Mogadishu = 53654;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SubmitReport_SameRequestAgain_IsOneReportAndOneAnswer()
    {
        using var folder = new TestFolder();
        SubmitReportRequest request = Request(Gao);
        SubmitReportResponse first;
        using (AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream"))
        {
            using AlertsClient before = server.Connect();
            first = await before.Ingest.SubmitReportAsync(request, cancellationToken: Cancellation);
            SubmitReportResponse[] repeats = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => before.Ingest.SubmitReportAsync(request, cancellationToken: Cancellation).ResponseAsync));
            Assert.All(repeats, r => Assert.Equal(first, r));
            await server.KillAsync();
        }

        using AlertsProcess next = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = next.Connect();
        Assert.Equal(first, await client.Ingest.SubmitReportAsync(request, cancellationToken: Cancellation));
        await FoldedAsync(client, first.Name);
        Incident incident = Assert.Single((await client.Ingest.ListIncidentsAsync(new ListIncidentsRequest(), cancellationToken: Cancellation)).Incidents);
        Assert.Equal(first.Name, Assert.Single(incident.Reports).Report);
    }

    [Fact]
    public async Task SubmitReport_OtherBodyUnderTheId_IsRefusedAndNotStored()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancellation, "--no-stream");
        using AlertsClient client = server.Connect();
        SubmitReportRequest request = Request(Gao);
        SubmitReportResponse first = await client.Ingest.SubmitReportAsync(request, cancellationToken: Cancellation);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(
            async () => await client.Ingest.SubmitReportAsync(Request(Mogadishu), cancellationToken: Cancellation));
        AlertsError error = AlertsError.From(refused);
        Assert.Equal(StatusCode.AlreadyExists, error.Code);
        Assert.Equal("REQUEST_ID_REUSED", error.Reason);
        Assert.Equal("request_id", Assert.Single(error.Fields).Field);

        await FoldedAsync(client, first.Name);
        Incident incident = Assert.Single((await client.Ingest.ListIncidentsAsync(new ListIncidentsRequest(), cancellationToken: Cancellation)).Incidents);
        Assert.Equal(Gao, Assert.Single(incident.Sites).Place.GeonamesId);
    }

    private static SubmitReportRequest Request(int city) => new()
    {
        RequestId = "officer-1:0001",
        Report = Reporter.Attack("witness", city, TimeProvider.System.GetUtcNow(), TlpLabel.Clear),
    };

    private static async Task FoldedAsync(AlertsClient client, string report)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while ((await client.Ingest.GetReportAsync(new GetReportRequest { Name = report }, cancellationToken: Cancellation)).Report.State != ReportState.Folded)
            await poll.WaitForNextTickAsync(Cancellation);
    }
}
