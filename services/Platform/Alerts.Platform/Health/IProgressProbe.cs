namespace Alerts.Platform.Health;

/// <summary>Measures whether one part moves. Thread safe.</summary>
public interface IProgressProbe
{
    /// <summary>The service it belongs to, such as <c>ingest</c>; a service may have several probes.</summary>
    string Part { get; }

    /// <summary>Measures now.</summary>
    Task<Progress> MeasureAsync(CancellationToken cancellationToken);
}
