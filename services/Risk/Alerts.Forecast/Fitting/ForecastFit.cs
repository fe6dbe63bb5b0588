using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Fitting;

/// <summary>Makes the parameters of the forecast from what happened.</summary>
/// <remarks>
/// One set of weights for all regions, by penalised maximum likelihood on origins every four weeks; every region counts the same. The weights
/// of events are held at 0 or above. The same input gives the same parameters to the last bit. Needs about 200 bytes of memory a sample.
/// </remarks>
public static class ForecastFit
{
    private const int Decimals = 4;

    /// <summary>Fits both horizons.</summary>
    /// <param name="regions">At least one, with events before <paramref name="through"/>.</param>
    /// <param name="through">Last local day that the fit may see.</param>
    /// <param name="version">Name of the parameter set, not empty.</param>
    /// <param name="provenance">What it is fitted on, with sources and licences, not empty.</param>
    /// <param name="progress">Fractions of the work, 0 to 1.</param>
    /// <exception cref="InvalidOperationException">The regions have no origin to learn from: fewer than four years of events.</exception>
    public static ForecastParameters Run(IReadOnlyList<FitRegion> regions, DateOnly through, string version, string provenance, IProgress<double> progress)
    {
        var parameters = new ForecastParameters
        {
            Version = version,
            Provenance = provenance,
            FittedThrough = through,
            PopulationCentreLog10 = FitPlan.PopulationCentreLog10,
            Kernels = FitPlan.Kernels,
            Recalibration = FitPlan.Recalibration,
            Horizons = [],
        };
        var samples = new Samples(FitPlan.Kernels.Count + 2);
        for (int i = 0; i < regions.Count; i++)
        {
            int done = i;
            samples.Add(regions[i], parameters, through, part => progress.Report((done + part) / regions.Count / 3));
        }

        if (samples.Count == 0)
            throw new InvalidOperationException($"There is nothing to learn from: a fit needs events from {FitPlan.WarmUpYears} years before its last day.");
        return Pruned(parameters with
        {
            Horizons =
            [
                Fit(samples, Horizon.Days30, part => progress.Report((1 + part) / 3)),
                Fit(samples, Horizon.Days7, part => progress.Report((2 + part) / 3)),
            ],
        });
    }

    // Kernels that no horizon uses cost time and say nothing.
    private static ForecastParameters Pruned(ForecastParameters parameters)
    {
        int[] used = [.. Enumerable.Range(0, parameters.Kernels.Count).Where(k => parameters.Horizons.Any(h => h.Kernels[k] > 0))];
        return parameters with
        {
            Kernels = [.. used.Select(k => parameters.Kernels[k])],
            Horizons = [.. parameters.Horizons.Select(h => h with { Kernels = [.. used.Select(k => h.Kernels[k])] })],
        };
    }

    private static HorizonParameters Fit(Samples samples, Horizon horizon, Action<double> progress)
    {
        double[] weights = LogisticFit.Solve(samples, horizon, FitPlan.Ridge, i => i > 0 && i < samples.Inputs - 1, progress);
        return new HorizonParameters
        {
            Days = (int)horizon,
            Intercept = Rounded(weights[0]),
            Kernels = [.. weights[1..^1].Select(Rounded)],
            Population = Rounded(weights[^1]),
        };
    }

    // Digits beyond these are noise, and a file for people should not show them.
    private static double Rounded(double weight) => Math.Round(weight, Decimals) + 0.0;
}
