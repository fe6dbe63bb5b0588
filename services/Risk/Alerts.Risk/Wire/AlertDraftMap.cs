using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Language = Alerts.Terms.Language;
using Phrase = Alerts.Terms.Phrase;

namespace Alerts.Risk.Wire;

/// <summary>Makes the event by which notify learns of a revision of a thread. Pure.</summary>
internal static class AlertDraftMap
{
    public static Event ToEvent(AlertDecision decision, IncidentRecorded recorded)
    {
        Situations.Situation situation = decision.Situation;
        return new Event
        {
            Scope = situation.Scope.Value,
            SituationAssessed = new SituationAssessed
            {
                Situation = situation.Id,
                Scope = situation.Scope.Value,
                Revision = situation.Revision,
                Alert = ToAlert(decision, recorded),
                OverlaidIn = { situation.OverlaidIn },
            },
        };
    }

    public static V1.LevelReason ToReason(Levels.LevelReason reason)
    {
        var mapped = new V1.LevelReason { Code = reason.Code, Text = reason.Text, Level = (ThreatLevel)(reason.Level ?? 0), Incident = reason.IncidentId ?? "" };
        foreach ((string key, string value) in reason.Parameters)
            mapped.Parameters[key] = value;
        if (reason.French is { } french)
            mapped.Texts[Language.French.Tag] = french;
        return mapped;
    }

    // Alert.words.
    public static Dictionary<string, AlertWords> InFrench(Phrase headline, Phrase summary) =>
        new() { [Language.French.Tag] = new AlertWords { Headline = headline.French, Summary = summary.French } };

    public static V1.Place ToPlace(Gazetteer.Place place) => new()
    {
        GeonamesId = place.GeonameId,
        Name = place.Name,
        Admin1 = place.Admin1 ?? "",
        CountryCode = place.CountryCode,
        Point = new GeoPoint { Latitude = place.Point.Latitude, Longitude = place.Point.Longitude },
        Precision = PlacePrecision.City,
        TimeZone = place.TimeZoneId,
    };

    private static Alert ToAlert(AlertDecision decision, IncidentRecorded recorded)
    {
        Situations.Situation situation = decision.Situation;
        Incident incident = recorded.Incident;
        DateTimeOffset quiet = situation.LastAct.End(situation.Zone()).AddHours(FloorDecay.QuietHours);
        return new Alert
        {
            Situation = situation.Id,
            Scope = situation.Scope.Value,
            Action = (AlertAction)decision.Action,
            State = (SituationState)situation.Status,
            Urgency = (Urgency)decision.Urgency,
            Headline = decision.Headline.English,
            Summary = decision.Summary.English,
            Words = { InFrench(decision.Headline, decision.Summary) },
            Reasons = { decision.Reasons.Select(ToReason) },
            Incident = incident,
            Place = incident.Sites.Count > 0 ? incident.Sites[0].Place : null,
            Cities = { decision.Cities.Select(ToEffect) },
            Size = (IncidentSize)(situation.Assessment.Size ?? 0),
            Standing = (AcuteStanding)situation.Assessment.Standing,
            Floor = (ThreatLevel)(situation.FloorAt(decision.IssuedAt)?.Floor ?? 0),
            Category = incident.Category,
            Kind = SituationKind.Incident,
            Exercise = situation.Exercise,
            IssueTime = Timestamp.FromDateTimeOffset(decision.IssuedAt),
            OnsetTime = incident.Occurred.StartTime,
            ExpireTime = Timestamp.FromDateTimeOffset(situation.NextDue is { } due && due > quiet ? due : quiet),
            SupersededBy = decision.SupersededBy ?? "",
            Supersedes = { decision.Supersedes },
            Tlp = recorded.Tlp,
        };
    }

    public static V1.CityEffect ToEffect(Situations.CityEffect effect) => new()
    {
        City = ToPlace(effect.Hit.Place),
        DistanceKm = effect.Hit.Km,
        InReach = effect.Hit.IsInReach,
        LevelBefore = (ThreatLevel)(effect.Before ?? 0),
        LevelAfter = (ThreatLevel)(effect.After ?? 0),
    };
}
