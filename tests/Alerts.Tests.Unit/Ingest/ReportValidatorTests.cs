using Alerts.Gazetteer;
using Alerts.Ingest.Reports;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Ingest;

public sealed class ReportValidatorTests
{
    private static readonly ReportValidator Validator = new(new PlaceResolver(PlaceIndex.Load()));

    // Each case breaks one rule of protos/alerts/v1/report.proto; the path is that of the field.
    public static TheoryData<string, string> Broken => new(Cases.Select(c => (c.Key, c.Value.Field)));

    private static Dictionary<string, (string Field, ReportDraft Draft)> Cases { get; } = new()
    {
        ["unknown place"] = ("report.sites[0].reference.geonames_id", Sample.Attack with { Sites = [Sample.InCity(1)] }),
        ["unknown name"] = ("report.sites[0].reference.named.name", Sample.Attack with { Sites = [new SiteDraft(new PlaceReference { Name = "Nowhere-at-all", CountryCode = "ML" }, [])] }),
        ["latitude 95"] = ("report.sites[0].reference.point.latitude", Sample.Attack with { Sites = [Sample.At(new GeoPoint(95, 0))] }),
        ["latitude NaN"] = ("report.sites[0].reference.point.latitude", Sample.Attack with { Sites = [Sample.At(new GeoPoint(double.NaN, 0))] }),
        ["longitude 181"] = ("report.sites[0].reference.point.longitude", Sample.Attack with { Sites = [Sample.At(new GeoPoint(0, 181))] }),
        ["no site"] = ("report.sites", Sample.Attack with { Sites = [] }),
        ["17 sites"] = ("report.sites", Sample.Attack with { Sites = [.. Enumerable.Repeat(Sample.At(Sample.Faladie), 17)] }),
        ["site without reference"] = ("report.sites[0].reference", Sample.Attack with { Sites = [new SiteDraft(null, [])] }),
        ["30 February"] = ("report.occurred.local_date", Sample.Attack with { Occurred = Sample.OnDay("2024-02-30") }),
        ["date far ahead"] = ("report.occurred.local_date", Sample.Attack with { Occurred = Sample.OnDay("2024-09-19") }),
        ["11 minutes ahead"] = ("report.occurred.start_time", Sample.Attack with { Occurred = Sample.Exactly(Sample.Now.AddMinutes(11)) }),
        ["before 1900"] = ("report.occurred.start_time", Sample.Attack with { Occurred = Sample.Exactly(new DateTimeOffset(1899, 12, 31, 0, 0, 0, TimeSpan.Zero)) }),
        ["no precision"] = ("report.occurred.precision", Sample.Attack with { Occurred = new OccurredDraft { Start = Sample.Now } }),
        ["no time"] = ("report.occurred", Sample.Attack with { Occurred = null }),
        ["day with a start"] = ("report.occurred.start_time", Sample.Attack with { Occurred = Sample.OnDay("2024-09-16") with { Start = Sample.Now } }),
        ["exact with a date"] = ("report.occurred.local_date", Sample.Attack with { Occurred = Sample.Exactly(Sample.Now) with { LocalDate = "2024-09-16" } }),
        ["exact without start"] = ("report.occurred.start_time", Sample.Attack with { Occurred = new OccurredDraft { Precision = TimePrecision.Exact } }),
        ["last act first"] = ("report.occurred.last_act_time", Sample.Attack with { Occurred = Sample.Exactly(Sample.Now) with { LastAct = Sample.Now.AddHours(-1) } }),
        ["minus one killed"] = ("report.casualties[0].killed.best", Killed(new CasualtyRange(null, -1, null))),
        ["a million and one"] = ("report.casualties[0].killed.high", Killed(new CasualtyRange(null, null, 1_000_001))),
        ["low above high"] = ("report.casualties[0].killed", Killed(new CasualtyRange(5, null, 3))),
        ["no type"] = ("report.sub_event_type", Sample.Attack with { Type = default }),
        ["type 99"] = ("report.sub_event_type", Sample.Attack with { Type = new EventKind((SubEventType)99, null) }),
        ["target 99"] = ("report.targets[0]", Sample.Attack with { Targets = [(TargetKind)99] }),
        ["label 9"] = ("report.tlp", Sample.Attack with { Tlp = (TlpLabel)9 }),
        ["reliability 9"] = ("report.source.reliability", Sample.Attack with { Source = Sample.By("x", (SourceReliability)9) }),
        ["long source"] = ("report.source.name", Sample.Attack with { Source = Sample.By(new string('x', 201)) }),
        ["line break in source"] = ("report.source.name", Sample.Attack with { Source = Sample.By("one\ntwo") }),
        ["long text"] = ("report.text", Sample.Attack with { Text = new string('é', 32_769) }),
        ["33 statements"] = ("report.statements", Sample.Attack with { Statements = [.. Enumerable.Repeat(new Statement(null, null, Standing.Reported, ""), 33)] }),
        ["access of no city"] = ("report.access[0].city", Sample.Attack with { Access = [new AccessEffectDraft(null, null, null)] }),
        ["access of a point"] = ("report.access[0].city.reference", Sample.Attack with { Access = [new AccessEffectDraft(Sample.At(Sample.Faladie), null, null)] }),
        ["access of an unknown city"] = ("report.access[0].city.reference.geonames_id", Sample.Attack with { Access = [new AccessEffectDraft(Sample.InCity(1), null, null)] }),
        ["access aspect 9"] = ("report.access[0].aspect", Sample.Attack with { Access = [new AccessEffectDraft(Sample.InCity(Sample.Bamako), (AccessAspect)9, null)] }),
        ["access toward nowhere"] = ("report.access[0].toward.reference", Sample.Attack with { Access = [new AccessEffectDraft(Sample.InCity(Sample.Bamako), AccessAspect.Road, new SiteDraft(null, []))] }),
        ["9 access"] = ("report.access", Sample.Attack with { Access = [.. Enumerable.Repeat(new AccessEffectDraft(Sample.InCity(Sample.Bamako), null, null), 9)] }),
        ["red without recipients"] = ("report.recipients", Sample.Attack with { Tlp = TlpLabel.Red }),
        ["green with recipients"] = ("report.recipients", Sample.Attack with { Recipients = ["org-b"] }),
        ["amber with partners, who are not served"] = ("report.recipients", Sample.Attack with { Tlp = TlpLabel.Amber, Recipients = ["org-b"] }),
        ["output only"] = ("report.origin", Sample.Attack with { OutputOnly = ["origin"] }),
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Validate_BrokenField_NamesItAlone(string broken, string field)
    {
        AlertsException refusal = Assert.Throws<AlertsException>(() => Validator.Validate(Cases[broken].Draft, "report", Sample.Now, false));

        Assert.Equal(ErrorKind.InvalidArgument, refusal.Kind);
        Assert.Equal([field], refusal.Violations.Select(v => v.Field));
    }

    [Fact]
    public void Validate_SeveralWrong_NamesAll()
    {
        ReportDraft draft = Sample.Attack with { Type = default, Sites = [], Tlp = TlpLabel.Red };

        AlertsException refusal = Assert.Throws<AlertsException>(() => Validator.Validate(draft, "report", Sample.Now, false));

        Assert.Equal(["report.sub_event_type", "report.sites", "report.recipients"], refusal.Violations.Select(v => v.Field));
        Assert.Equal(ErrorReasons.InvalidField, refusal.Reason);
    }

    [Fact]
    public void Validate_OnlyThePlaceUnknown_SaysSo()
    {
        AlertsException refusal = Assert.Throws<AlertsException>(() => Validator.Validate(Cases["unknown place"].Draft, "report", Sample.Now, false));

        Assert.Equal(ErrorReasons.UnknownPlace, refusal.Reason);
    }

    [Fact]
    public void Validate_PointNearCity_IsDescribedByIt()
    {
        SitePlace place = Validator.Validate(Sample.Attack, "report", Sample.Now, false).Sites[0].Place;

        Assert.Equal(PlacePrecision.Point, place.Precision);
        Assert.Equal("ML", place.CountryCode);
        Assert.Equal("Africa/Bamako", place.TimeZone);
    }

    [Fact]
    public void Validate_NameWithCountry_FindsTheCity()
    {
        ReportDraft draft = Sample.Attack with { Sites = [new SiteDraft(new PlaceReference { Name = "BAMAKO", CountryCode = "ML" }, [])] };

        SitePlace place = Validator.Validate(draft, "report", Sample.Now, false).Sites[0].Place;

        Assert.Equal(Sample.Bamako, place.GeonamesId);
        Assert.Equal(PlacePrecision.City, place.Precision);
    }

    [Fact]
    public void Validate_NoLabel_StaysInTheOrganisation() =>
        Assert.Equal(TlpLabel.AmberStrict, Validator.Validate(Sample.Attack with { Tlp = null }, "report", Sample.Now, false).Tlp);

    [Fact]
    public void Validate_InScenario_IsAnExercise() =>
        Assert.True(Validator.Validate(Sample.Attack, "report", Sample.Now, inScenario: true).Exercise);

    private static ReportDraft Killed(CasualtyRange killed) => Sample.Attack with { Casualties = [new CasualtyStatement { Killed = killed }] };
}
