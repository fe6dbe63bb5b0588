namespace Alerts.Forecast.Recalibration;

// What the weekly fold adds to the logits of one city and horizon: the country's shift and stretch, and, where forecasts have been no
// better than the place's long-term rate, the way towards it. The default adds nothing.
internal readonly record struct Adjustment(double Intercept, double Slope, double Hinge, double? LongTermLogit)
{
    // How far forecasts without skill go towards the long-term rate. Half: on the fit's regions neither more nor less was better.
    private const double Lean = 0.5;

    public double Country(double raw) => Slope == 0 ? Intercept : Intercept + (Slope * HorizonFilter.Bend(raw, Hinge));

    public double Climatology(double calibrated) => LongTermLogit is { } target ? Lean * (target - calibrated) : 0;

    public double Of(double raw)
    {
        double calibrated = raw + Country(raw);
        return calibrated + Climatology(calibrated);
    }
}
