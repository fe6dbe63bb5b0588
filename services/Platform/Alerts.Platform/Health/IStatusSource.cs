namespace Alerts.Platform.Health;

/// <summary>Tells whether the system, or the part of it that it knows, moves. Thread safe.</summary>
public interface IStatusSource
{
    /// <summary>Measures now. What does not answer in time is reported as not moving; it never fails.</summary>
    Task<Measured> MeasureAsync(CancellationToken cancellationToken);
}
