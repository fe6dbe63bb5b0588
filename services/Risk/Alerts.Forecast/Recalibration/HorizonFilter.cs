using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Recalibration;

// What the outcomes of one country have taught about one horizon: a shift and a stretch of the logit, with their precision. A Gaussian
// filter for logistic regression: what it knows fades towards the prior, and each week's outcomes move it to the maximum of the posterior.
internal struct HorizonFilter
{
    // The stretch never takes more than this part of a logit away, so that an event still raises every forecast.
    private const double MinimumSlope = -0.6;
    private const int MaxSteps = 4;
    private const double Converged = 1e-4;

    private double _p00;
    private double _p01;
    private double _p11;

    public HorizonFilter(RecalibrationParameters prior)
    {
        _p00 = prior.InterceptPrecision;
        _p11 = prior.SlopePrecision;
    }

    public double Intercept { get; private set; }

    public double Slope { get; private set; }

    // ln(1 + e^(logit − hinge)): nothing far below the hinge, and the distance from it far above.
    public static double Bend(double logit, double hinge) => logit - hinge > 30 ? logit - hinge : Math.Log(1 + Math.Exp(logit - hinge));

    // Lets a week's worth of knowledge fade.
    public void Forget(RecalibrationParameters prior)
    {
        double kept = double.Exp2(-7 / prior.HalfLifeDays);
        double e0 = kept * ((_p00 * Intercept) + (_p01 * Slope));
        double e1 = kept * ((_p01 * Intercept) + (_p11 * Slope));
        _p00 = prior.InterceptPrecision + (kept * (_p00 - prior.InterceptPrecision));
        _p11 = prior.SlopePrecision + (kept * (_p11 - prior.SlopePrecision));
        _p01 *= kept;
        double determinant = (_p00 * _p11) - (_p01 * _p01);
        Intercept = ((_p11 * e0) - (_p01 * e1)) / determinant;
        Slope = ((_p00 * e1) - (_p01 * e0)) / determinant;
    }

    // Takes in the outcomes of one origin: the logits as they were before the recalibration, and what came true.
    public void Learn(ReadOnlySpan<double> logits, ReadOnlySpan<double> bends, ReadOnlySpan<bool> outcomes, double weight)
    {
        (double was0, double was1) = (Intercept, Slope);
        double h00 = _p00, h01 = _p01, h11 = _p11;
        for (int step = 0; step < MaxSteps; step++)
        {
            double g0 = -((_p00 * (Intercept - was0)) + (_p01 * (Slope - was1)));
            double g1 = -((_p01 * (Intercept - was0)) + (_p11 * (Slope - was1)));
            (h00, h01, h11) = (_p00, _p01, _p11);
            for (int i = 0; i < logits.Length; i++)
            {
                double p = LogitScore.Probability(logits[i] + Intercept + (Slope * bends[i]));
                double miss = weight * ((outcomes[i] ? 1 : 0) - p);
                double variance = weight * p * (1 - p);
                g0 += miss;
                g1 += miss * bends[i];
                h00 += variance;
                h01 += variance * bends[i];
                h11 += variance * bends[i] * bends[i];
            }

            double determinant = (h00 * h11) - (h01 * h01);
            double d0 = ((h11 * g0) - (h01 * g1)) / determinant;
            double d1 = ((h00 * g1) - (h01 * g0)) / determinant;
            Intercept += d0;
            Slope = Math.Max(MinimumSlope, Slope + d1);
            if (Math.Abs(d0) + Math.Abs(d1) < Converged) break;
        }

        (_p00, _p01, _p11) = (h00, h01, h11);
    }

    public readonly void Write(BinaryWriter to)
    {
        foreach (double value in (ReadOnlySpan<double>)[_p00, _p01, _p11, Intercept, Slope]) to.Write(value);
    }

    public static HorizonFilter Read(BinaryReader from) =>
        new() { _p00 = from.ReadDouble(), _p01 = from.ReadDouble(), _p11 = from.ReadDouble(), Intercept = from.ReadDouble(), Slope = from.ReadDouble() };
}
