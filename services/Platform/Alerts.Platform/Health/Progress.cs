namespace Alerts.Platform.Health;

/// <summary>Whether a part moves.</summary>
/// <param name="Moves">Whether it does.</param>
/// <param name="Detail">Why not, in plain English; empty when it moves.</param>
/// <param name="Waiting">Items that wait to be handled, 0 and upwards; all zero means idle.</param>
/// <param name="DeadLetters">Events that wait for a person, 0 and upwards.</param>
public sealed record Progress(bool Moves, string Detail, long Waiting, long DeadLetters)
{
    /// <summary>How long the oldest event waits to be sent, zero when none does; null (the default) where it is not measured.</summary>
    public TimeSpan? OldestWaiting { get; init; }
}
