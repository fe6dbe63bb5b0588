using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Terms;
using Alerts.V1;
using AcuteSite = Alerts.Risk.Acute.AcuteSite;
using ClaimantKind = Alerts.V1.ClaimantKind;
using GeoPoint = Alerts.Terms.GeoPoint;
using PlacePrecision = Alerts.Terms.PlacePrecision;
using Standing = Alerts.Terms.Standing;
using SubEventType = Alerts.Terms.SubEventType;
using TargetKind = Alerts.Terms.TargetKind;
using TimePrecision = Alerts.Terms.TimePrecision;
using Verification = Alerts.Terms.Verification;

namespace Alerts.Risk.Wire;

/// <summary>Reads an incident event as risk sees it. Pure.</summary>
internal static class IncidentFactsMap
{
    private const string DayFormat = "yyyy-MM-dd";

    public static IncidentFacts ToFacts(IncidentRecorded recorded)
    {
        Incident incident = recorded.Incident;
        TimeZoneInfo zone = ZoneOf(incident);
        bool merged = incident.MergedInto.Length > 0;
        AcuteIncident? acute = incident.Historic || incident.Sites.Count == 0 ? null : ToAcute(incident, zone);
        return new IncidentFacts
        {
            Acute = acute,
            Access = acute is null ? null : AccessIncidentMap.ToAccess(recorded, acute, LocalDay(incident.Occurred, zone), merged),
            IncidentId = incident.Name,
            Revision = incident.Revision,
            Scope = new Scope(incident.Scope),
            Title = incident.Title,
            FrenchTitle = FrenchTitle.Of(incident),
            CountryCode = incident.Sites.Count > 0 ? incident.Sites[0].Place.CountryCode : "",
            Contribution = merged ? null : ToContribution(incident, zone),
            MergedInto = merged ? incident.MergedInto : null,
            Absorbed = [.. recorded.Absorbed],
            Overlays = incident.Overlays.Length > 0 ? incident.Overlays : null,
            OverlaidIn = [.. recorded.OverlaidIn],
            MaybeSame = [.. incident.Links.Where(l => l.Kind != IncidentLinkKind.Nearby).Select(l => l.Incident)],
        };
    }

    /// <summary>What a corroborated, confirmed or historic act adds to the forecast; null when it adds nothing.</summary>
    public static Contribution? ToContribution(Incident incident) => ToContribution(incident, ZoneOf(incident));

    private static Contribution? ToContribution(Incident incident, TimeZoneInfo zone)
    {
        bool counts = incident.SubEventType != 0
            && EventTypes.IsOrganisedViolence((SubEventType)incident.SubEventType)
            && incident.Verification is V1.Verification.Corroborated or V1.Verification.Confirmed
            && incident.Sites.Count > 0
            && incident.Sites[0].Place is { CountryCode.Length: 2, Precision: V1.PlacePrecision.Point or V1.PlacePrecision.City };
        if (!counts || Casualties(incident).Killed is not { } killed)
            return null;
        Place place = incident.Sites[0].Place;
        return new Contribution(PointOf(place), place.CountryCode, LocalDay(incident.Occurred, zone), killed >= 1);
    }

    private static AcuteIncident ToAcute(Incident incident, TimeZoneInfo zone) => new()
    {
        IncidentId = incident.Name,
        Revision = incident.Revision,
        Scope = new Scope(incident.Scope),
        SubEventType = incident.SubEventType == 0 ? null : (SubEventType)incident.SubEventType,
        LocalType = incident.LocalType == 0 ? null : (Terms.LocalType)incident.LocalType,
        Sites = [.. incident.Sites.Select((site, i) => ToSite(incident, site, i))],
        LastAct = LastAct(incident.Occurred, zone),
        Zone = zone,
        RecordedAt = incident.UpdateTime.ToDateTimeOffset(),
        Ongoing = incident.Occurred.HasOngoing ? incident.Occurred.Ongoing : null,
        Casualties = Casualties(incident),
        Targets = [.. incident.Targets.Select(t => (TargetKind)t)],
        AidWorkersAffected = incident.AidWorkers is not null,
        ComplexAttack = incident.ComplexAttack,
        Verification = (Verification)incident.Verification,
        Exercise = incident.Exercise,
    };

    private static AcuteSite ToSite(Incident incident, IncidentSite site, int index) => new(
        PointOf(site.Place),
        (PlacePrecision)site.Place.Precision,
        [.. site.Targets.Select(t => (TargetKind)t)],
        [.. incident.Reports.Where(r => r.SiteIndexes.Contains(index)).Select(ToEvidence)]);

    // A belligerent never confirms: what an armed group says is a claim, what authorities confirm is a report.
    private static AcuteEvidence ToEvidence(IncidentReport report)
    {
        Standing standing = report.Standing == V1.Standing.Unspecified ? Standing.Reported : (Standing)report.Standing;
        if (report.Kind == ClaimantKind.ArmedGroup && standing != Standing.Denied)
            standing = Standing.Claimed;
        else if (report.Kind == ClaimantKind.Authorities && standing == Standing.Confirmed)
            standing = Standing.Reported;
        var grade = new Grade(
            report.Reliability == 0 ? Terms.SourceReliability.F : (Terms.SourceReliability)report.Reliability,
            report.Credibility == 0 ? Terms.InformationCredibility.CannotBeJudged : (Terms.InformationCredibility)report.Credibility);
        return new AcuteEvidence(report.Origin.Length > 0 ? report.Origin : null, grade, standing, report.Kind == ClaimantKind.Analyst);
    }

    private static AcuteCasualties Casualties(Incident incident) => new(
        KilledVictims: Estimate(incident.CasualtyEstimate?.Killed),
        KilledAttackers: Estimate(incident.CasualtyEstimate?.AttackersKilled),
        Wounded: Estimate(incident.CasualtyEstimate?.Wounded));

    private static int? Estimate(V1.CasualtyRange? range) => range is null
        ? null
        : new Terms.CasualtyRange(range.HasLow ? range.Low : null, range.HasBest ? range.Best : null, range.HasHigh ? range.High : null).Estimate;

    /// <summary>When the last known act was; a day counts by its noon, which is within it whatever the zone.</summary>
    public static ActTime LastAct(OccurredTime occurred, TimeZoneInfo zone)
    {
        if (occurred.LastActTime is { } last)
            return new ActTime(last.ToDateTimeOffset(), occurred.Precision <= V1.TimePrecision.PartOfDay ? (TimePrecision)occurred.Precision : TimePrecision.Hour);
        if (occurred.StartTime is { } start)
            return new ActTime(start.ToDateTimeOffset(), (TimePrecision)occurred.Precision);
        DateTime noon = LocalDay(occurred, zone).ToDateTime(new TimeOnly(12, 0));
        return new ActTime(new DateTimeOffset(noon, zone.GetUtcOffset(noon)), (TimePrecision)occurred.Precision);
    }

    private static DateOnly LocalDay(OccurredTime occurred, TimeZoneInfo zone) => occurred.LocalDate.Length > 0
        ? DateOnly.ParseExact(occurred.LocalDate, DayFormat)
        : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(occurred.StartTime.ToDateTimeOffset(), zone).DateTime);

    private static GeoPoint PointOf(Place place) => new(place.Point.Latitude, place.Point.Longitude);

    private static TimeZoneInfo ZoneOf(Incident incident) =>
        incident.Sites.Count > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(incident.Sites[0].Place.TimeZone, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;
}
