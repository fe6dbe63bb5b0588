using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Risk.Views;
using Alerts.Terms;
using Alerts.Tests.Unit.Risk.Levels;
using Alerts.Tests.Unit.Risk.Situations;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk.Views;

public sealed class SigningTests
{
    // GeoNames ids.
    private const int BamakoId = 2460596;
    private const int GaoId = 2457163;

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Place City = Places.Find(BamakoId)!.Value;
    private static readonly Area OfCity = new(BamakoId, "ML");
    private static readonly Area OfCountry = new(null, "ML");
    private readonly ThreatBoard _board = Covered();

    [Fact]
    public void Sign_City_IsTheLevelInThatViewAlone()
    {
        AreaChange change = Sign(OfCity, ThreatLevel.Substantial, Five);
        Assert.Equal((ThreatLevel.Substantial, ThreatLevel.Minimal), (Level(Scope.Local, Five), Level(Scope.Shared, Five)));
        Assert.Equal(ThreatLevel.Minimal, Level(new Scope("another"), Five));
        CityReading said = Assert.Single(change.Levels);
        Assert.Equal((Scope.Local, OfCity), (said.Scope, said.Orders.SignedFor!.Value));
        Assert.Equal((SituationAction.Raise, Urgency.Priority, 1L), (change.Notice!.Action, change.Notice.Urgency, change.Area.Revision));
        Assert.Contains("1 Minimal → 4 Substantial", change.Notice.Headline.English, StringComparison.Ordinal);
        Assert.Contains("invented", change.Notice.Summary.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_SameLevelAnew_IsSaidAndTellsNobody()
    {
        Sign(OfCity, ThreatLevel.Substantial, Five);
        AreaChange change = Sign(OfCity, ThreatLevel.Substantial, Five.AddDays(1));
        Assert.Null(change.Notice);
        Assert.Single(change.Levels);
        Assert.Equal(1, change.Area.Revision);
    }

    [Fact]
    public void Sign_Country_CountsWhereNoCityIsSigned()
    {
        Sign(OfCity, ThreatLevel.High, Five);
        AreaChange change = Sign(OfCountry, ThreatLevel.Moderate, Five);
        Assert.Equal(ThreatLevel.High, Level(Scope.Local, Five));
        Assert.Equal(ThreatLevel.Moderate, _board.Read(Scope.Local, Places.Find(GaoId)!.Value, Five).Level.Level);
        Assert.DoesNotContain(change.Levels, l => l.City.GeonameId == BamakoId);
        Assert.All(change.Levels, l => Assert.Equal("ML", l.City.CountryCode));
        Assert.Null(change.Notice!.City);
        Assert.StartsWith("Level in country ML: 3 Moderate is signed, it changes in ", change.Notice.Headline.English, StringComparison.Ordinal);
        Assert.InRange(change.Notice.Cities.Count, 10, 500);
        // When the city's own is withdrawn its country's counts there too.
        AreaChange withdrawn = _board.Sign(Scope.Local, OfCity, (signed, now) => signed.Withdraw(now, new Withdrawal("adviser", "over")), Five.AddDays(1));
        Assert.Equal(ThreatLevel.Moderate, Level(Scope.Local, Five.AddDays(1)));
        Assert.Equal(Urgency.Routine, withdrawn.Notice!.Urgency);
    }

    [Fact]
    public void Sign_WithoutCoverage_IsALevelAllTheSame()
    {
        var empty = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        empty.Sign(Scope.Local, OfCity, (signed, now) => signed.Sign(SignedAreaTests.Level(ThreatLevel.Low, now)), Five);
        Assert.Equal(ThreatLevel.Low, empty.Read(Scope.Local, City, Five).Level.Level);
        Assert.Equal(ThreatLevel.Low, empty.Rank(Scope.Local, "ML", Five).Single(r => r.City == City).Level);
        Assert.All(empty.Rank(Scope.Shared, "ML", Five), rank => Assert.Null(rank.Level));
    }

    [Fact]
    public void Read_BeforeTheSignature_KnowsNothingOfIt()
    {
        Sign(OfCity, ThreatLevel.Substantial, Five);
        Assert.Equal(ThreatLevel.Minimal, Level(Scope.Local, Five.AddTicks(-1)));
        Assert.Equal(ThreatLevel.Substantial, Level(Scope.Local, Five.AddDays(80)));
    }

    [Fact]
    public void Override_Downwards_CoversWhatWasKnownAndNothingNew()
    {
        Attacked("i1", 0);
        Assert.Equal(ThreatLevel.Moderate, Level(Scope.Local, Five.AddMinutes(10)));
        AreaChange change = Override(downwards: true, ThreatLevel.Low, Five.AddMinutes(10), Five.AddDays(2));
        Assert.Equal([SituationIds.OfIncident(Scope.Shared, "i1")], change.Area.Overrides[0].KnownSituations!.Keys);
        Assert.Equal((ThreatLevel.Low, ThreatLevel.Moderate), (Level(Scope.Local, Five.AddMinutes(10)), Level(Scope.Shared, Five.AddMinutes(10))));
        Attacked("i2", 20);
        Assert.Equal(ThreatLevel.Moderate, Level(Scope.Local, Five.AddMinutes(30)));
    }

    [Fact]
    public void Override_DownwardsWithNothingKnown_IsRefused() =>
        Assert.Equal(ErrorKind.FailedPrecondition, Assert.Throws<AlertsException>(() => Override(downwards: true, ThreatLevel.Low, Five, Five.AddDays(2))).Kind);

    [Fact]
    public void End_OfAnOverride_IsAnnouncedADayBeforeAndTold()
    {
        Override(downwards: false, ThreatLevel.High, Five, Five.AddDays(7));
        Assert.Equal((ThreatLevel.High, Five.AddDays(6)), (Level(Scope.Local, Five), _board.NextDue()!.Value));
        AreaChange announced = _board.End(Assert.Single(_board.DueAreas(Five.AddDays(6))))!;
        Assert.Equal((Urgency.Routine, 2L), (announced.Notice!.Urgency, announced.Area.Revision));
        Assert.Empty(announced.Notice.Cities);
        Assert.Contains("ends at 2024-09-24 05:00", announced.Notice.Summary.English, StringComparison.Ordinal);
        Assert.Empty(_board.DueAreas(Five.AddDays(6)));
        AreaChange ended = _board.End(Assert.Single(_board.DueAreas(Five.AddDays(8))))!;
        Assert.Equal((ThreatLevel.High, ThreatLevel.Minimal), (ended.Notice!.Cities[0].Before!.Value, ended.Notice.Cities[0].After!.Value));
        Assert.Null(_board.NextDue());
    }

    [Fact]
    public void SignHold_QuietSituation_KeepsItsFloorUntilItsEnd()
    {
        Situation situation = Attacked("i1", 0);
        DateTimeOffset quiet = Five.AddDays(3).AddHours(1);
        EndAll(quiet);
        BoardChange held = _board.SignHold(Scope.Local, situation.Id, Five.AddDays(20), "adviser", "invented", quiet);
        Assert.Equal((SituationAction.Update, Urgency.Routine), (held.Alert!.Action, held.Alert.Urgency));
        EndAll(Five.AddDays(19));
        Assert.Equal(ThreatLevel.Moderate, Level(Scope.Local, Five.AddDays(19)));
        // Lifted, the floor falls step by step, the first one when it could be announced.
        _board.SignHold(Scope.Local, situation.Id, null, "adviser", "over", Five.AddDays(19));
        Assert.Equal(ThreatLevel.Moderate, Level(Scope.Local, Five.AddDays(19).AddHours(11)));
        EndAll(Five.AddDays(19).AddHours(13));
        Assert.Equal(ThreatLevel.Low, Level(Scope.Local, Five.AddDays(19).AddHours(13)));
        Assert.Equal(ErrorKind.FailedPrecondition, Assert.Throws<AlertsException>(() => _board.SignHold(Scope.Local, situation.Id, null, "adviser", "again", Five.AddDays(19).AddHours(13))).Kind);
        Assert.Equal(ErrorKind.NotFound, Assert.Throws<AlertsException>(() => _board.SignHold(Scope.Local, "situations/none", null, "adviser", "none", Five)).Kind);
    }

    [Fact]
    public void SignHold_NewReport_KeepsTheHold()
    {
        Situation situation = Attacked("i1", 0);
        _board.SignHold(Scope.Local, situation.Id, Five.AddDays(20), "adviser", "invented", Five.AddHours(1));
        _board.Record(SituationJudgeTests.Facts(Attack(Site(School, Report("a"), Report("b"))).Next(2)), Five.AddHours(2));
        Assert.Single(_board.Orders(Scope.Local).Situations[0].Holds);
    }

    [Fact]
    public void For_EverythingThatWaits_ListsItByUrgencyWithReasonAndTodo()
    {
        Sign(OfCountry, ThreatLevel.Moderate, Five.AddDays(-84));
        Sign(OfCity, ThreatLevel.High, Five.AddDays(-100));
        _board.Record(SituationJudgeTests.Facts(Attack(Site(School, Report("x", C5))) with { IncidentId = "i9" }), Five.AddMinutes(5));
        Situation quiet = Attacked("i1", 0);
        DateTimeOffset now = Five.AddDays(3).AddHours(1);
        EndAll(now);
        Override(downwards: false, ThreatLevel.Low, now, now.AddHours(20));
        var list = new ToSignList(_board, new CityList(_board, new FakeTimeProvider()), Places);
        IReadOnlyList<ToSign> found = list.For(Scope.Local, now);
        Assert.Equal(found.OrderBy(i => i.Kind).Select(i => i.Kind), found.Select(i => i.Kind));
        Assert.All(found, i => Assert.True(i.Reason.Length > 0 && i.Todo.Length > 0 && i.Title.Length > 0));
        Assert.Equal(SituationIds.OfIncident(Scope.Shared, "i9"), Assert.Single(found, i => i.Kind == ToSignKind.ReviewIncident).Subject);
        Assert.Equal(OfCity.Name, Assert.Single(found, i => i.Kind == ToSignKind.OrderEnds).Subject);
        Assert.Contains(found, i => i.Kind == ToSignKind.QuietSituation && i.Subject == quiet.Id);
        Assert.Equal(OfCity.Name, Assert.Single(found, i => i.Kind == ToSignKind.ReviewOverdue).Subject);
        Assert.Equal(OfCountry.Name, Assert.Single(found, i => i.Kind == ToSignKind.ReviewDue).Subject);
        ToSign differs = found.First(i => i.Kind == ToSignKind.BandDiffers);
        Assert.Equal((OfCity.Name, 4, ThreatLevel.Minimal, ThreatLevel.High), (differs.Subject, differs.Weight, differs.Band!.Value, differs.Assessed!.Value));
        Assert.DoesNotContain(found, i => i.Kind == ToSignKind.NotSigned);
    }

    [Fact]
    public void For_CityAtThreeUnsigned_AsksForASignature()
    {
        Attacked("i1", 0);
        var list = new ToSignList(_board, new CityList(_board, new FakeTimeProvider()), Places);
        ToSign item = Assert.Single(list.For(Scope.Local, Five.AddMinutes(10)), i => i.City?.GeonameId == BamakoId);
        Assert.Equal((ToSignKind.NotSigned, ThreatLevel.Moderate), (item.Kind, item.Level!.Value));
    }

    private static ThreatBoard Covered()
    {
        var board = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        board.Cover(new CountryCover("ML", new DateOnly(2014, 1, 1), new DateOnly(2024, 9, 10)));
        return board;
    }

    private Situation Attacked(string incident, double minutes)
    {
        var attack = Attack(Site(School, Report("a"))) with { IncidentId = incident, RecordedAt = Five.AddMinutes(minutes) };
        return _board.Record(SituationJudgeTests.Facts(attack), Five.AddMinutes(minutes)).Situation!;
    }

    private AreaChange Sign(Area area, ThreatLevel level, DateTimeOffset at) =>
        _board.Sign(Scope.Local, area, (signed, now) => signed.Sign(SignedAreaTests.Level(level, now)), at);

    private AreaChange Override(bool downwards, ThreatLevel level, DateTimeOffset at, DateTimeOffset ends) => _board.Override(
        Scope.Local, OfCity, downwards, (known, now) => SignedAreaTests.Up(now, ends) with { Area = OfCity, Level = level, KnownSituations = known }, at);

    private void EndAll(DateTimeOffset now)
    {
        while (_board.Due(now) is { Count: > 0 } due)
            _board.End(due[0]);
    }

    private ThreatLevel? Level(Scope scope, DateTimeOffset at) => _board.Read(scope, City, at).Level.Level;
}
