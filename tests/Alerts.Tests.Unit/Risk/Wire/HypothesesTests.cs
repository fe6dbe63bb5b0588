using Alerts.Gazetteer;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Risk.Wire;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;
using AcuteStanding = Alerts.V1.AcuteStanding;
using Place = Alerts.Gazetteer.Place;
using PlacePrecision = Alerts.Terms.PlacePrecision;
using SubEventType = Alerts.V1.SubEventType;
using TargetKind = Alerts.V1.TargetKind;
using TimePrecision = Alerts.Terms.TimePrecision;

namespace Alerts.Tests.Unit.Risk.Wire;

// All incidents are invented: that is what they are for.
public sealed class HypothesesTests
{
    // GeoNames id of Bamako.
    private const int BamakoId = 2460596;

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Place City = Places.Find(BamakoId)!.Value;

    public static TheoryData<string, HypotheticalIncident> Bad => new()
    {
        { "incidents[0].sub_event_type", new HypotheticalIncident() },
        { "incidents[0].sub_event_type", new HypotheticalIncident { SubEventType = SubEventType.Attack, LocalType = V1.LocalType.Curfew } },
        { "incidents[0].sub_event_type", new HypotheticalIncident { SubEventType = (SubEventType)999 } },
        { "incidents[0].killed", Attacked(i => i.Killed = -1) },
        { "incidents[0].killed", Attacked(i => i.Killed = 1_000_001) },
        { "incidents[0].standing", Attacked(i => i.Standing = (AcuteStanding)999) },
        { "incidents[0].targets", Attacked(i => i.Targets.Add(TargetKind.Unspecified)) },
        { "incidents[0].distance_km", Attacked(i => i.DistanceKm = -0.1) },
        { "incidents[0].distance_km", Attacked(i => i.DistanceKm = double.NaN) },
        { "incidents[0].distance_km", Attacked(i => i.DistanceKm = 501) },
        { "incidents[0].geonames_id", Attacked(i => i.GeonamesId = 1) },
        { "incidents[0].point", Attacked(i => i.Point = new V1.GeoPoint { Latitude = 95 }) },
        { "incidents[0].time", Attacked(i => i.Time = Timestamp.FromDateTimeOffset(Five.AddMinutes(1))) },
        { "incidents[0].time", Attacked(i => i.Time = new Timestamp { Seconds = long.MinValue }) },
        { "incidents[0].time", Attacked(i => i.Time = new Timestamp { Seconds = Five.ToUnixTimeSeconds(), Nanos = -1 }) },
        { "incidents[0].local_date", Attacked(i => i.LocalDate = "2024-09-18") },
        { "incidents[0].local_date", Attacked(i => i.LocalDate = "0001-01-01") },
        { "incidents[0].local_date", Attacked(i => i.LocalDate = "yesterday") },
        { "incidents[0].days_ago", Attacked(i => i.DaysAgo = -1) },
        { "incidents[0].hours_ago", Attacked(i => i.HoursAgo = int.MaxValue) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Of_FieldThatIsWrong_IsNamed(string field, HypotheticalIncident incident)
    {
        AlertsException refused = Assert.Throws<AlertsException>(() => Of(incident));
        Assert.Equal(field, Assert.Single(refused.Violations).Field);
    }

    [Fact]
    public void Of_NoneOrTooMany_IsRefused()
    {
        Assert.Throws<AlertsException>(() => Of());
        Assert.Throws<AlertsException>(() => Of([.. Enumerable.Repeat(Attacked(_ => { }), Hypotheses.MostIncidents + 1)]));
    }

    [Fact]
    public void Of_NothingButAType_IsInTheCityNowUnverifiedAndOfUnknownToll()
    {
        IncidentFacts facts = Assert.Single(Of(Attacked(_ => { })));
        Assert.Equal("hypothetical/1", facts.IncidentId);
        Assert.Null(facts.Acute!.Casualties.Killed);
        Assert.Equal(PlacePrecision.City, facts.Acute.Sites[0].Precision);
        Assert.Equal(new ActTime(Five, TimePrecision.Exact), facts.Acute.LastAct);
        Assert.Null(facts.Contribution);
    }

    [Theory]
    [InlineData(AcuteStanding.Improbable, Terms.AcuteStanding.Improbable)]
    [InlineData(AcuteStanding.Unspecified, Terms.AcuteStanding.Unverified)]
    [InlineData(AcuteStanding.Unverified, Terms.AcuteStanding.Unverified)]
    [InlineData(AcuteStanding.Credible, Terms.AcuteStanding.Credible)]
    [InlineData(AcuteStanding.Corroborated, Terms.AcuteStanding.Corroborated)]
    public void Of_Standing_IsThatWhichTheRulesFind(AcuteStanding asked, Terms.AcuteStanding found)
    {
        IncidentFacts facts = Of(Attacked(i => (i.Standing, i.Killed) = (asked, 3)))[0];
        Assert.Equal(found, SituationJudge.Judge(facts, null, null, Five).Situation.Assessment.Standing);
        Assert.Equal(asked == AcuteStanding.Corroborated, facts.Contribution is not null);
    }

    [Fact]
    public void Of_DaysAgo_IsALocalDayReportedWhenItWasOver()
    {
        IncidentFacts facts = Of(Attacked(i => (i.DaysAgo, i.Killed, i.Standing) = (2, 3, AcuteStanding.Corroborated)))[0];
        Assert.Equal(new DateOnly(2024, 9, 15), facts.Contribution!.LocalDay);
        Assert.Equal(TimePrecision.Day, facts.Acute!.LastAct.Precision);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 0, 0, 0, TimeSpan.Zero), facts.Acute.RecordedAt);
    }

    [Fact]
    public void Of_Distance_IsThatFarFromTheCentre()
    {
        IncidentFacts facts = Of(Attacked(i => i.DistanceKm = 30))[0];
        Assert.Equal(30, City.Point.DistanceKmTo(facts.Acute!.Sites[0].Point), 1e-6);
        Assert.Equal(PlacePrecision.Point, facts.Acute.Sites[0].Precision);
    }

    internal static IReadOnlyList<IncidentFacts> Of(params HypotheticalIncident[] incidents) => new Hypotheses(Places, City, Five).Of(incidents);

    internal static HypotheticalIncident Attacked(Action<HypotheticalIncident> more)
    {
        var incident = new HypotheticalIncident { SubEventType = SubEventType.Attack };
        more(incident);
        return incident;
    }
}
