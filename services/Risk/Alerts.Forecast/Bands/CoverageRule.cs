namespace Alerts.Forecast.Bands;

/// <summary>Coverage comes before level: whether a city may have a level and a probability at all.</summary>
/// <remarks>Pure and thread safe. An empty store covers nothing.</remarks>
public static class CoverageRule
{
    /// <summary>Years of history that a country needs.</summary>
    public const int HistoryYears = 3;

    /// <summary>Days that may lie between the end of the history and now.</summary>
    public const int HistoryLagDays = 90;

    /// <summary>Hours for which one live sign of a source counts.</summary>
    public const int LiveHours = 72;

    /// <summary>Whether the city is assessed: history long and fresh enough, or a live source heard in time.</summary>
    /// <param name="coverage">What is loaded and heard.</param>
    /// <param name="now">The instant; its UTC day counts for the history.</param>
    public static bool IsAssessed(Coverage coverage, DateTimeOffset now) => HasHistory(coverage, now) || IsLive(coverage, now);

    /// <summary>Whether history of at least 3 years reaches to within 90 days of now, both edges included.</summary>
    /// <param name="coverage">What is loaded and heard.</param>
    /// <param name="now">The instant.</param>
    public static bool HasHistory(Coverage coverage, DateTimeOffset now) =>
        coverage is { HistoryFrom: { } from, HistoryThrough: { } through }
        && through >= from.AddYears(HistoryYears).AddDays(-1)
        && through >= DateOnly.FromDateTime(now.UtcDateTime).AddDays(-HistoryLagDays);

    /// <summary>Whether a live source was heard in the last 72 hours, the edge included.</summary>
    /// <param name="coverage">What is loaded and heard.</param>
    /// <param name="now">The instant.</param>
    public static bool IsLive(Coverage coverage, DateTimeOffset now) => coverage.LastHeard is { } heard && now - heard <= TimeSpan.FromHours(LiveHours);
}
