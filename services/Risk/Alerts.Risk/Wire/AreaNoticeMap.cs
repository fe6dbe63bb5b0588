using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Phrase = Alerts.Terms.Phrase;

namespace Alerts.Risk.Wire;

/// <summary>Makes the event by which notify learns that a signature changes a level. Pure.</summary>
internal static class AreaNoticeMap
{
    /// <param name="notice">What to tell.</param>
    /// <param name="exercise">Whether a scenario sets the time.</param>
    public static Event ToEvent(AreaNotice notice, bool exercise)
    {
        SignedArea area = notice.Area;
        Phrase headline = exercise ? Headlines.Exercise + notice.Headline : notice.Headline;
        string situation = SituationIds.OfArea(area.Scope, area.Area);
        SignedLevel? signed = area.AssessedAt(notice.IssuedAt);
        bool stands = area.StandsAt(notice.IssuedAt);
        DateTimeOffset until = stands
            ? area.Overrides.Where(o => o.CountsAt(notice.IssuedAt)).Select(o => o.EndsAt).Append(signed?.ReviewAt ?? notice.IssuedAt).Max()
            : notice.IssuedAt;
        return new Event
        {
            Scope = area.Scope.Value,
            SituationAssessed = new SituationAssessed
            {
                Situation = situation,
                Scope = area.Scope.Value,
                Revision = area.Revision,
                Alert = new Alert
                {
                    Situation = situation,
                    Scope = area.Scope.Value,
                    Action = (AlertAction)notice.Action,
                    State = stands ? SituationState.Active : SituationState.Expired,
                    Urgency = (Urgency)notice.Urgency,
                    Headline = headline.English,
                    Summary = notice.Summary.English,
                    Words = { AlertDraftMap.InFrench(headline, notice.Summary) },
                    Reasons = { notice.Reasons.Select(AlertDraftMap.ToReason) },
                    Place = notice.City is { } city
                        ? AlertDraftMap.ToPlace(city)
                        : new Place { Name = area.Area.CountryCode, CountryCode = area.Area.CountryCode, Precision = PlacePrecision.Country },
                    Cities = { notice.Cities.Select(AlertDraftMap.ToEffect) },
                    Category = (ThreatCategory)(signed?.Category ?? 0),
                    Kind = SituationKind.Level,
                    Exercise = exercise,
                    IssueTime = Timestamp.FromDateTimeOffset(notice.IssuedAt),
                    OnsetTime = Timestamp.FromDateTimeOffset(notice.IssuedAt),
                    ExpireTime = Timestamp.FromDateTimeOffset(until),
                    // What an organisation's own adviser signs is that organisation's.
                    Tlp = TlpLabel.AmberStrict,
                },
            },
        };
    }
}
