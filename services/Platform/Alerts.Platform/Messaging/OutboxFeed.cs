namespace Alerts.Platform.Messaging;

/// <summary>
/// What this process has just committed to its outbox, handed on in memory, so that the way to the bus needs no look at the table. Invariant: it
/// gives out rows only while it knows of every row in between, its own and those of other processes; otherwise it says so, and the table is
/// read. Thread safe: any thread offers, one takes.
/// </summary>
internal sealed class OutboxFeed
{
    // More than the relay has in flight at any time; behind a bus that is away the table remembers.
    private const int MostBytes = 8 << 20;

    private readonly Lock _lock = new();
    private readonly Queue<OutboxRow> _rows = [];
    private long _bytes;

    // All rows of commits up to this one were given out or are here.
    private long _through;

    // Rows are missing here, and are in the table.
    private bool _isBroken = true;
    private bool _isMending;

    /// <summary>Hands on a row that is on disk; in the order of commits.</summary>
    public void Offer(OutboxRow row)
    {
        lock (_lock)
        {
            if (_isBroken && !_isMending)
                return;
            if (_bytes + row.Body.Length > MostBytes)
            {
                Break();
                return;
            }

            _rows.Enqueue(row);
            _bytes += row.Body.Length;
        }
    }

    /// <summary>The next rows, which stay here until they are known to be published.</summary>
    /// <param name="after">Number of the last row that is published.</param>
    /// <param name="most">How many.</param>
    /// <returns>Null when only the table knows what is next; empty when nothing is.</returns>
    public IReadOnlyList<OutboxRow>? Next(long after, int most)
    {
        lock (_lock)
        {
            while (_rows.TryPeek(out OutboxRow done) && done.Sequence <= after)
            {
                _rows.Dequeue();
                _bytes -= done.Body.Length;
                _through = Math.Max(_through, done.Turn.Epoch);
            }

            if (_isBroken)
                return null;
            var next = new List<OutboxRow>();
            foreach (OutboxRow row in _rows.Take(most))
            {
                if (row.Turn.Foreign > _through)
                {
                    // Another process has committed in between.
                    if (next.Count == 0)
                        Break();
                    break;
                }

                _through = Math.Max(_through, row.Turn.Epoch);
                next.Add(row);
            }

            return _isBroken ? null : next;
        }
    }

    /// <summary>The table is about to be read: what is committed from now on is kept.</summary>
    public void BeginMending()
    {
        lock (_lock)
            (_isBroken, _isMending) = (true, true);
    }

    /// <summary>The table was read to its end: all rows of commits up to this one are known.</summary>
    public void Mend(long epoch)
    {
        lock (_lock)
        {
            // It may have broken again meanwhile.
            if (!_isMending)
                return;
            (_isBroken, _isMending) = (false, false);
            _through = epoch;
        }
    }

    /// <summary>Has the table read the next time.</summary>
    public void Break()
    {
        lock (_lock)
        {
            _rows.Clear();
            _bytes = 0;
            (_isBroken, _isMending) = (true, false);
        }
    }
}
