using Alerts.Risk.Access;
using Alerts.Risk.Acute;
using Alerts.V1;
using AccessEffect = Alerts.Risk.Access.AccessEffect;
using GeoPoint = Alerts.Terms.GeoPoint;

namespace Alerts.Risk.Wire;

/// <summary>Reads off an incident event what the rules for access need. Pure.</summary>
internal static class AccessIncidentMap
{
    public static AccessIncident ToAccess(IncidentRecorded recorded, AcuteIncident acute, DateOnly day, bool merged)
    {
        Incident incident = recorded.Incident;
        DateTimeOffset start = incident.Occurred.StartTime is { } exact && incident.Occurred.LocalDate.Length == 0 ? exact.ToDateTimeOffset() : FirstInstant(day, acute.Zone);
        return new AccessIncident
        {
            Acute = acute,
            Start = start.ToUniversalTime(),
            Day = day,
            FirstHeard = incident.CreateTime.ToDateTimeOffset(),
            LastHeard = incident.Reports.Select(r => r.AcceptTime.ToDateTimeOffset()).Append(incident.CreateTime.ToDateTimeOffset()).Max(),
            CountryCode = incident.Sites[0].Place.CountryCode,
            Labels = [.. incident.Sites.Select(s => s.Place.Label)],
            Names = [.. incident.Sites.Select(s => s.Place.Name)],
            Effects = [.. incident.Access.Select(ToEffect)],
            IsMerged = merged,
            Tlp = recorded.Tlp == V1.TlpLabel.Unspecified ? Terms.TlpLabel.AmberStrict : (Terms.TlpLabel)recorded.Tlp,
        };
    }

    private static AccessEffect ToEffect(V1.AccessEffect effect) => new(
        effect.City.Place.GeonamesId,
        effect.Aspect == V1.AccessAspect.Unspecified ? null : (Terms.AccessAspect)effect.Aspect,
        effect.Toward?.Place is { } toward ? (new GeoPoint(toward.Point.Latitude, toward.Point.Longitude), toward.Name) : null);

    private static DateTimeOffset FirstInstant(DateOnly day, TimeZoneInfo zone)
    {
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
