namespace Alerts.Forecast.Scoring;

/// <summary>Probability of at least one lethal event within 50 km of a city, and what it is made of.</summary>
/// <remarks>Immutable and thread safe. It says nothing about coverage: ask <see cref="Bands.CoverageRule"/> before showing it.</remarks>
public sealed record CityForecast
{
    /// <summary>The city.</summary>
    public required int GeonameId { get; init; }

    /// <summary>The instant from which the horizon runs.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far ahead.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>The probability, above 0 and below 1.</summary>
    public required double P { get; init; }

    /// <summary>ln(P / (1 − P)); equals the sum of <see cref="Terms"/> within 1e-9.</summary>
    public required double Logit { get; init; }

    /// <summary>Every term, in a fixed order: intercept, one per kernel in the order of the parameters, population, country, climatology.</summary>
    public required IReadOnlyList<ForecastTerm> Terms { get; init; }

    /// <summary>Last local day with a lethal event within 50 km; null when the ledger has none.</summary>
    public required DateOnly? LastLethalDay { get; init; }

    /// <summary>How good the city's forecasts have been lately; empty for instants before the last weekly origin.</summary>
    public required ForecastSkill Skill { get; init; }

    /// <summary>Version of the parameters that made it.</summary>
    public required string ParametersVersion { get; init; }
}
