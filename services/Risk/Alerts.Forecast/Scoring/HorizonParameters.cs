namespace Alerts.Forecast.Scoring;

/// <summary>Weights of one horizon. All are on the scale of the logit (natural logarithm of the odds).</summary>
/// <remarks>Immutable and thread safe. <see cref="ForecastParameters"/> checks it when it is loaded.</remarks>
public sealed record HorizonParameters
{
    /// <summary>Days ahead: 7 or 30.</summary>
    public required int Days { get; init; }

    /// <summary>The logit of a place without any history at the centre of the population scale.</summary>
    public required double Intercept { get; init; }

    /// <summary>Weight of log10 of the population less <see cref="ForecastParameters.PopulationCentreLog10"/>; any sign.</summary>
    public required double Population { get; init; }

    /// <summary>One weight for each of <see cref="ForecastParameters.Kernels"/>, each at least 0: an event never lowers the forecast.</summary>
    public required IReadOnlyList<double> Kernels { get; init; }
}
