using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Acute;
using Alerts.Risk.Situations;
using Alerts.Risk.Views;
using Alerts.Terms;
using Alerts.Tests.Unit.Risk.Situations;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;
using CityEffect = Alerts.Risk.Situations.CityEffect;

namespace Alerts.Tests.Unit.Risk.Views;

public sealed class ThreatBoardTests
{
    // GeoNames id of Bamako.
    private const int BamakoId = 2460596;

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Place City = Places.Find(BamakoId)!.Value;
    private readonly ThreatBoard _board = new(Places, ForecastParameters.LoadDefault());

    [Fact]
    public void Read_EmptyBoard_IsNotAssessed()
    {
        CityReading reading = _board.Read(Scope.Local, City, Five);
        Assert.Null(reading.Level.Level);
        Assert.Null(reading.Days30);
    }

    // What may not be passed on counts for everybody's forecast and is named to those alone who imported it: not to others, and not in what is stored as said to all.
    [Fact]
    public void Read_IncidentKeptByAnOrganisation_IsNamedToItAlone()
    {
        Cover();
        _board.Contribute(Scope.Shared, "incidents/kept", new Contribution(City.Point, "ML", new DateOnly(2024, 9, 10), Lethal: true) { KeptBy = Scope.Local.Value });
        _board.Contribute(Scope.Shared, "incidents/open", new Contribution(City.Point, "ML", new DateOnly(2024, 9, 5), Lethal: true));
        string[] Named(Scope scope) => [.. _board.Read(scope, City, Five, top: 5).Explanation!.Incidents.Select(i => i.IncidentId).Order(StringComparer.Ordinal)];

        Assert.Equal(["incidents/kept", "incidents/open"], Named(Scope.Local));
        Assert.Equal(["incidents/open"], Named(new Scope("other")));
        Assert.Equal(["incidents/open"], Named(Scope.Shared));
        ForecastExplanation other = _board.Read(new Scope("other"), City, Five, top: 5).Explanation!;
        Assert.Equal((1, _board.Read(Scope.Local, City, Five).Days30!.P), (other.OtherIncidentCount, other.Forecast.P));
        Assert.Equal(
            other.Forecast.Logit,
            other.Intercept + other.Population + other.CountryTrend + other.Climatology + other.Surroundings + other.Background + other.OtherIncidents + other.Incidents.Sum(i => i.Contribution),
            1e-9);
    }

    [Fact]
    public void Course_OfACoveredCity_IsWhatReadsOfThosePastInstantsGive()
    {
        Cover();
        for (int i = 0; i < 40; i++)
            _board.Contribute(Scope.Shared, $"incidents/{i}", new Contribution(City.Point, "ML", new DateOnly(2024, 9, 10).AddDays(-i * 20), Lethal: true));

        IReadOnlyList<ForecastPoint> course = _board.Course(Scope.Shared, City, Five, weeks: 52);

        Assert.Equal(53, course.Count);
        Assert.Equal(Five, course[^1].At);
        Assert.All(course.SkipLast(1), point => Assert.Equal((DayOfWeek.Monday, TimeSpan.Zero), (point.At.DayOfWeek, point.At.TimeOfDay)));
        Assert.All(course, point => Assert.Equal(_board.Read(Scope.Shared, City, point.At).Days30!.P, point.P30));
        Assert.Equal(course.OrderBy(point => point.At), course);
        Assert.True(course.Select(point => point.P30).Distinct().Count() > 40, "It moves.");
    }

    [Fact]
    public void Course_WithoutCoverage_IsEmpty() => Assert.Empty(_board.Course(Scope.Shared, City, Five, weeks: 52));

    // Two data sets that tell of the same events: days count, not rows, so the chance stays as it is; events without deaths are the only ones that count twice, for a twentieth of a logit at most.
    [Fact]
    public void Read_SameHistoryFromTwoDataSets_HardlyMoves()
    {
        Cover();
        void Put(string dataset)
        {
            for (int i = 0; i < 60; i++)
                _board.Contribute(Scope.Shared, $"{dataset}/{i}", new Contribution(City.Point, "ML", new DateOnly(2024, 9, 10).AddDays(-i * 20), Lethal: i % 4 > 0));
        }

        Put("one");
        double once = _board.Read(Scope.Shared, City, Five).Days30!.Terms.Where(t => t.Kind != TermKind.NonLethal).Sum(t => t.Contribution);
        double logit = _board.Read(Scope.Shared, City, Five).Days30!.Logit;
        Put("two");
        Assert.Equal(once, _board.Read(Scope.Shared, City, Five).Days30!.Terms.Where(t => t.Kind != TermKind.NonLethal).Sum(t => t.Contribution), 0.05);
        Assert.InRange(_board.Read(Scope.Shared, City, Five).Days30!.Logit - logit, -0.05, 0.06);
    }

    [Fact]
    public void Read_Covered_HasALevelAndAChance()
    {
        Cover();
        CityReading reading = _board.Read(Scope.Local, City, Five);
        Assert.Equal(ThreatLevel.Minimal, reading.Level.Level);
        Assert.InRange(reading.Days30!.P, 0.001, 0.02);
    }

    [Fact]
    public void Read_CoverageRanOut_FreezesTheLevel()
    {
        Cover();
        CityReading later = _board.Read(Scope.Local, City, Five.AddYears(1));
        Assert.Equal(ThreatLevel.Minimal, later.Level.Level);
        Assert.NotNull(later.Level.FrozenSince);
        Assert.Null(later.Days30);
    }

