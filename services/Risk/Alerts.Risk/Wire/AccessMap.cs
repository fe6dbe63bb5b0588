using Alerts.Risk.Access;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using AccessAspect = Alerts.V1.AccessAspect;
using AccessPicture = Alerts.Risk.Access.AccessPicture;
using AccessState = Alerts.V1.AccessState;
using AccessWay = Alerts.Risk.Access.AccessWay;

namespace Alerts.Risk.Wire;

/// <summary>Makes the messages about access: the picture, and the event by which notify learns of an alert. Pure.</summary>
internal static class AccessMap
{
    private const int MostIncidents = 50;

    public static V1.AccessPicture ToPicture(AccessPicture picture) => new()
    {
        State = (AccessState)(picture.State ?? 0),
        SinceTime = ToTimestamp(picture.Since),
        LastHeardTime = ToTimestamp(picture.LastHeard),
        Reasons = { picture.Reasons.Select(AlertDraftMap.ToReason) },
        Ways = { picture.Ways.Select(ToWay) },
        Incidents = { picture.Incidents.Take(MostIncidents) },
        Situation = picture.SituationId ?? "",
    };

    public static Event ToEvent(AccessAlert alert)
    {
        AccessThread thread = alert.Thread;
        return new Event
        {
            Scope = thread.Scope.Value,
            SituationAssessed = new SituationAssessed
            {
                Situation = thread.Id,
                Scope = thread.Scope.Value,
                Revision = thread.Revision,
                Alert = ToAlert(alert),
                OverlaidIn = { alert.OverlaidIn },
            },
        };
    }

    private static Alert ToAlert(AccessAlert alert)
    {
        AccessThread thread = alert.Thread;
        Place city = AlertDraftMap.ToPlace(alert.City);
        return new Alert
        {
            Situation = thread.Id,
            Scope = thread.Scope.Value,
            Action = (AlertAction)alert.Action,
            State = (SituationState)thread.Status,
            Urgency = (Urgency)alert.Urgency,
            Headline = alert.Headline.English,
            Summary = alert.Summary.English,
            Words = { AlertDraftMap.InFrench(alert.Headline, alert.Summary) },
            Reasons = { alert.Reasons.Select(AlertDraftMap.ToReason) },
            Place = city,
            Cities =
            {
                new CityEffect { City = city, InReach = true, LevelBefore = (ThreatLevel)(alert.Before ?? 0), LevelAfter = (ThreatLevel)(alert.After ?? 0) },
            },
            Standing = (AcuteStanding)(alert.Picture?.Standing ?? 0),
            Floor = (ThreatLevel)(thread.IsOpen ? alert.Picture?.Floor ?? 0 : 0),
            Kind = SituationKind.Pressure,
            Exercise = thread.Exercise,
            IssueTime = ToTimestamp(alert.IssuedAt),
            OnsetTime = ToTimestamp(alert.Picture?.Since),
            ExpireTime = ToTimestamp((thread.DigestDue ?? alert.IssuedAt).AddDays(1)),
            Supersedes = { alert.Supersedes is { } shared ? [shared] : Array.Empty<string>() },
            Tlp = (TlpLabel)thread.Tlp,
            Access = alert.Picture is { } picture ? ToPicture(picture with { SituationId = thread.Id }) : null,
        };
    }

    private static V1.AccessWay ToWay(AccessWay way) => new()
    {
        Aspect = (AccessAspect)way.Key.Aspect,
        State = (AccessState)(way.State ?? 0),
        Axis = way.Key.Sector is { } sector ? Compass.Word(sector) : "",
        Toward = { way.Toward },
        SinceTime = ToTimestamp(way.Since),
        LastHeardTime = ToTimestamp(way.LastHeard),
        Reasons = { way.Reasons.Select(AlertDraftMap.ToReason) },
    };

    private static Timestamp? ToTimestamp(DateTimeOffset? instant) => instant is { } known ? Timestamp.FromDateTimeOffset(known) : null;
}
