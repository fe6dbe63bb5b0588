namespace Alerts.Notify.Streaming;

// A subscriber as the fan-out sees it. Thread safe.
internal interface ISubscriber
{
    SubscriptionTerms Terms { get; }

    // Says that it may want the row at a position. Rows are offered in order. True when it had no other offer before it: wake it then.
    bool Offer(long position);

    // Lets it write what is due, as far as that goes without waiting, on the caller's thread.
    void Wake();

    // Time has passed: it wakes itself when something of its own is due. Comes every FanOut.TickInterval or later.
    void Tick();
}
