namespace Alerts.Forecast.Bands;

/// <summary>What is known about how well a city's country is covered at an instant.</summary>
/// <param name="HistoryFrom">First day of loaded history; null when none is loaded.</param>
/// <param name="HistoryThrough">Last day that the loaded history covers, whether or not anything happened on it; null when none is loaded.</param>
/// <param name="LastHeard">When a live source that covers the city was last heard, quiet polls included; null when never.</param>
public sealed record Coverage(DateOnly? HistoryFrom, DateOnly? HistoryThrough, DateTimeOffset? LastHeard)
{
    /// <summary>Nothing loaded, nothing heard.</summary>
    public static Coverage None { get; } = new(null, null, null);
}
