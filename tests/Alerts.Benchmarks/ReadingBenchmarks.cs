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

    // Own words, as long as a telex of a news service (about 2,000 chars) and all in capitals, where every word may be a name.
    private static readonly string Telex = string.Concat(Enumerable.Repeat(
        "BOGOTA, 12 MARCH 2025 -- [TEXT] THE ARMY REPORTED TODAY THAT FIVE SOLDIERS WERE KILLED AND NINE WOUNDED WHEN GUERRILLAS OF THE ARMY OF NATIONAL LIBERATION "
        + "[ELN] AMBUSHED A CONVOY YESTERDAY MORNING ON THE ROAD FROM CUCUTA TO OCANA, IN NORTE DE SANTANDER DEPARTMENT. THE SPOKESMAN ADDED THAT THE REBELS SET FIRE TO "
        + "TWO TRUCKS BEFORE FLEEING TOWARD THE MOUNTAINS. IN MEDELLIN, UNIDENTIFIED MEN MURDERED LABOR LEADER RAMON QUIJADA IN FRONT OF HIS HOUSE.\n\n",
        4));

    private readonly RuleReader _reader = new(PlaceIndex.Load());
    private readonly TextInput _input = new(Article, new DateTimeOffset(2025, 3, 12, 12, 0, 0, TimeSpan.Zero), "ML", "en");

    private readonly TextInput _telex = new(Telex, new DateTimeOffset(2025, 3, 12, 12, 0, 0, TimeSpan.Zero), null, "en");

    [Benchmark]
    public int ReadTelex() => _reader.Read(_telex).Reports.Count;

    [Benchmark]
    public int ReadArticle() => _reader.Read(_input).Reports.Count;
}
