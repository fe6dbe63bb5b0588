namespace Alerts.Platform.Time;

/// <summary>The domain's clock in real time.</summary>
/// <param name="time">The time.</param>
public sealed class RealClock(TimeProvider time) : DomainClock
{
    // Timers take at most about 49 days; a wait of an hour at a time also notices a changed system clock.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public override DateTimeOffset Now => time.GetUtcNow();

    /// <inheritdoc/>
    public override bool IsScenario => false;

    /// <inheritdoc/>
    public override async Task WaitUntilAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        for (TimeSpan left = instant - Now; left > TimeSpan.Zero; left = instant - Now)
            await Task.Delay(left < LongestWait ? left : LongestWait, time, cancellationToken).ConfigureAwait(false);
    }
}
