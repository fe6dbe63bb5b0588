namespace Alerts.Forecast.Scoring;

// The weights of one horizon as the inner loop wants them.
internal sealed class RawWeights(HorizonParameters horizon)
{
    private readonly double[] _kernels = [.. horizon.Kernels];

    public int Days { get; } = horizon.Days;

    public double Intercept { get; } = horizon.Intercept;

    public double Population { get; } = horizon.Population;

    public ReadOnlySpan<double> Kernels => _kernels;

    // The logit before the recalibration.
    public double Logit(ReadOnlySpan<double> features, double size)
    {
        double logit = Intercept;
        for (int k = 0; k < _kernels.Length; k++) logit += _kernels[k] * features[k];
        return logit + (Population * size);
    }
}
