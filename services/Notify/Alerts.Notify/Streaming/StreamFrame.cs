using Alerts.Notify.Log;

namespace Alerts.Notify.Streaming;

// What is written to a stream. Where is null while a snapshot goes on: there is no point in the log to come back to yet.
internal abstract record StreamFrame(LogPoint? Where)
{
    internal sealed record Subscribed(LogPoint? Where, Sight Sight, int SnapshotSize) : StreamFrame(Where);

    internal sealed record Alert(LogPoint? Where, LogEntry Entry, bool IsSnapshot) : StreamFrame(Where);

    internal sealed record Bookmark(LogPoint? Where, Sight Sight) : StreamFrame(Where);

    internal sealed record Closing(LogPoint? Where, string Reason) : StreamFrame(Where);
}
