using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Rest;

/// <summary>
/// Gives a stream of the REST form as server-sent events to whoever accepts <c>text/event-stream</c>, so that a browser's
/// <c>EventSource</c> resumes by itself: the id of an event is the cursor behind it, and the one that comes back is where the stream goes on.
/// </summary>
internal sealed class EventStream(RequestDelegate next)
{
    private const string ContentType = "text/event-stream";
    private const string LastEventId = "Last-Event-ID";
    private const string Cursor = "cursor";

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>()?.MethodDescriptor is not { IsServerStreaming: true } rpc || !Accepts(http.Request))
        {
            await next(http);
            return;
        }

        if (rpc.InputType.FindFieldByName(Cursor) is not null && http.Request.Headers[LastEventId].ToString() is { Length: > 0 } last)
            GoOnAt(http.Request, last);
        // What is below speaks JSON; a refusal stays JSON.
        http.Request.Headers.Accept = "application/json";
        Stream body = http.Response.Body;
        await using var events = new EventWriter(body);
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode != StatusCodes.Status200OK)
            {
                events.PassOn();
                return Task.CompletedTask;
            }

            http.Response.ContentType = ContentType;
            http.Response.ContentLength = null;
            http.Response.Headers.CacheControl = "no-store";
            // A proxy that gathers the answer would hold alerts back.
            http.Response.Headers["X-Accel-Buffering"] = "no";
            return Task.CompletedTask;
        });
        http.Response.Body = events;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }
    }

    private static bool Accepts(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase));

    // The place to go on comes before the one that the address was first opened with.
    private static void GoOnAt(HttpRequest request, string cursor)
    {
        IEnumerable<KeyValuePair<string, string?>> rest = request.Query
            .Where(q => q.Key is not (Cursor or "from_start" or "fromStart"))
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        request.QueryString = QueryString.Create(rest.Append(KeyValuePair.Create<string, string?>(Cursor, cursor)));
    }
}
