using Alerts.Gazetteer;
using Alerts.Risk.Situations;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using AcuteStanding = Alerts.V1.AcuteStanding;
using GeoPoint = Alerts.Terms.GeoPoint;
using LocalType = Alerts.V1.LocalType;
using Place = Alerts.Gazetteer.Place;
using SubEventType = Alerts.V1.SubEventType;
using TargetKind = Alerts.V1.TargetKind;

namespace Alerts.Risk.Wire;

/// <summary>
/// Makes hypothetical incidents into the facts of incidents, by way of the message in which a real one comes, so that the same code
/// judges both. Refuses bad ones by field.
/// </summary>
/// <param name="places">The gazetteer.</param>
/// <param name="city">The city that is asked about.</param>
/// <param name="now">The domain's time.</param>
internal sealed class Hypotheses(PlaceIndex places, Place city, DateTimeOffset now)
{
    public const int MostIncidents = 10;

    private const int MostKilled = 1_000_000;
    private const int MostTargets = 12;
    private const double FarthestKm = 500;
    private const int OldestDays = 3_650;
    private const int NanosOfSecond = 1_000_000_000;
    private const string DayFormat = "yyyy-MM-dd";

    // As ingest names the place of a point: the nearest within this distance.
    private const double NamingKm = 50;

    private readonly List<FieldViolation> _violations = [];

    /// <exception cref="AlertsException">None, too many, or a field is wrong; names every one.</exception>
    public IReadOnlyList<IncidentFacts> Of(IReadOnlyList<HypotheticalIncident> incidents)
    {
        if (incidents.Count is 0 or > MostIncidents)
            throw AlertsException.Invalid("incidents", $"must have 1 to {MostIncidents} items; it has {incidents.Count}.");
        for (int i = 0; i < incidents.Count; i++)
            Check(incidents[i], $"incidents[{i}]");
        if (_violations.Count > 0)
            throw AlertsException.Invalid(_violations);
        return [.. incidents.Select((incident, i) => IncidentFactsMap.ToFacts(new IncidentRecorded { Incident = ToIncident(incident, i + 1) }))];
    }

    private void Check(HypotheticalIncident incident, string path)
    {
        bool acled = incident.SubEventType != SubEventType.Unspecified;
        bool local = incident.LocalType != LocalType.Unspecified;
        if (acled == local)
            Refuse($"{path}.sub_event_type", "set exactly one of sub_event_type and local_type.");
        if (!System.Enum.IsDefined(incident.SubEventType))
            Refuse($"{path}.sub_event_type", "is not a type that this server knows.");
        if (!System.Enum.IsDefined(incident.LocalType))
            Refuse($"{path}.local_type", "is not a type that this server knows.");
        if (incident.HasKilled && incident.Killed is < 0 or > MostKilled)
            Refuse($"{path}.killed", $"must be 0 to {MostKilled}; leave it out when it is not known.");
        if (!System.Enum.IsDefined(incident.Standing))
            Refuse($"{path}.standing", "is not a standing that this server knows.");
        if (incident.Targets.Count > MostTargets || incident.Targets.Any(t => t == TargetKind.Unspecified || !System.Enum.IsDefined(t)))
            Refuse($"{path}.targets", $"must be at most {MostTargets} kinds that this server knows.");
        if (CheckPlace(incident, path) && !IsPast(incident))
            Refuse($"{path}.{WhenField(incident)}", $"must be a time of the last {OldestDays} days: a day there such as 2026-01-31, an instant, or a number of days or hours.");
    }

    private bool CheckPlace(HypotheticalIncident incident, string path)
    {
        (string Field, string Problem)? wrong = incident.WhereCase switch
        {
            HypotheticalIncident.WhereOneofCase.DistanceKm when incident.DistanceKm is not (>= 0 and <= FarthestKm) =>
                ("distance_km", $"must be 0 to {FarthestKm} km; what is farther away changes nothing."),
            HypotheticalIncident.WhereOneofCase.GeonamesId when places.Find(incident.GeonamesId) is null => ("geonames_id", "is not a place that this server knows."),
            HypotheticalIncident.WhereOneofCase.Point when !PointOf(incident).IsValid =>
                ("point", "must have a latitude of -90 to 90 and a longitude of -180 to 180."),
            _ => null,
        };
        if (wrong is { } refused)
            Refuse($"{path}.{refused.Field}", refused.Problem);
        return wrong is null;
    }

    // A day counts by the calendar at the place: tomorrow in Kiribati may be today in Samoa.
    private bool IsPast(HypotheticalIncident incident) => incident.WhenCase switch
    {
        HypotheticalIncident.WhenOneofCase.Time => incident.Time.Seconds >= now.AddDays(-OldestDays).ToUnixTimeSeconds()
            && incident.Time.Seconds <= now.ToUnixTimeSeconds() && incident.Time.Nanos is >= 0 and < NanosOfSecond,
        HypotheticalIncident.WhenOneofCase.LocalDate => DateOnly.TryParseExact(incident.LocalDate, DayFormat, out DateOnly day)
            && Today(SiteOf(incident).Zone).DayNumber - day.DayNumber is >= 0 and <= OldestDays,
        HypotheticalIncident.WhenOneofCase.DaysAgo => incident.DaysAgo is >= 0 and <= OldestDays,
        HypotheticalIncident.WhenOneofCase.HoursAgo => incident.HoursAgo is >= 0 and <= OldestDays * 24,
        _ => true,
    };

