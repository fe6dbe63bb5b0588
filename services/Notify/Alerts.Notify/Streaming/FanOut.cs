using System.Collections.Concurrent;
using Alerts.Notify.Log;
using Alerts.Notify.Streaming.Matching;

namespace Alerts.Notify.Streaming;

// Brings the rows of the tail to the subscribers that may want them, and the passing of time to all. Invariant: once Judged shows a point,
// every row up to it that a subscriber may want, and that was appended after it had joined, has been offered to it. So who has no offer
// open knows that nothing up to Judged is for it, though it never looked. One task calls Deliver; all else is thread safe.
internal sealed class FanOut(LogTail tail, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(250);

    private readonly ReachIndex<ISubscriber> _index = new();
    private readonly ConcurrentDictionary<ISubscriber, byte> _subscribers = new();
    private readonly List<ISubscriber> _found = [];
    private readonly List<ISubscriber> _due = [];
    private readonly Lock _timing = new();
    private ITimer? _timer;
    private LogEntry? _judged;

    // Position up to which rows were offered; −1 before the tail has begun.
    private long _at = -1;

    // Null until the first row is judged.
    public LogPoint? Judged => Volatile.Read(ref _judged)?.Point;

    public void Join(ISubscriber subscriber)
    {
        lock (_timing)
            _timer ??= time.CreateTimer(_ => Tick(), null, TickInterval, TickInterval);
        _subscribers.TryAdd(subscriber, 0);
        _index.Add(subscriber, subscriber.Terms);
    }

    public void Leave(ISubscriber subscriber)
    {
        if (_subscribers.TryRemove(subscriber, out _))
            _index.Remove(subscriber, subscriber.Terms);
    }

    // Judges what the tail has got. Several rows are offered first and then written at one go, so that a connection gets them together.
    public void Deliver()
    {
        if (_at < 0 && !Begin())
            return;
        LogEntry? last = null;
        for (TailRead read = tail.Read(_at, out LogEntry? entry); read != TailRead.UpToDate; read = tail.Read(_at, out entry))
        {
            if (entry is not null)
                _index.Find(entry, _found);
            else
                _index.FindAll(_found);
            Offer(_at + 1);
            // Rows that have left the ring before they were judged: everybody looks for itself, up to the newest.
            last = entry ?? tail.Newest;
            _at = last.Position;
        }

        if (last is not null)
            Volatile.Write(ref _judged, last);
        foreach (ISubscriber subscriber in _due)
            subscriber.Wake();
        _due.Clear();
    }

    public void Dispose() => _timer?.Dispose();

    // Who joined before the tail had begun has to look for itself, from wherever it is.
    private bool Begin()
    {
        if (tail.Begun < 0)
            return false;
        _at = tail.Begun;
        _index.FindAll(_found);
        Offer(1);
        return true;
    }

    private void Offer(long position)
    {
        foreach (ISubscriber subscriber in _found)
        {
            if (subscriber.Offer(position))
                _due.Add(subscriber);
        }

        _found.Clear();
    }

    private void Tick()
    {
        foreach (KeyValuePair<ISubscriber, byte> subscriber in _subscribers)
            subscriber.Key.Tick();
    }
}
