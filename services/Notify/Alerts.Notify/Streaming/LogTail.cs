using Alerts.Notify.Log;

namespace Alerts.Notify.Streaming;

// The newest rows of the log in memory, for all subscribers of a process. Invariant: it holds committed rows only, and advances by one
// position at a time, so that what it shows is always what the store holds. A reader goes at its own speed from its own position and
// owns nothing here: who is slow falls behind the ring and reads the store. Thread safe; readers take no lock.
internal sealed class LogTail(int capacity = LogTail.DefaultCapacity)
{
    // At 1–4 KB an alert 4 to 16 MB; at 20 alerts a second more than three minutes.
    public const int DefaultCapacity = 4096;

    private readonly LogEntry?[] _ring = new LogEntry?[capacity];
    private readonly Lock _writing = new();
    private long _head = -1;
    private long _begun = -1;

    // Newest position in memory; −1 before the tail has begun.
    public long Head => Volatile.Read(ref _head);

    // The position after which it began; −1 before that.
    public long Begun => Volatile.Read(ref _begun);

    // The row at the head. Only once there is one.
    public LogEntry Newest
    {
        get
        {
            lock (_writing)
                return _ring[_head % capacity]!;
        }
    }

    // Begins after a position of the store's log. Only the first call counts.
    public void Begin(long position)
    {
        lock (_writing)
        {
            if (_head >= 0)
                return;
            Volatile.Write(ref _head, position);
            Volatile.Write(ref _begun, position);
        }
    }

    // Takes the next row; false when it is not the next one (rows between are still to be read from the store, or it is known already).
    public bool Append(LogEntry entry)
    {
        lock (_writing)
        {
            if (_head < 0 || entry.Position != _head + 1)
                return false;
            Volatile.Write(ref _ring[entry.Position % capacity], entry);
            Volatile.Write(ref _head, entry.Position);
            return true;
        }
    }

    // The row after a position.
    public TailRead Read(long position, out LogEntry? entry)
    {
        entry = null;
        if (position >= Head)
            return TailRead.UpToDate;
        LogEntry? candidate = Volatile.Read(ref _ring[(position + 1) % capacity]);
        if (candidate?.Position != position + 1)
            return TailRead.Behind;
        entry = candidate;
        return TailRead.Found;
    }
}
