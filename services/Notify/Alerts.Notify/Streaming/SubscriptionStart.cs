using Alerts.Notify.Log;

namespace Alerts.Notify.Streaming;

// Where a subscription begins: after a point of the log, or with a snapshot of what is active at that point.
internal sealed record SubscriptionStart(LogPoint Point, IReadOnlyList<long> Snapshot)
{
    // What was sent without sound before it and is to be told again.
    public Quieted Quieted { get; init; }
}
