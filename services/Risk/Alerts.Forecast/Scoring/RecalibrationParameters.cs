namespace Alerts.Forecast.Scoring;

/// <summary>How forecasts are recalibrated, country by country, on what has come true.</summary>
/// <remarks>Immutable and thread safe. <see cref="ForecastParameters"/> checks it when it is loaded.</remarks>
public sealed record RecalibrationParameters
{
    /// <summary>Half-life of what an outcome has taught, days, above 0.</summary>
    public required double HalfLifeDays { get; init; }

    /// <summary>Precision of the prior of the shift, around 0, above 0. Higher: slower to move.</summary>
    public required double InterceptPrecision { get; init; }

    /// <summary>Precision of the prior of the stretch, around 0, above 0.</summary>
    public required double SlopePrecision { get; init; }

    /// <summary>The logit from which on the stretch takes hold; below it the order of quiet places stays as it is.</summary>
    public required double Hinge { get; init; }

    /// <summary>Weight of one outcome, above 0 and at most 1: outcomes of neighbouring weeks and cities overlap and tell much the same.</summary>
    public required double OutcomeWeight { get; init; }
}
