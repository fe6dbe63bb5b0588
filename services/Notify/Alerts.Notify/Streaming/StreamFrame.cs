using Alerts.Notify.Log;
using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Notify.Streaming;

// What is written to a stream. Where is null while a snapshot goes on: there is no point in the log to come back to yet.
internal abstract record StreamFrame(LogPoint? Where)
{
    // Belongs to Where: what was sent without sound up to it and is to be told again.
    public Quieted Quieted { get; init; }

    // Why and until when an alert comes without sound; in other frames, what keeps the watch quiet now. Null: nothing.
    public Hush? Hush { get; init; }

    internal sealed record Subscribed(LogPoint? Where, Sight Sight, int SnapshotSize) : StreamFrame(Where);

    internal sealed record Alert(LogPoint? Where, LogEntry Entry, bool IsSnapshot) : StreamFrame(Where)
    {
        // A new row as it came, which many are about to get: not one that was looked up for one subscriber.
        public bool IsLive { get; init; }

        // Set when it was sent without sound before and is told again: the urgency to ring for.
        public Urgency? Released { get; init; }
    }

    internal sealed record Bookmark(LogPoint? Where, Sight Sight) : StreamFrame(Where);

    internal sealed record Closing(LogPoint? Where, string Reason) : StreamFrame(Where);
}
