using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Cli.Rendering;
using Alerts.Client.Streaming;
using Alerts.V1;

namespace Alerts.Cli.Watching;

// One line per frame on standard output, flushed; what happens to the connection on standard error.
internal sealed class JsonPrinter(Shell shell) : IWatchPrinter
{
    public void Frame(StreamAlertsResponse frame)
    {
        shell.Write(frame);
        shell.Out.Flush();
    }

    public void Connection(ConnectionChange change)
    {
        var line = new JsonObject { ["state"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(change.State.ToString()) };
        if (change.Detail.Length > 0) line["detail"] = change.Detail;
        if (change.Error is { Reason.Length: > 0 } error) line["reason"] = error.Reason;
        if (change.RetryIn is { } wait) line["retryInSeconds"] = Math.Round(wait.TotalSeconds, 3);
        if (change.BlindSince is { } since) line["blindSince"] = Stamp(since);
        Tell(line);
    }

    public void OutOfTouch(DateTimeOffset since) => Tell(new JsonObject { ["state"] = "OUT_OF_TOUCH", ["blindSince"] = Stamp(since) });

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    private void Tell(JsonObject line) => shell.Error.WriteLine(JsonText.Of(new JsonObject { ["connection"] = line }));
}
