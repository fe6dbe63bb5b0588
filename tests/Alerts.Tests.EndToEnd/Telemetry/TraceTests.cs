using System.Diagnostics;
using Alerts.AllInOne;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Gateway;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Xunit;

namespace Alerts.Tests.EndToEnd.Telemetry;

/// <summary>One trace leads from the caller's submit through every service to the alert; neither it nor the log tells what a report says.</summary>
public sealed class TraceTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Submit_UntilItsAlert_IsOneTraceWithoutTheReportsWords()
    {
        var trace = ActivityTraceId.CreateRandom();
        var caller = ActivitySpanId.CreateRandom();
        List<Activity> spans = [];
        using var log = new KeptLog();
        using var folder = new TestFolder();
        Alert alert = await SubmitAndWaitAsync(folder, log, spans, $"00-{trace}-{caller}-01");
        Activity[] ours = [.. spans.Where(s => s.TraceId == trace)];

        Activity submit = Assert.Single(ours, s => s.Kind == ActivityKind.Server);
        Assert.Equal(caller, submit.ParentSpanId);
        Activity fold = Assert.Single(ours, s => s.OperationName == "ingest fold");
        Activity risk = Assert.Single(ours, s => s.OperationName == $"risk {nameof(IncidentRecorded)}");
        Activity notify = Assert.Single(ours, s => s.OperationName == $"notify {nameof(SituationAssessed)}");
        Assert.Equal([submit.SpanId, fold.SpanId, risk.SpanId], [fold.ParentSpanId, risk.ParentSpanId, notify.ParentSpanId]);
        Assert.All(ours, s => Assert.NotEqual(ActivityStatusCode.Error, s.Status));

        Assert.NotEmpty(alert.Incident.Reports);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, TellsSomething);
        Assert.DoesNotContain(spans.SelectMany(Words), TellsSomething);
    }

    private static async Task<Alert> SubmitAndWaitAsync(TestFolder folder, KeptLog log, List<Activity> spans, string traceparent)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(Longest);
        var options = new AllInOneOptions { DataFolder = folder.Data, Gateway = new GatewayOptions { HttpPort = 0, GrpcPort = 0 } };
        await using AllInOneServer server = AllInOneServer.Build(options, builder =>
        {
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
            builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(spans));
        });
        await server.StartAsync(limited.Token);
        using var client = new AlertsClient(new ServerAddress(server.Addresses.Grpc, server.Addresses.Http, server.Token.Value, "test"));
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(new StreamAlertsRequest(), cancellationToken: limited.Token);
        await client.Ingest.SubmitReportAsync(
            new SubmitReportRequest { Report = Samples.Attack() }, new Metadata { { "traceparent", traceparent } }, cancellationToken: limited.Token);
        while (await stream.ResponseStream.MoveNext(limited.Token))
        {
            if (stream.ResponseStream.Current.Alert?.Alert is { } alert)
            {
                await server.StopAsync(limited.Token);
                return alert;
            }
        }

        throw new EndOfStreamException();
    }

    // The report's words, its source and its position.
    private static bool TellsSomething(string text) =>
        text.Contains(Samples.Words, StringComparison.Ordinal) || text.Contains("market guard", StringComparison.Ordinal) || text.Contains("16.27", StringComparison.Ordinal);

    private static IEnumerable<string> Words(Activity span) =>
    [
        span.OperationName,
        span.DisplayName,
        span.StatusDescription ?? "",
        .. span.TagObjects.Select(t => $"{t.Key}={t.Value}"),
        .. span.Events.SelectMany(e => e.Tags.Select(t => $"{e.Name} {t.Key}={t.Value}")),
        .. span.Baggage.Select(b => $"{b.Key}={b.Value}"),
    ];
}