    private DateOnly Today(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    private Incident ToIncident(HypotheticalIncident given, int number)
    {
        Site site = SiteOf(given);
        string name = $"hypothetical/{number}";
        AcuteStanding standing = given.Standing == AcuteStanding.Unspecified ? AcuteStanding.Unverified : given.Standing;
        var incident = new Incident
        {
            Name = name,
            Scope = Scope.Shared.Value,
            Revision = 1,
            SubEventType = given.SubEventType,
            LocalType = given.LocalType,
            Sites = { new IncidentSite { Place = site.Place } },
            Occurred = OccurredOf(given, site.Zone),
            Verification = standing == AcuteStanding.Corroborated ? V1.Verification.Corroborated : V1.Verification.Unverified,
            Reports = { Enumerable.Range(1, standing == AcuteStanding.Corroborated ? 2 : 1).Select(i => ReportOf(name, i, standing)) },
            Targets = { given.Targets },
            ComplexAttack = given.ComplexAttack,
            Title = name,
        };
        if (given.HasKilled)
            incident.CasualtyEstimate = new CasualtyStatement { Killed = new V1.CasualtyRange { Best = given.Killed } };
        if (given.Targets.Contains(TargetKind.Airport))
            incident.Sites[0].Targets.Add(TargetKind.Airport);
        DateTimeOffset over = IncidentFactsMap.LastAct(incident.Occurred, site.Zone).End(site.Zone);
        incident.CreateTime = incident.UpdateTime = Timestamp.FromDateTimeOffset(over < now ? over : now);
        foreach (IncidentReport report in incident.Reports)
            report.AcceptTime = incident.CreateTime;
        return incident;
    }

    // The least evidence that gives the standing by the rules of the acute table.
    private static IncidentReport ReportOf(string incident, int number, AcuteStanding standing) => new()
    {
        Report = $"{incident}/reports/{number}",
        Origin = $"{incident}/origins/{number}",
        Standing = V1.Standing.Reported,
        Reliability = standing >= AcuteStanding.Credible ? V1.SourceReliability.C : V1.SourceReliability.F,
        Credibility = standing switch
        {
            AcuteStanding.Improbable => V1.InformationCredibility.Improbable,
            AcuteStanding.Unverified => V1.InformationCredibility.CannotBeJudged,
            _ => V1.InformationCredibility.PossiblyTrue,
        },
        SiteIndexes = { 0 },
    };

    private OccurredTime OccurredOf(HypotheticalIncident given, TimeZoneInfo zone)
    {
        var occurred = new OccurredTime { Precision = V1.TimePrecision.Exact };
        switch (given.WhenCase)
        {
            case HypotheticalIncident.WhenOneofCase.Time:
                occurred.StartTime = given.Time;
                break;
            case HypotheticalIncident.WhenOneofCase.LocalDate:
                occurred.LocalDate = given.LocalDate;
                occurred.Precision = V1.TimePrecision.Day;
                break;
            case HypotheticalIncident.WhenOneofCase.DaysAgo:
                occurred.LocalDate = Today(zone).AddDays(-given.DaysAgo).ToString(DayFormat);
                occurred.Precision = V1.TimePrecision.Day;
                break;
            default:
                occurred.StartTime = Timestamp.FromDateTimeOffset(now.AddHours(-given.HoursAgo));
                break;
        }

        if (given.HasOngoing)
            occurred.Ongoing = given.Ongoing;
        return occurred;
    }

    private Site SiteOf(HypotheticalIncident given)
    {
        switch (given.WhereCase)
        {
            case HypotheticalIncident.WhereOneofCase.DistanceKm when given.DistanceKm > 0:
                return At(city, city.Point.North(given.DistanceKm));
            case HypotheticalIncident.WhereOneofCase.GeonamesId:
                return In(places.Find(given.GeonamesId)!.Value);
            case HypotheticalIncident.WhereOneofCase.Point:
                GeoPoint point = PointOf(given);
                return At(places.Nearest(point, NamingKm)?.Place ?? city, point);
            default:
                return In(city);
        }
    }

    private Site In(Place place) => new(AlertDraftMap.ToPlace(place), places.ZoneOf(place));

    private Site At(Place near, GeoPoint point)
    {
        V1.Place spot = AlertDraftMap.ToPlace(near);
        spot.Point = new V1.GeoPoint { Latitude = point.Latitude, Longitude = point.Longitude };
        spot.Precision = V1.PlacePrecision.Point;
        spot.DistanceKm = near.Point.DistanceKmTo(point);
        return new Site(spot, places.ZoneOf(near));
    }

    private static GeoPoint PointOf(HypotheticalIncident given) => new(given.Point.Latitude, given.Point.Longitude);

    private static string WhenField(HypotheticalIncident given) => given.WhenCase switch
    {
        HypotheticalIncident.WhenOneofCase.LocalDate => "local_date",
        HypotheticalIncident.WhenOneofCase.DaysAgo => "days_ago",
        HypotheticalIncident.WhenOneofCase.HoursAgo => "hours_ago",
        _ => "time",
    };

    private void Refuse(string field, string description) => _violations.Add(new FieldViolation(field, description));

    private readonly record struct Site(V1.Place Place, TimeZoneInfo Zone);
}
