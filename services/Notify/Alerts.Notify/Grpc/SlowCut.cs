using Alerts.Terms;

namespace Alerts.Notify.Grpc;

// Gives up on a subscriber that has not taken what was sent to it for a time: a write alone would wait for ever. Begin, End, WaitAsync and
// ThrowIfDue from one task at a time; IsDue from any.
internal sealed class SlowCut(TimeSpan after, TimeProvider time)
{
    // When what is on its way was sent; 0: nothing is.
    private long _since;

    public bool IsDue => Volatile.Read(ref _since) is not 0 and var since && time.GetElapsedTime(since) > after;

    // Something is on its way.
    public void Begin() => Volatile.Write(ref _since, time.GetTimestamp());

    // It was taken.
    public void End() => Volatile.Write(ref _since, 0);

    // Waits until what is on its way was taken, for what is left of the time.
    public async Task WaitAsync(Task sending, CancellationToken cancellationToken)
    {
        TimeSpan left = after - time.GetElapsedTime(_since);
        try
        {
            await sending.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw Slow();
        }
    }

    public void ThrowIfDue()
    {
        if (IsDue)
            throw Slow();
    }

    private AlertsException Slow() => new(
        ErrorKind.ResourceExhausted, ErrorReasons.Slow, $"The stream took nothing for {after.TotalSeconds:0} s and was cut; come back with the last cursor.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };
}
