namespace Alerts.Forecast.Scoring;

/// <summary>One term of a score.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Kernel">The kernel; null for terms that are not made of decayed sums.</param>
/// <param name="State">
/// What the term is made from: the kernel's decayed sum, or log10 of the population less the centre, or the logit before the
/// recalibration, or the logit of the long-term rate; 1 for the intercept.
/// </param>
/// <param name="Contribution">What it adds to the logit.</param>
public readonly record struct ForecastTerm(TermKind Kind, ForecastKernel? Kernel, double State, double Contribution)
{
    /// <summary>Half-life of its decay, days; null for terms that do not decay.</summary>
    public double? HalfLifeDays => Kernel?.HalfLifeDays;
}
