namespace Alerts.Ingest.Reports;

// Wakes folding after a commit, and tells intake how far behind folding is. Only a hint: folding looks each second anyway. Thread safe.
internal sealed class FoldSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);
    private long _waiting;

    // What waited after the last step of folding.
    public long Waiting
    {
        get => Volatile.Read(ref _waiting);
        set => Volatile.Write(ref _waiting, value);
    }

    public void Set()
    {
        if (_signal.CurrentCount > 0)
            return;
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it in the same instant.
        }
    }

    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Disposed with a wait: a callback that is under way would cancel what is disposed next, and that ends the process.
        await using ITimer timer = time.CreateTimer(static s => ((CancellationTokenSource)s!).Cancel(), limited, longest, Timeout.InfiniteTimeSpan);
        try
        {
            await _signal.WaitAsync(limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: the table is the truth.
        }
    }

    public void Dispose() => _signal.Dispose();
}
