using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Risk.Views;
using Alerts.Terms;
using BenchmarkDotNet.Attributes;

namespace Alerts.Benchmarks;

/// <summary>What risk costs per event, beside 100,000 events of history.</summary>
[MemoryDiagnoser]
public class RiskBenchmarks
{
    private const int Events = 100_000;
    private static readonly DateTimeOffset Now = new(2024, 9, 17, 5, 0, 0, TimeSpan.Zero);
    private static readonly Scope Shared = Scope.Shared;

    private readonly PlaceIndex _places = PlaceIndex.Load();
    private ThreatBoard _board = null!;
    private Place[] _cities = null!;
    private int _next;

    [GlobalSetup]
    public void Fill()
    {
        _cities = [.. _places.Scored];
        _board = new ThreatBoard(_places, ForecastParameters.LoadDefault(), learnsApart: true);
        foreach (string country in _cities.Select(c => c.CountryCode).Distinct())
            _board.Cover(new CountryCover(country, new DateOnly(2014, 1, 1), new DateOnly(2024, 9, 10)));
        for (int i = 0; i < Events; i++)
            Put(i);
        while (_board.Learn(Now))
        {
        }
    }

    // One event of history into the ledger: every scored city within 200 km counts it.
    [Benchmark]
    public void Contribute() => Put(Events + _next++);

    // One city's level with its forecast and the replay of its band.
    [Benchmark]
    public CityReading ReadCity() => _board.Read(Shared, _cities[_next++ % _cities.Length], Now);

    // The whole world's cities in order of their threat, and the first fifty of them, with nothing kept from the list before.
    [Benchmark]
    public CityPage ListCities() => new CityList(_board, TimeProvider.System).Page(Shared, "", 0, Now, 0, 50);

    // The same as an organisation sees it.
    [Benchmark]
    public CityPage ListCitiesOfOrganisation() => new CityList(_board, TimeProvider.System).Page(new Scope("local"), "", 0, Now, 0, 50);

    // The same right after one more event has come in.
    [Benchmark]
    public CityPage ListCitiesAfterEvent()
    {
        Put(Events + _next++, DateOnly.FromDateTime(Now.Date));
        return ListCities();
    }

    // One live report: judged, its cities read before and after.
    [Benchmark]
    public BoardChange RecordReport()
    {
        Place city = _cities[_next++ * 7919L % _cities.Length];
        return _board.Record(Facts($"incidents/{_next}", city), Now);
    }

    private void Put(int i) => Put(i, new DateOnly(2014, 1, 1).AddDays(i * 31 % 3_900));

    private void Put(int i, DateOnly day)
    {
        Place city = _cities[i * 7919L % _cities.Length];
        _board.Contribute(Shared, $"history/{i}", new Contribution(city.Point, city.CountryCode, day, i % 4 > 0));
    }

    private static IncidentFacts Facts(string id, Place city) => new()
    {
        IncidentId = id,
        Revision = 1,
        Scope = Shared,
        Title = "Attack",
        CountryCode = city.CountryCode,
        Contribution = null,
        Acute = new AcuteIncident
        {
            IncidentId = id,
            Revision = 1,
            Scope = Shared,
            SubEventType = SubEventType.Attack,
            Sites = [new AcuteSite(city.Point, PlacePrecision.Point, [], [new AcuteEvidence("origin", Grade.Unknown)])],
            LastAct = new ActTime(Now, TimePrecision.Exact),
            Zone = TimeZoneInfo.Utc,
            RecordedAt = Now,
            Ongoing = true,
        },
    };
}
