using Alerts.Forecast.Bands;
using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Access;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>The threat in one city at one instant, for one scope. Immutable.</summary>
/// <param name="City">The city.</param>
/// <param name="Scope">Whose view.</param>
/// <param name="At">The instant.</param>
/// <param name="Level">The level and its parts.</param>
/// <param name="Coverage">What it rests on.</param>
/// <param name="Days30">Forecast for 30 days; null without coverage.</param>
/// <param name="Days7">Forecast for 7 days; null without coverage.</param>
/// <param name="Situations">Open situations that touch the city, "situations/{id}".</param>
/// <param name="Exercise">Whether a drill or a scenario is among them.</param>
public sealed record CityReading(
    Place City,
    Scope Scope,
    DateTimeOffset At,
    CityLevel Level,
    Coverage Coverage,
    CityForecast? Days30,
    CityForecast? Days7,
    IReadOnlyList<string> Situations,
    bool Exercise)
{
    /// <summary>How the city can be reached; null when nothing was ever heard of it.</summary>
    public AccessPicture? Access { get; init; }

    /// <summary>What advisers have signed that counts for it. Default: nothing.</summary>
    public CityOrders Orders { get; init; } = CityOrders.None;

    /// <summary>The incidents behind the 30-day forecast; null when it was not asked for or there is none.</summary>
    public ForecastExplanation? Explanation { get; init; }
}
