using System.Net;
using System.Text;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Split;

/// <summary>Six real processes: what goes in by gRPC or REST at the gateway comes out as an alert, also when one of them dies in between.</summary>
public sealed class SplitTests
{
    // Minutes on a busy machine; longer means that it never comes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Split_SixProcesses_CarryReportsToAlertsThroughKillsInOneTrace()
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(Longest);
        CancellationToken cancel = limited.Token;
        await using SpanCollector collector = await SpanCollector.StartAsync(cancel);
        await using SplitSystem system = await SplitSystem.StartAsync(new SplitLayout
        {
            Variables = new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            },
        }, cancel);
        using AlertsClient client = system.Connect();
        await using IAsyncEnumerator<StreamAlertsResponse> stream = client.Subscribe(new StreamAlertsRequest()).GetAsyncEnumerator(cancel);
        Assert.True(await stream.MoveNextAsync());
        Assert.NotNull(stream.Current.Subscribed);

        string trace = await GrpcReportComesOutAsync(client, stream, cancel);
        await TraceLeadsThroughAllAsync(collector, trace, cancel);
        await RestReportComesOutAsync(system, stream, cancel);
        await KilledNotifyLosesNothingAsync(system, client, stream, cancel);
        await DeadRiskIsToldAsync(system, client, cancel);
        await MetricsAreThereAsync(system, cancel);
        Assert.DoesNotContain(collector.Spans, s => s.Name.Contains(Samples.Words, StringComparison.Ordinal));
    }

    private static async Task<string> GrpcReportComesOutAsync(AlertsClient client, IAsyncEnumerator<StreamAlertsResponse> stream, CancellationToken cancel)
    {
        string trace = Guid.NewGuid().ToString("N");
        SubmitReportResponse answer = await client.Ingest.SubmitReportAsync(
            new SubmitReportRequest { Report = Samples.Attack() }, new Metadata { { "traceparent", $"00-{trace}-00f067aa0ba902b7-01" } }, cancellationToken: cancel);
        Alert alert = await AlertOfAsync(stream, answer.Name);
        Assert.Equal(AlertAction.Raise, alert.Action);
        return trace;
    }

    private static async Task RestReportComesOutAsync(SplitSystem system, IAsyncEnumerator<StreamAlertsResponse> stream, CancellationToken cancel)
    {
        using HttpClient browser = system.Browser();
        string body = JsonFormatter.Default.Format(new SubmitReportRequest { Report = ElsewhereBy(1) });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await browser.PostAsync(new Uri("/v1/reports", UriKind.Relative), content, cancel);
        string json = await response.Content.ReadAsStringAsync(cancel);
        Assert.True(response.IsSuccessStatusCode, json);
        await AlertOfAsync(stream, SubmitReportResponse.Parser.ParseJson(json).Name);
    }

    private static async Task KilledNotifyLosesNothingAsync(
        SplitSystem system, AlertsClient client, IAsyncEnumerator<StreamAlertsResponse> stream, CancellationToken cancel)
    {
        await system["notify"].KillAsync(cancel);
        SubmitReportResponse meanwhile = await client.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = ElsewhereBy(2) }, cancellationToken: cancel);
        await system["notify"].StartAsync(cancel);
        // The same subscriber, which resumes by its cursor.
        await AlertOfAsync(stream, meanwhile.Name);
        await system.ReadyAsync(cancel);
    }

    private static async Task DeadRiskIsToldAsync(SplitSystem system, AlertsClient client, CancellationToken cancel)
    {
        await system["risk"].KillAsync(cancel);
        RpcException e = await Assert.ThrowsAsync<RpcException>(
            async () => await client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = $"cities/{Samples.Gao}/threat" }, cancellationToken: cancel));
        Assert.Equal(StatusCode.Unavailable, e.StatusCode);
        GetStatusResponse status = await client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: cancel);
        Assert.Equal((false, "It does not answer."), status.Parts.Where(p => p.Name == "risk").Select(p => (p.Healthy, p.Detail)).Single());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await system.Gateway.HealthAsync("readyz", cancel)).Status);
        await system["risk"].StartAsync(cancel);
        await system.ReadyAsync(cancel);
    }

    private static async Task MetricsAreThereAsync(SplitSystem system, CancellationToken cancel)
    {
        using AlertsClient client = system.Connect();
        await client.Notify.CreateWatchAsync(
            new CreateWatchRequest
            {
                Watch = new Watch { DisplayName = Samples.Words, Filter = new AlertFilter { OwnSites = { new OwnSite { DisplayName = Samples.Words, GeonamesId = Samples.Gao, RadiusKm = 5 } } } },
            },
            cancellationToken: cancel);
        Assert.Empty((await client.DeadLetters.ListDeadLettersAsync(new ListDeadLettersRequest(), cancellationToken: cancel)).DeadLetters);
        string ingest = (await system["ingest"].HealthAsync("metrics", cancel)).Text;
        Assert.Contains("alerts_outbox_age_seconds{", ingest, StringComparison.Ordinal);
        Assert.Contains("alerts_dead_letters{", ingest, StringComparison.Ordinal);
        string notify;
        // A gauge is there from the first measurement on, and an answer is kept for some hundred milliseconds.
        while (!(notify = (await system["notify"].HealthAsync("metrics", cancel)).Text).Contains("alerts_watermark_age_seconds", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancel);
        Assert.Contains("alerts_fanout_lag_seconds", notify, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.Words, ingest + notify, StringComparison.Ordinal);
    }

    private static async Task TraceLeadsThroughAllAsync(SpanCollector collector, string trace, CancellationToken cancel)
    {
        string[] all = ["alerts-gateway", "alerts-ingest", "alerts-notify", "alerts-risk"];
        // Spans are sent in batches: before a process is killed it has to send its own.
        while (!all.All(service => collector.Spans.Any(s => s.Trace == trace && s.Service == service)))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
        CollectedSpan[] ours = [.. collector.Spans.Where(s => s.Trace == trace)];
        CollectedSpan last = Assert.Single(ours, s => s.Name == $"notify {nameof(SituationAssessed)}");
        Assert.Equal("alerts-notify", last.Service);
    }

    // Attacks far enough apart to be incidents of their own: a degree of latitude is 111 km.
    private static Report ElsewhereBy(int degrees)
    {
        Report report = Samples.Attack();
        report.Sites[0].Reference.Point.Latitude -= degrees;
        return report;
    }

    private static async Task<Alert> AlertOfAsync(IAsyncEnumerator<StreamAlertsResponse> stream, string report)
    {
        while (await stream.MoveNextAsync())
        {
            if (stream.Current.Alert?.Alert is { Incident: { } incident } alert && incident.Reports.Any(r => r.Report == report))
                return alert;
        }

        throw new EndOfStreamException();
    }
}
