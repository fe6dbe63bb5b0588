using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.Recalibration;

// Reads the sums of one city on one Monday after another, going on where it stood. Gives the bits that a fold from the first day gives.
internal sealed class CityReader(DaySeries?[] rings, KernelLayout layout)
{
    private readonly int[] _next = new int[Rings.Count];
    private readonly double[]?[] _through = new double[]?[Rings.Count];

    // Of a lethal event within 50 km; null when there is none.
    public int? FirstDay => rings[(int)Ring.Inner]?.First is { } inner
        ? Math.Min(inner, rings[(int)Ring.Outer]?.First ?? inner)
        : rings[(int)Ring.Outer]?.First;

    public void Restart()
    {
        Array.Clear(_next);
        Array.Clear(_through);
    }

    // The sums on the morning of a day that is not before the last one asked for. False when nothing has touched the city by then: the sums are 0.
    public bool Read(int morning, double[] sums)
    {
        Array.Clear(sums);
        bool touched = false;
        for (int ring = 0; ring < Rings.Count; ring++)
        {
            if (rings[ring] is not { } series) continue;
            double[] through = _through[ring] ??= new double[layout.RatesOf((Ring)ring).Count];
            _next[ring] = series.Advance(_next[ring], through, morning);
            if (_next[ring] == 0) continue;
            touched = true;
            series.AddFold(_next[ring], through, morning, layout.Part(sums, (Ring)ring));
        }

        return touched;
    }

    // Whether a lethal event within 50 km fell on a day from one (included) to another (excluded).
    public bool AnyLethal(int from, int before) => Any(Ring.Inner, from, before) || Any(Ring.Outer, from, before);

    private bool Any(Ring ring, int from, int before) => rings[(int)ring] is { } series && series.AnyWithin(from, before, _next[(int)ring]);
}
