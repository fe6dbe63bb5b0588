using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.Recalibration;

// Reads the sums of one city on one Monday after another, going on where it stood. Gives the bits that a fold from the first day gives.
internal sealed class CityReader(DaySeries?[] rings, KernelLayout layout)
{
    private readonly int[] _next = new int[Rings.Count];
    private readonly double[]?[] _through = new double[]?[Rings.Count];

    public int? FirstDay => rings.Min(ring => ring?.First);

    public void Restart()
    {
        Array.Clear(_next);
        Array.Clear(_through);
    }

    // The sums on the morning of a day that is not before the last one asked for.
    public void Read(int morning, double[] sums)
    {
        Array.Clear(sums);
        for (int ring = 0; ring < Rings.Count; ring++)
        {
            if (rings[ring] is not { } series) continue;
            double[] through = _through[ring] ??= new double[layout.RatesOf((Ring)ring).Count];
            _next[ring] = series.Advance(_next[ring], through, morning);
            series.AddFold(_next[ring], through, morning, layout.Part(sums, (Ring)ring));
        }
    }

    // Whether a lethal event within 50 km fell on a day from one (included) to another (excluded).
    public bool AnyLethal(int from, int before) =>
        rings[(int)Ring.Inner]?.AnyWithin(from, before) == true || rings[(int)Ring.Outer]?.AnyWithin(from, before) == true;
}
