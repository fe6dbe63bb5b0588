using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>What an incident adds to the forecast of the cities around it.</summary>
/// <param name="Point">Where.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="LocalDay">Local calendar day of the start; never a UTC day.</param>
/// <param name="Lethal">Whether somebody was killed.</param>
public sealed record Contribution(GeoPoint Point, string CountryCode, DateOnly LocalDay, bool Lethal)
{
    /// <summary>The organisation that imported it from a source that forbids passing it on: it counts for all, and is named to nobody else. Null when it may be named to all.</summary>
    public string? KeptBy { get; init; }
}
