namespace Alerts.Platform.Time;

/// <summary>
/// The domain's clock of a scenario: it starts where it is told and runs at a multiple of real time, or stands still (speed 0) and only
/// jumps when <see cref="AdvanceTo"/> is called. It never runs backwards.
/// </summary>
public sealed class ScenarioClock : DomainClock
{
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private DateTimeOffset _anchor;
    private long _anchorTimestamp;
    private TaskCompletionSource _jumped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts the clock.</summary>
    /// <param name="time">Real time.</param>
    /// <param name="start">The domain's time now.</param>
    /// <param name="speed">Domain seconds per real second, 0 to 100 000; 0 stands still between jumps.</param>
    public ScenarioClock(TimeProvider time, DateTimeOffset start, double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(speed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(speed, 100_000);
        _time = time;
        _anchor = start;
        _anchorTimestamp = time.GetTimestamp();
        Speed = speed;
    }

    /// <summary>Domain seconds per real second; 0 stands still between jumps.</summary>
    public double Speed { get; }

    /// <inheritdoc/>
    public override DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return _anchor + (_time.GetElapsedTime(_anchorTimestamp) * Speed);
        }
    }

    /// <inheritdoc/>
    public override bool IsScenario => true;

    /// <summary>Moves the clock forward to an instant; does nothing when it is past it.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            if (instant <= _anchor + (_time.GetElapsedTime(_anchorTimestamp) * Speed))
                return;
            _anchor = instant;
            _anchorTimestamp = _time.GetTimestamp();
            waiting = _jumped;
            _jumped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    /// <inheritdoc/>
    public override async Task WaitUntilAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task jump;
            lock (_gate)
                jump = _jumped.Task;
            TimeSpan left = instant - Now;
            if (left <= TimeSpan.Zero)
                return;
            if (Speed == 0)
            {
                await jump.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            double wait = Math.Min(left.TotalMilliseconds / Speed, TimeSpan.FromHours(1).TotalMilliseconds);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task delay = Task.Delay(TimeSpan.FromMilliseconds(Math.Max(wait, 1)), _time, over.Token);
            await Task.WhenAny(jump, delay).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
