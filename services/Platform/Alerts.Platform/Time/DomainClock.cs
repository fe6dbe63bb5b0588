namespace Alerts.Platform.Time;

/// <summary>
/// The clock of what happens in the world: decay, acute windows, expiry, as-of, quiet hours. Runs with real time, or with a scenario.
/// Deadlines, bookmarks, tokens and retries use <see cref="TimeProvider"/> instead. Thread safe.
/// </summary>
public abstract class DomainClock
{
    /// <summary>Now, in UTC.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Whether a scenario sets the time: everything that follows is an exercise.</summary>
    public abstract bool IsScenario { get; }

    /// <summary>Waits until <see cref="Now"/> has reached an instant; returns at once when it has.</summary>
    /// <param name="instant">The instant; <see cref="DateTimeOffset.MaxValue"/> waits for ever.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public abstract Task WaitUntilAsync(DateTimeOffset instant, CancellationToken cancellationToken);
}