    [Fact]
    public void Record_UnverifiedAttack_RaisesTheCityAndSaysFromWhere()
    {
        Cover();
        BoardChange change = _board.Record(SituationJudgeTests.Facts(Attack(Site(School, Report("a")))), Five.AddMinutes(5));
        CityEffect effect = Assert.Single(change.Alert!.Cities, c => c.Hit.Place.GeonameId == BamakoId);
        Assert.Equal((ThreatLevel.Minimal, ThreatLevel.Moderate), (effect.Before!.Value, effect.After!.Value));
        Assert.Contains(change.Levels, l => l.City.GeonameId == BamakoId && l.Scope.IsShared);
    }

    [Fact]
    public void Record_SameRevisionAgain_ChangesNothing()
    {
        IncidentFacts facts = SituationJudgeTests.Facts(Attack(Site(School, Report("a"))));
        _board.Record(facts, Five);
        Assert.Null(_board.Record(facts, Five).Situation);
    }

    [Fact]
    public void Record_PrivateIncident_ChangesNoOtherView()
    {
        Cover();
        CityReading before = _board.Read(new Scope("another"), City, Five.AddMinutes(5));
        AcuteIncident own = Attack(Site(School, Report("a"))) with { Scope = Scope.Local };
        _board.Record(SituationJudgeTests.Facts(own), Five.AddMinutes(5));
        Assert.Equal(ThreatLevel.Moderate, _board.Read(Scope.Local, City, Five.AddMinutes(5)).Level.Level);
        CityReading other = _board.Read(new Scope("another"), City, Five.AddMinutes(5));
        CityReading shared = _board.Read(Scope.Shared, City, Five.AddMinutes(5));
        Assert.Equal((before.Level.Level, before.Days30!.P), (other.Level.Level, other.Days30!.P));
        Assert.Equal((before.Level.Level, before.Days30!.P), (shared.Level.Level, shared.Days30!.P));
        Assert.Empty(other.Situations);
    }

    [Fact]
    public void Record_SharedIncidentWithAnOverlay_CountsOnceInTheOverlaysView()
    {
        Cover();
        var point = new Contribution(School, "ML", new DateOnly(2024, 9, 17), Lethal: true);
        _board.Record(SituationJudgeTests.Facts(Attack(Site(School, Report("a")))) with { Contribution = point, OverlaidIn = ["local"] }, Five.AddMinutes(5));
        Assert.Empty(_board.Read(Scope.Local, City, Five.AddMinutes(5)).Situations);
        AcuteIncident overlay = Attack(Site(School, Report("a"), Report("b"))) with { IncidentId = "i2", Scope = Scope.Local };
        _board.Record(SituationJudgeTests.Facts(overlay) with { Contribution = point, Overlays = "i1" }, Five.AddMinutes(6));
        CityReading local = _board.Read(Scope.Local, City, Five.AddMinutes(6));
        CityReading shared = _board.Read(Scope.Shared, City, Five.AddMinutes(6));
        Assert.Single(local.Situations);
        Assert.Equal(shared.Days30!.P, local.Days30!.P);
    }

    [Fact]
    public void Record_AnyOrder_GivesTheSameForecastToTheBit()
    {
        Cover();
        var other = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        other.Cover(new CountryCover("ML", new DateOnly(2014, 1, 1), new DateOnly(2024, 9, 10)));
        Contribution[] days = [.. Enumerable.Range(0, 40).Select(i => new Contribution(School, "ML", new DateOnly(2024, 1, 1).AddDays(i * 5), i % 3 != 0))];
        for (int i = 0; i < days.Length; i++)
        {
            _board.Contribute(Scope.Shared, $"i{i}", days[i]);
            other.Contribute(Scope.Shared, $"i{days.Length - 1 - i}", days[days.Length - 1 - i]);
        }

        CityReading a = _board.Read(Scope.Local, City, Five);
        CityReading b = other.Read(Scope.Local, City, Five);
        Assert.Equal(BitConverter.DoubleToInt64Bits(a.Days30!.P), BitConverter.DoubleToInt64Bits(b.Days30!.P));
        Assert.Equal(a.Level.Level, b.Level.Level);
    }

    [Fact]
    public void End_DueThreads_FallWithoutANewReport()
    {
        Cover();
        Situation situation = _board.Record(SituationJudgeTests.Facts(Attack(Site(School, Report("a")))), Five.AddMinutes(5)).Situation!;
        Assert.Equal(situation.NextDue, _board.NextDue());
        Assert.Empty(_board.Due(Five.AddHours(71)));
        DateTimeOffset end = Five.AddDays(10);
        var levels = new List<ThreatLevel?>();
        while (_board.Due(end) is { Count: > 0 } due)
            levels.AddRange(_board.End(due[0]).Levels.Where(l => l.City.GeonameId == BamakoId && l.Scope.IsShared).Select(l => l.Level.Level));
        Assert.Equal([ThreatLevel.Low, ThreatLevel.Minimal], levels);
        Assert.Empty(_board.Read(Scope.Local, City, end).Situations);
    }

    private void Cover() => _board.Cover(new CountryCover("ML", new DateOnly(2014, 1, 1), new DateOnly(2024, 9, 10)));
}
