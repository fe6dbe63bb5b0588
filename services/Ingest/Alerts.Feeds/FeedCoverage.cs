namespace Alerts.Feeds;

/// <summary>For which days a file is complete for a country. Immutable and thread safe.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day, not before <paramref name="From"/>.</param>
public sealed record FeedCoverage(string CountryCode, DateOnly From, DateOnly Through);
