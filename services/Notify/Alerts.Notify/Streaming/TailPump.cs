using Alerts.Notify.Log;

namespace Alerts.Notify.Streaming;

// Keeps the tail at the store's head, and has what it got brought to the subscribers. The poll each second is the truth; a commit in this
// process wakes it sooner, or hands its row to the tail directly. One task runs it.
internal sealed class TailPump(LogTail tail, FanOut fanOut, ILogReader log, Watermark watermark, TimeProvider time)
{
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly WakeSignal _wake = new();
    private volatile bool _isReadDue = true;

    // A row was committed in this process. Called on the store's writer, so it leaves the writing to subscribers to the pump's own task.
    public void Offer(LogEntry entry)
    {
        if (!tail.Append(entry))
            _isReadDue = true;
        _wake.Set();
    }

    public async Task RunAsync(Action<Exception> onFailure, CancellationToken cancellationToken)
    {
        await using ITimer timer = time.CreateTimer(_ => RingPoll(), null, PollInterval, PollInterval);
        await using CancellationTokenRegistration stop = cancellationToken.Register(_wake.Set);
        while (!cancellationToken.IsCancellationRequested)
        {
            fanOut.Deliver();
            if (_isReadDue)
            {
                _isReadDue = false;
                await TryCatchUpAsync(onFailure, cancellationToken);
                fanOut.Deliver();
            }

            await _wake.WaitAsync();
        }
    }

    internal async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (tail.Head < 0)
        {
            LogState state = await log.StateAsync(cancellationToken);
            tail.Begin(Math.Max(state.Floor.Position, state.Head.Position - LogTail.DefaultCapacity));
        }

        // The mark first: the rows that it speaks of are then among those read after it.
        Mark mark = await log.MarkAsync(cancellationToken);
        IReadOnlyList<LogEntry> page;
        do
        {
            page = await log.AfterAsync(tail.Head, cancellationToken);
            foreach (LogEntry entry in page)
                tail.Append(entry);
        }
        while (page.Count > 0);
        watermark.Advance(mark);
        watermark.SawHead();
    }

    private async Task TryCatchUpAsync(Action<Exception> onFailure, CancellationToken cancellationToken)
    {
        try
        {
            await CatchUpAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            onFailure(failure);
        }
    }

    private void RingPoll()
    {
        _isReadDue = true;
        _wake.Set();
    }
}
