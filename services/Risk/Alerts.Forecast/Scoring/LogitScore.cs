using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.Scoring;

// The formula of ForecastParameters before the recalibration. What the horizons share, the logarithms, is computed once per city. Immutable.
internal sealed class LogitScore(ForecastParameters parameters, KernelLayout layout)
{
    private readonly ForecastKernel[] _kernels = [.. parameters.Kernels];

    // ln(1 + scale · sum) for each kernel.
    public void Features(ReadOnlySpan<double> sums, Span<double> features)
    {
        for (int k = 0; k < _kernels.Length; k++)
        {
            double sum = sums[layout.SumOf[k]];
            features[k] = sum == 0 ? 0 : Math.Log(1 + (_kernels[k].Scale * sum));
        }
    }

    public double Size(ScoredCity city) => city.Population > 0 ? Math.Log10(city.Population) - parameters.PopulationCentreLog10 : 0;

    // The logit before the recalibration, term by term.
    public List<ForecastTerm> Terms(double[] sums, double[] features, double size, RawWeights weights)
    {
        var terms = new List<ForecastTerm>(_kernels.Length + 4) { new(TermKind.Intercept, null, 1, weights.Intercept) };
        for (int k = 0; k < _kernels.Length; k++)
            terms.Add(new ForecastTerm(KindOf(_kernels[k].Zone), _kernels[k], sums[layout.SumOf[k]], weights.Kernels[k] * features[k]));
        terms.Add(new ForecastTerm(TermKind.Population, null, size, weights.Population * size));
        return terms;
    }

    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    private static TermKind KindOf(Zone zone) => zone switch
    {
        Zone.Near => TermKind.Events,
        Zone.NonLethal => TermKind.NonLethal,
        _ => TermKind.Surroundings,
    };
}
