namespace Alerts.Risk;

/// <summary>Wakes the endings when something is due sooner than what they wait for. Thread safe; a hint, since what is due is looked up.</summary>
public sealed class EndingsSignal
{
    private TaskCompletionSource _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _awaited = long.MaxValue;

    /// <summary>Begins a look at what is due: until <see cref="Await"/>, everything that comes wakes.</summary>
    /// <returns>Completes when something may be due sooner.</returns>
    public Task Look()
    {
        Volatile.Write(ref _awaited, long.MaxValue);
        return Volatile.Read(ref _woken).Task;
    }

    /// <summary>Says what is waited for: only what is due sooner wakes.</summary>
    /// <param name="due">The earliest instant known.</param>
    public void Await(DateTimeOffset due) => Volatile.Write(ref _awaited, due.UtcTicks);

    /// <summary>Wakes who waits for something later.</summary>
    /// <param name="due">When something is due.</param>
    public void Wake(DateTimeOffset due)
    {
        // Written before this is read, by the one who looks; so either it wakes, or the look has seen what is due.
        Interlocked.MemoryBarrier();
        if (due.UtcTicks < Volatile.Read(ref _awaited))
            Interlocked.Exchange(ref _woken, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
