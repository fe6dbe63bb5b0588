using Alerts.Gazetteer;
using Alerts.Terms;
using BenchmarkDotNet.Attributes;

namespace Alerts.Benchmarks;

[MemoryDiagnoser]
public class GazetteerBenchmarks
{
    private readonly PlaceIndex _places = PlaceIndex.Load();

    // BenchmarkDotNet takes instance methods only.
#pragma warning disable CA1822
    [Benchmark]
    public int Load() => PlaceIndex.Load().Count;
#pragma warning restore CA1822

    [Benchmark]
    public int FindByName() => _places.FindByName("Gao", "ML").Count;

    // Bamako's centre: what resolving a point or finding touched cities costs.
    [Benchmark]
    public int Within50Km() => _places.Within(new GeoPoint(12.6392, -8.0029), 50).Count;
}
