namespace Alerts.Forecast.BackTest;

// Scores of probabilities against what came true. Definitions as in the field: rank AUROC with ties at half, interpolation-free average
// precision, bins of equal mass for the calibration error.
internal static class Metrics
{
    private const double Edge = 1e-4;
    private const int CalibrationBins = 15;
    private const int ReliabilityBins = 10;

    public static double Brier(double[] p, bool[] y) => p.Zip(y, (q, hit) => Math.Pow(Cut(q) - (hit ? 1 : 0), 2)).Average();

    public static double LogLoss(double[] p, bool[] y) => -p.Zip(y, (q, hit) => Math.Log(hit ? Cut(q) : 1 - Cut(q))).Average();

    public static double Auroc(double[] p, bool[] y)
    {
        double hits = y.Count(hit => hit);
        double misses = y.Length - hits;
        if (hits == 0 || misses == 0) return double.NaN;
        (double[] sorted, bool[] outcomes) = Sorted(p, y);
        double ranks = 0;
        for (int from = 0; from < sorted.Length;)
        {
            int to = EndOfTie(sorted, from);
            int here = outcomes.AsSpan(from, to - from).Count(true);
            ranks += here * ((from + to + 1) / 2.0);
            from = to;
        }

        return (ranks - (hits * (hits + 1) / 2)) / (hits * misses);
    }

    public static double AveragePrecision(double[] p, bool[] y)
    {
        double hits = y.Count(hit => hit);
        if (hits == 0) return double.NaN;
        (double[] sorted, bool[] outcomes) = Sorted([.. p.Select(q => -q)], y);
        double found = 0;
        double area = 0;
        for (int from = 0; from < sorted.Length;)
        {
            int to = EndOfTie(sorted, from);
            int here = outcomes.AsSpan(from, to - from).Count(true);
            found += here;
            area += here / hits * found / to;
            from = to;
        }

        return area;
    }

    public static double CalibrationError(double[] p, bool[] y)
    {
        (double[] sorted, bool[] outcomes) = Sorted(p, y);
        double total = 0;
        for (int bin = 0; bin < CalibrationBins; bin++)
        {
            int from = (int)((long)bin * sorted.Length / CalibrationBins);
            int to = (int)((long)(bin + 1) * sorted.Length / CalibrationBins);
            total += Math.Abs(sorted[from..to].Sum() - outcomes.AsSpan(from, to - from).Count(true));
        }

        return total / sorted.Length;
    }

    public static IReadOnlyList<ReliabilityBin> Reliability(double[] p, bool[] y) =>
    [
        .. p.Zip(y)
            .GroupBy(row => Math.Min((int)(row.First * ReliabilityBins), ReliabilityBins - 1))
            .OrderBy(bin => bin.Key)
            .Select(bin => new ReliabilityBin(bin.Count(), bin.Average(row => row.First), bin.Average(row => row.Second ? 1.0 : 0))),
    ];

    private static double Cut(double p) => Math.Clamp(p, Edge, 1 - Edge);

    private static (double[] P, bool[] Y) Sorted(double[] p, bool[] y)
    {
        double[] sorted = [.. p];
        bool[] outcomes = [.. y];
        Array.Sort(sorted, outcomes);
        return (sorted, outcomes);
    }

    private static int EndOfTie(double[] sorted, int from)
    {
        int to = from + 1;
        while (to < sorted.Length && sorted[to] == sorted[from]) to++;
        return to;
    }
}
