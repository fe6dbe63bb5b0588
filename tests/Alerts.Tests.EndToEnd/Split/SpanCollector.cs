using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.EndToEnd.Split;

/// <summary>Takes spans over OTLP (HTTP, protobuf), as a collector does, and keeps what leads from one to the next.</summary>
/// <remarks>Field numbers: opentelemetry/proto/trace/v1/trace.proto, common.proto and resource.proto, version 1.</remarks>
internal sealed class SpanCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<CollectedSpan> _spans = new();
    private readonly WebApplication _app;

    private SpanCollector(WebApplication app) => _app = app;

    public IReadOnlyCollection<CollectedSpan> Spans => _spans;

    public string Address => _app.Urls.Single();

    public static async Task<SpanCollector> StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new SpanCollector(builder.Build());
        collector._app.MapPost("/v1/traces", collector.TakeAsync);
        await collector._app.StartAsync(cancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        foreach (ByteString resourceSpans in Fields(ByteString.CopyFrom(body.ToArray()), 1))
        {
            string service = Fields(resourceSpans, 1).SelectMany(resource => Fields(resource, 1))
                .Where(pair => Text(pair, 1) == "service.name")
                .Select(pair => Text(Fields(pair, 2).Single(), 1)).Single();
            foreach (ByteString span in Fields(resourceSpans, 2).SelectMany(scope => Fields(scope, 2)))
                _spans.Enqueue(new CollectedSpan(service, Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5)));
        }

        http.Response.ContentType = "application/x-protobuf";
    }

    private static string Text(ByteString message, int field) => Fields(message, field).FirstOrDefault()?.ToStringUtf8() ?? "";

    private static string Hex(ByteString message, int field) => Convert.ToHexStringLower((Fields(message, field).FirstOrDefault() ?? ByteString.Empty).Span);

    private static List<ByteString> Fields(ByteString message, int field)
    {
        var found = new List<ByteString>();
        CodedInputStream input = message.CreateCodedInput();
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                found.Add(input.ReadBytes());
            else
                input.SkipLastField();
        }

        return found;
    }
}
