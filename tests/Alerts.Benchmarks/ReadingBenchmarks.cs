using Alerts.Gazetteer;
using Alerts.Reading;
using BenchmarkDotNet.Attributes;

namespace Alerts.Benchmarks;

[MemoryDiagnoser]
public class ReadingBenchmarks
{
    // Own words, as long as a short wire item.
    private const string Article =
        "GAO, 12 March 2025 (AGENCY) -- Gunmen on motorcycles attacked a convoy near Gao in northern Mali on Tuesday, killing at least five soldiers and "
        + "wounding nine, two residents said. JNIM claimed the attack in a message on Wednesday. The army has not commented. Residents said that the road "
        + "to Ansongo was closed and that shops in the market stayed shut through the morning.";

    private readonly RuleReader _reader = new(PlaceIndex.Load());
    private readonly TextInput _input = new(Article, new DateTimeOffset(2025, 3, 12, 12, 0, 0, TimeSpan.Zero), "ML", "en");

    [Benchmark]
    public int ReadArticle() => _reader.Read(_input).Reports.Count;
}
