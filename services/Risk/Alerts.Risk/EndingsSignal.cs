namespace Alerts.Risk;

/// <summary>Wakes the endings when something new may be due. Thread safe; a hint, since what is due is looked up.</summary>
public sealed class EndingsSignal
{
    private TaskCompletionSource _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next <see cref="Wake"/>.</summary>
    public Task Next => Volatile.Read(ref _woken).Task;

    /// <summary>Wakes who waits.</summary>
    public void Wake() => Interlocked.Exchange(ref _woken, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
