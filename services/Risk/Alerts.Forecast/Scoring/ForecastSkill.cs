namespace Alerts.Forecast.Scoring;

/// <summary>How good forecasts have been lately: 1 − Brier score / Brier score of the place's own long-term rate.</summary>
/// <remarks>
/// From what has resolved, with a half-life of two years. Each reference is half a unit of squared error ahead, so that a few quiet
/// weeks decide nothing. 1 is perfect, 0 as good as the long-term rate, below 0 worse. Immutable and thread safe.
/// </remarks>
/// <param name="City">Of the city; null before anything has resolved.</param>
/// <param name="Country">Of all scored places of its country; null before anything has resolved.</param>
public readonly record struct ForecastSkill(double? City, double? Country)
{
    /// <summary>Whether forecasts of the city have been no better than its long-term rate: say "no skill here" beside the number.</summary>
    public bool IsNone => City is <= 0;

    /// <summary>
    /// Whether what past forecasts of the country have taught is still being folded, after a start or a change of the past: neither figure is known, and the probability is not yet recalibrated
    /// by all of it. Default: false.
    /// </summary>
    public bool IsPending { get; init; }
}
