using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Fitting;

// Weights of a logistic regression with a ridge, some of them held at 0 or above: Newton's method, whose quadratic step is solved under
// the bounds by coordinate descent, and shortened while it does not help. The same rows give the same bits.
internal static class LogisticFit
{
    private const int MaxSteps = 60;
    private const int MaxSweeps = 400;
    private const double LongestStep = 2;
    private const double Enough = 1e-7;
    private const double LeastCurvature = 1e-6;

    // atLeastZero: which inputs; the first input is the intercept and is not pulled to 0.
    public static double[] Solve(Samples samples, Horizon horizon, double ridge, Func<int, bool> atLeastZero, Action<double> progress)
    {
        int inputs = samples.Inputs;
        var weights = new double[inputs];
        weights[0] = -3;
        var before = new double[inputs];
        var step = new double[inputs];
        double best = double.NegativeInfinity;
        double part = 1;
        var gradient = new double[inputs];
        var curvature = new double[inputs * inputs];
        for (int round = 0; round < MaxSteps; round++)
        {
            double likelihood = Accumulate(samples, horizon, ridge, weights, gradient, curvature);
            progress((round + 1.0) / MaxSteps);
            if (likelihood < best)
            {
                part /= 3;
                if (part < 1e-3) return before;
                for (int i = 0; i < inputs; i++) weights[i] = before[i] + (part * step[i]);
                continue;
            }

            if (likelihood - best < Enough * Math.Abs(likelihood)) return weights;
            (best, part) = (likelihood, 1);
            weights.CopyTo(before, 0);
            Step(weights, gradient, curvature, atLeastZero, step);
            for (int i = 0; i < inputs; i++) weights[i] += step[i];
        }

        return before;
    }

    private static double Accumulate(Samples samples, Horizon horizon, double ridge, double[] weights, double[] gradient, double[] curvature)
    {
        int inputs = weights.Length;
        Array.Clear(gradient);
        Array.Clear(curvature);
        double likelihood = 0;
        for (int row = 0; row < samples.Count; row++)
        {
            ReadOnlySpan<float> x = samples.Row(row);
            double logit = 0;
            for (int i = 0; i < inputs; i++) logit += weights[i] * x[i];
            double p = LogitScore.Probability(logit);
            bool outcome = samples.Outcome(row, horizon);
            double weight = samples.Weight(row);
            likelihood -= weight * Math.Log(1 + Math.Exp(outcome ? -logit : logit));
            double miss = weight * ((outcome ? 1 : 0) - p);
            double bend = weight * Math.Max(p * (1 - p), LeastCurvature);
            for (int i = 0; i < inputs; i++)
            {
                if (x[i] == 0) continue;
                gradient[i] += miss * x[i];
                double scaled = bend * x[i];
                int at = i * inputs;
                for (int j = 0; j <= i; j++) curvature[at + j] += scaled * x[j];
            }
        }

        for (int i = 1; i < inputs; i++)
        {
            likelihood -= ridge * weights[i] * weights[i] / 2;
            gradient[i] -= ridge * weights[i];
            curvature[(i * inputs) + i] += ridge;
            for (int j = 0; j < i; j++) curvature[(j * inputs) + i] = curvature[(i * inputs) + j];
        }

        return likelihood;
    }

    private static void Step(double[] weights, double[] gradient, double[] curvature, Func<int, bool> atLeastZero, double[] step)
    {
        int inputs = weights.Length;
        Array.Clear(step);
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            double most = 0;
            for (int i = 0; i < inputs; i++)
            {
                double slope = gradient[i];
                for (int j = 0; j < inputs; j++) slope -= curvature[(i * inputs) + j] * step[j];
                double next = step[i] + (slope / curvature[(i * inputs) + i]);
                if (atLeastZero(i)) next = Math.Max(next, -weights[i]);
                most = Math.Max(most, Math.Abs(next - step[i]));
                step[i] = next;
            }

            if (most < Enough) break;
        }

        double longest = step.Max(Math.Abs);
        if (longest <= LongestStep) return;
        for (int i = 0; i < inputs; i++) step[i] *= LongestStep / longest;
    }
}
