using Alerts.Notify.Log;

namespace Alerts.Notify.Streaming;

// One subscriber's way along the log. Invariant: _at is the point up to which every row that the subscriber may see and wants has been
// written, each once and in order; it moves by one position at a time. Holds no queue: what is not written yet is in the tail or the
// store. Used by one task.
internal sealed class Subscription(
    LogTail tail, ILogReader log, Watermark watermark, TimeProvider time, SubscriptionTerms terms, IFrameSink sink)
{
    public const int PageSize = 256;

    private readonly WakeSignal _wake = new();
    private LogPoint _at;
    private Mark _claimed = Mark.None;
    private volatile bool _bookmarkDue;

    // Runs until the caller is gone (throws OperationCanceledException) or one of the endings comes; gives the ending's reason after
    // its Closing frame is written.
    public async Task<string> RunAsync(SubscriptionStart start, StreamSignals signals, CancellationToken cancellationToken)
    {
        _at = start.Point;
        tail.Join(_wake);
        await using CancellationTokenRegistration gone = cancellationToken.Register(_wake.Set);
        await using CancellationTokenRegistration stopping = signals.Stopping.Register(_wake.Set);
        await using CancellationTokenRegistration changed = signals.WatchChanged.Register(_wake.Set);
        await using ITimer timer = time.CreateTimer(_ => RingBookmark(), null, terms.BookmarkInterval, terms.BookmarkInterval);
        try
        {
            bool hasSnapshot = start.Snapshot.Count > 0;
            await sink.WriteAsync(
                new StreamFrame.Subscribed(hasSnapshot ? null : _at, watermark.SightOf(watermark.Current), start.Snapshot.Count), cancellationToken);
            if (await WriteSnapshotAsync(start.Snapshot, signals, cancellationToken) is { } early)
                return early;
            return await FollowAsync(signals, cancellationToken);
        }
        finally
        {
            tail.Leave(_wake);
        }
    }

    private async Task<string> FollowAsync(StreamSignals signals, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (signals.Ending is { } reason)
            {
                await sink.WriteAsync(new StreamFrame.Closing(_at, reason), cancellationToken);
                return reason;
            }

            // Taken before the read: a mark that is here now speaks of rows that the read after it can see.
            Mark mark = watermark.Current;
            switch (tail.Read(_at.Position, out LogEntry? entry))
            {
                case TailRead.Found:
                    await WriteAsync(entry!, cancellationToken);
                    break;
                case TailRead.Behind:
                    await WritePageAsync(cancellationToken);
                    break;
                default:
                    if (_bookmarkDue)
                        break;
                    await _wake.WaitAsync();
                    // The mark has grown old meanwhile.
                    continue;
            }

            if (_bookmarkDue)
                await WriteBookmarkAsync(mark, cancellationToken);
        }
    }

    private async Task<string?> WriteSnapshotAsync(IReadOnlyList<long> positions, StreamSignals signals, CancellationToken cancellationToken)
    {
        for (int from = 0; from < positions.Count; from += PageSize)
        {
            if (signals.Ending is { } reason)
            {
                await sink.WriteAsync(new StreamFrame.Closing(null, reason), cancellationToken);
                return reason;
            }

            long[] page = [.. positions.Skip(from).Take(PageSize)];
            IReadOnlyList<LogEntry> entries = await log.AtAsync(page, cancellationToken);
            if (entries.Count < page.Length)
                throw new InvalidDataException("The log lacks rows of situations that are active.");
            for (int i = 0; i < entries.Count; i++)
            {
                bool isLast = from + i == positions.Count - 1;
                await sink.WriteAsync(new StreamFrame.Alert(isLast ? _at : null, entries[i], IsSnapshot: true), cancellationToken);
            }
        }

        return null;
    }

    private async Task WritePageAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<LogEntry> page = await log.AfterAsync(_at.Position, PageSize, cancellationToken);
        if (page.Count == 0)
            throw new LogPassedException();
        foreach (LogEntry entry in page)
            await WriteAsync(entry, cancellationToken);
    }

    private async Task WriteAsync(LogEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Position != _at.Position + 1)
            throw new LogPassedException();
        _at = entry.Point;
        if (terms.Admits(entry))
            await sink.WriteAsync(new StreamFrame.Alert(_at, entry, IsSnapshot: false), cancellationToken);
    }

    private Task WriteBookmarkAsync(Mark mark, CancellationToken cancellationToken)
    {
        _bookmarkDue = false;
        // Complete through a time is claimed only once everything up to the mark's own position was written.
        if (mark.Head <= _at.Position)
            _claimed = mark;
        Sight sight = new(_claimed.CompleteThrough, watermark.BlindSince);
        return sink.WriteAsync(new StreamFrame.Bookmark(_at, sight), cancellationToken);
    }

    private void RingBookmark()
    {
        _bookmarkDue = true;
        _wake.Set();
    }
}
