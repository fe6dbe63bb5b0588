using Alerts.Notify.Log;

namespace Alerts.Notify.Streaming;

// One subscriber's way along the log. Invariant: _at is the point up to which every row that the subscriber may see and wants has been
// written, each once and in order; it moves forwards only. It gets on in two ways. It tests row after row, up to _walkTo; behind that the
// fan-out answers for it: what lies between _at and a row that is offered, or between _at and what is judged while no offer is open, it
// does not want. Holds no queue: what is not written yet is in the tail or the store. Who holds the turn is the one that writes.
internal sealed class Subscription(
    FanOut fanOut, LogTail tail, ILogReader log, Watermark watermark, TimeProvider time, SubscriptionTerms terms, IFrameSink sink) : ISubscriber
{
    // Design's limit for a revocation to work.
    private static readonly TimeSpan GrantInterval = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource<string> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StreamSignals _signals = null!;
    private CancellationToken _gone;
    private LogPoint _at;
    private long _walkTo;
    private Mark _claimed = Mark.None;

    // First position offered and not taken yet; 0: none.
    private long _offered;

    // Calls for the turn since it was taken; 0: nobody holds it. RunAsync begins with it.
    private int _calls = 1;
    private long _bookmarked;
    private long _granted;
    private volatile bool _bookmarkDue;

    public SubscriptionTerms Terms => terms;

    // Runs until the caller is gone (throws OperationCanceledException) or one of the endings comes; gives the ending's reason after
    // its Closing frame is written.
    public async Task<string> RunAsync(SubscriptionStart start, StreamSignals signals, CancellationToken cancellationToken)
    {
        (_at, _signals, _gone) = (start.Point, signals, cancellationToken);
        _bookmarked = _granted = time.GetTimestamp();
        await using CancellationTokenRegistration gone = cancellationToken.Register(Wake);
        await using CancellationTokenRegistration stopping = signals.Stopping.Register(Wake);
        await using CancellationTokenRegistration changed = signals.WatchChanged.Register(Wake);
        fanOut.Join(this);
        try
        {
            // After joining: what is appended from here on is offered.
            _walkTo = tail.Head;
            bool hasSnapshot = start.Snapshot.Count > 0;
            await sink.WriteAsync(
                new StreamFrame.Subscribed(hasSnapshot ? null : _at, watermark.SightOf(watermark.Current), start.Snapshot.Count), cancellationToken);
            await sink.FlushAsync(cancellationToken);
            if (await WriteSnapshotAsync(start.Snapshot) is { } early)
                return early;
            await TakeTurnsAsync();
            return await _end.Task;
        }
        finally
        {
            fanOut.Leave(this);
        }
    }

    public bool Offer(long position) => Interlocked.CompareExchange(ref _offered, position, 0) == 0;

    public void Wake()
    {
        if (Interlocked.Increment(ref _calls) == 1)
            _ = TakeTurnsAsync();
    }

    public void Tick()
    {
        // A tick early rather than late: the interval is the longest silence.
        bool isBookmarkDue = time.GetElapsedTime(Volatile.Read(ref _bookmarked)) > terms.BookmarkInterval - FanOut.TickInterval;
        bool isGrantDue = time.GetElapsedTime(Volatile.Read(ref _granted)) > GrantInterval - FanOut.TickInterval;
        if (isBookmarkDue)
            _bookmarkDue = true;
        if (isBookmarkDue || isGrantDue || sink.IsStuck)
            Wake();
    }

    // The turn is not given back after the end: nobody writes any more.
    private async Task TakeTurnsAsync()
    {
        int calls;
        do
        {
            calls = Volatile.Read(ref _calls);
            try
            {
                if (await AdvanceAsync() is { } reason)
                {
                    _end.TrySetResult(reason);
                    return;
                }
            }
            catch (Exception failure)
            {
                _end.TrySetException(failure);
                return;
            }
        }
        while (Interlocked.Add(ref _calls, -calls) > 0);
    }

    // Writes all that is due; gives the reason when that was the end.
    private async ValueTask<string?> AdvanceAsync()
    {
        while (true)
        {
            _gone.ThrowIfCancellationRequested();
            // Taken before the offers: a mark or a judgement that is here now speaks of rows that have been offered.
            Mark mark = watermark.Current;
            LogPoint? judged = fanOut.Judged;
            string? ending = Ending();
            if (NextFrom() is not { } from)
            {
                if (judged is { } point && point.Position > _at.Position)
                    _at = point;
            }
            else if (ending is null)
            {
                await WriteNextAsync(from);
                continue;
            }

            if (ending is not null)
                await sink.WriteAsync(new StreamFrame.Closing(_at, ending), _gone);
            else if (_bookmarkDue)
                await WriteBookmarkAsync(mark);
            await sink.FlushAsync(_gone);
            return ending;
        }
    }

    // The position behind which the next row to look at lies; null when nothing is known to be there.
    private long? NextFrom()
    {
        long offered = Interlocked.Exchange(ref _offered, 0);
        long from = _at.Position;
        if (offered > 0)
        {
            if (from >= _walkTo)
                from = Math.Max(from, offered - 1);
            // Further offers that came while this one was open were not kept: look at all rows that were there by then.
            _walkTo = Math.Max(_walkTo, tail.Head);
        }

        return from < _walkTo ? from : null;
    }

    private ValueTask WriteNextAsync(long from) => tail.Read(from, out LogEntry? entry) switch
    {
        TailRead.Found => WriteAsync(entry!, from, isLive: true),
        _ => WritePageAsync(from),
    };

    private async ValueTask WritePageAsync(long from)
    {
        // A store may read on the caller's thread, and the fan-out's has others to serve.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        IReadOnlyList<LogEntry> page = await log.AfterAsync(from, _gone);
        if (page.Count == 0)
            throw new LogPassedException();
        foreach (LogEntry entry in page)
        {
            await WriteAsync(entry, from, isLive: false);
            from = entry.Position;
        }

        // What was found must not wait for what a rare filter finds many pages later.
        await sink.FlushAsync(_gone);
    }

    private ValueTask WriteAsync(LogEntry entry, long from, bool isLive)
    {
        if (entry.Position != from + 1)
            throw new LogPassedException();
        _at = entry.Point;
        return terms.Admits(entry) ? sink.WriteAsync(new StreamFrame.Alert(_at, entry, IsSnapshot: false) { IsLive = isLive }, _gone) : ValueTask.CompletedTask;
    }

    private async Task<string?> WriteSnapshotAsync(IReadOnlyList<long> positions)
    {
        for (int from = 0; from < positions.Count;)
        {
            if (Ending() is { } reason)
            {
                await sink.WriteAsync(new StreamFrame.Closing(null, reason), _gone);
                await sink.FlushAsync(_gone);
                return reason;
            }

            IReadOnlyList<LogEntry> page = await log.AtAsync(positions, from, _gone);
            if (page.Count == 0)
                throw new InvalidDataException("The log lacks rows of situations that are active.");
            foreach (LogEntry entry in page)
            {
                bool isLast = ++from == positions.Count;
                await sink.WriteAsync(new StreamFrame.Alert(isLast ? _at : null, entry, IsSnapshot: true), _gone);
            }
        }

        return null;
    }

    private ValueTask WriteBookmarkAsync(Mark mark)
    {
        _bookmarkDue = false;
        Volatile.Write(ref _bookmarked, time.GetTimestamp());
        // Complete through a time is claimed only once everything up to the mark's own position was written.
        if (mark.Head <= _at.Position)
            _claimed = mark;
        return sink.WriteAsync(new StreamFrame.Bookmark(_at, new Sight(_claimed.CompleteThrough, watermark.BlindSince)), _gone);
    }

    private string? Ending()
    {
        Volatile.Write(ref _granted, time.GetTimestamp());
        return _signals.Ending;
    }
}
