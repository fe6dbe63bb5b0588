using Alerts.Gazetteer;
using Alerts.Notify.Situations;
using Alerts.Terms;

namespace Alerts.Notify.Wire;

// What one alert touches.
internal sealed class AlertReach(PlaceIndex places)
{
    // A place known only as "in this city" may be anywhere within the city's reach (risk.md: 10 km, 20 km from a million inhabitants).
    private const double CitySlackKm = 10;
    private const double LargeCitySlackKm = 20;
    private const int LargeCityPopulation = 1_000_000;

    // "In this area": first-level areas differ widely; as far as an alert counts as near a city.
    private const double AreaSlackKm = 50;

    public Reach Of(V1.Alert alert)
    {
        V1.Place[] sites = [.. Sites(alert)];
        ThreatLevel? level = Level(alert);
        bool isSystem = alert.Kind == V1.SituationKind.System;
        V1.ThreatCategory category = alert.Category;
        return new Reach
        {
            Cities = [.. alert.Cities.Select(c => c.City.GeonamesId).Concat(sites.Select(s => s.GeonamesId)).Where(id => id != 0)],
            Countries = Reach.None.Countries.Union(
                alert.Cities.Select(c => c.City.CountryCode).Concat(sites.Select(s => s.CountryCode)).Where(code => code.Length > 0)),
            Sites = [.. sites.Where(HasSite).Select(Site).Distinct()],
            Categories = category == V1.ThreatCategory.Unspecified ? [] : [(ThreatCategory)(int)category],
            EventTypes = EventTypeOf(alert.Incident) is { } type ? [type] : [],
            LocalTypes = LocalTypeOf(alert.Incident) is { } local ? [local] : [],
            PeakLevel = level,
            PeakUrgency = UrgencyOf(alert),
            Traits = (level is null ? ReachTraits.Unlevelled : 0)
                | (category == V1.ThreatCategory.Unspecified ? ReachTraits.Uncategorised : 0)
                | (alert.Exercise ? 0 : ReachTraits.Real)
                | (isSystem ? ReachTraits.System : 0)
                | (EventTypeOf(alert.Incident) is null && LocalTypeOf(alert.Incident) is null ? ReachTraits.Untyped : 0),
        };
    }

    // A type of a newer program counts as not known.
    private static EventType? EventTypeOf(V1.Incident? incident) =>
        incident is { SubEventType: not V1.SubEventType.Unspecified } && Enum.IsDefined(incident.SubEventType)
            ? EventTypes.Of((SubEventType)(int)incident.SubEventType)
            : null;

    private static LocalType? LocalTypeOf(V1.Incident? incident) =>
        incident is { LocalType: not V1.LocalType.Unspecified } && Enum.IsDefined(incident.LocalType) ? (LocalType)(int)incident.LocalType : null;

    private static IEnumerable<V1.Place> Sites(V1.Alert alert)
    {
        if (alert.Place is { } place)
            yield return place;
        foreach (V1.IncidentSite site in alert.Incident?.Sites ?? [])
        {
            if (site.Place is { } sitePlace)
                yield return sitePlace;
        }
    }

    // The centre of a country says nothing of where in it something is.
    private static bool HasSite(V1.Place place) => place.Point is not null && place.Precision != V1.PlacePrecision.Country;

    private ReachSite Site(V1.Place place) => new(new GeoPoint(place.Point.Latitude, place.Point.Longitude), Slack(place));

    private double Slack(V1.Place place) => place.Precision switch
    {
        V1.PlacePrecision.Point or V1.PlacePrecision.Unspecified => 0,
        V1.PlacePrecision.City => places.Find(place.GeonamesId)?.Population >= LargeCityPopulation ? LargeCitySlackKm : CitySlackKm,
        _ => AreaSlackKm,
    };

    // The highest level that the revision forces or accompanies. The level before counts too: a city that falls with this revision was
    // at that level while the situation went on.
    private static ThreatLevel? Level(V1.Alert alert)
    {
        int highest = alert.Cities.SelectMany(c => new[] { (int)c.LevelBefore, (int)c.LevelAfter }).Append((int)alert.Floor).Max();
        return highest == 0 ? null : (ThreatLevel)Math.Min(highest, (int)ThreatLevel.Extreme);
    }

    // Not said, or a value of a newer program: as the most urgent.
    private static Urgency UrgencyOf(V1.Alert alert) =>
        alert.Urgency is V1.Urgency.Routine or V1.Urgency.Priority ? (Urgency)(int)alert.Urgency : Urgency.Flash;
}
