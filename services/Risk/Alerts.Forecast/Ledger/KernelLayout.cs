using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Ledger;

// Which decayed sums the kernels of the parameters need: per zone its half-lives, and per kernel where its sum stands.
internal sealed class KernelLayout
{
    private readonly DecayRates[] _rates;
    private readonly int[] _offsets;

    public KernelLayout(IReadOnlyList<ForecastKernel> kernels)
    {
        Zone[] zones = Enum.GetValues<Zone>();
        double[][] halfLives = [.. zones.Select(zone => kernels.Where(k => k.Zone == zone).Select(k => k.HalfLifeDays).Distinct().Order().ToArray())];
        _rates = [.. halfLives.Select(h => new DecayRates(h))];
        _offsets = new int[zones.Length];
        for (int i = 1; i < zones.Length; i++) _offsets[i] = _offsets[i - 1] + halfLives[i - 1].Length;
        Sums = _offsets[^1] + halfLives[^1].Length;
        SumOf = [.. kernels.Select(k => _offsets[(int)k.Zone] + Array.IndexOf(halfLives[(int)k.Zone], k.HalfLifeDays))];
    }

    // Number of sums of a city.
    public int Sums { get; }

    // Per kernel the position of its sum.
    public int[] SumOf { get; }

    public DecayRates RatesOf(Ring ring) => _rates[(int)Rings.ZoneOf(ring)];

    // The sums of a ring's zone among those of the city.
    public Span<double> Part(Span<double> sums, Ring ring) => sums.Slice(_offsets[(int)Rings.ZoneOf(ring)], RatesOf(ring).Count);
}
