using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Fitting;

/// <summary>What a fit does not learn but is given: which sums are weighed, and how forecasts are recalibrated.</summary>
/// <remarks>Chosen by leaving regions out; what else was tried, and what it gave, is in decision 0018. Immutable and thread safe.</remarks>
public static class FitPlan
{
    /// <summary>Weight of the pull of every weight towards 0, against <see cref="RegionWeight"/> for each region's outcomes.</summary>
    public const double Ridge = 1;

    /// <summary>What all outcomes of a region weigh together: every region counts the same, however many cities it has.</summary>
    public const double RegionWeight = 30_000;

    /// <summary>Years at the start of a region's events from which nothing is learnt, since the long sums still fill.</summary>
    public const int WarmUpYears = 4;

    /// <summary>Weeks between two origins of a city; neighbouring cities take different weeks.</summary>
    public const int OriginEveryWeeks = 4;

    /// <summary>log10 of the population at which the population term is 0.</summary>
    public const double PopulationCentreLog10 = 4.5;

    /// <summary>
    /// The sums: near ones by half-life of a week to four years, at three scales from "how much" to "anything at all", and what happens
    /// around, which tells of attacks to come where there were none.
    /// </summary>
    public static IReadOnlyList<ForecastKernel> Kernels { get; } =
    [
        .. Of(Zone.Near, 4, 7, 30, 90, 365, 1460),
        .. Of(Zone.Near, 0.3, 7, 30, 90, 365, 1460),
        .. Of(Zone.Near, 30, 7, 30, 90),
        .. Of(Zone.Fringe, 4, 7, 30, 90),
        .. Of(Zone.Region, 4, 7, 30),
        .. Of(Zone.NonLethal, 4, 90),
    ];

    /// <summary>The recalibration.</summary>
    public static RecalibrationParameters Recalibration { get; } = new()
    {
        HalfLifeDays = 150,
        InterceptPrecision = 10,
        SlopePrecision = 15,
        Hinge = -2.5,
        OutcomeWeight = 0.05,
    };

    private static IEnumerable<ForecastKernel> Of(Zone zone, double scale, params double[] halfLives) =>
        halfLives.Select(days => new ForecastKernel(zone, days, scale));
}
