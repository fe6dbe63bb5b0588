using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>Which cities an incident touches: the reach of the acute table.</summary>
/// <remarks>Pure and thread safe.</remarks>
/// <param name="places">Where the cities are.</param>
public sealed class CityReach(PlaceIndex places)
{
    /// <summary>Reach of a city, kilometres from its centre, the edge included.</summary>
    public const double ReachKm = 10;

    /// <summary>Reach of a city of at least <see cref="LargePopulation"/> inhabitants, kilometres.</summary>
    public const double LargeReachKm = 20;

    /// <summary>Inhabitants from which a city has the larger reach.</summary>
    public const int LargePopulation = 1_000_000;

    /// <summary>Kilometres within which an airport belongs to a city: the one of most inhabitants there.</summary>
    public const double AirportKm = 20;

    /// <summary>Kilometres within which an incident is "near" a city. A Major one lifts its level as far out as this.</summary>
    public const double NearKm = 50;

    /// <summary>The scored cities that an incident touches.</summary>
    /// <param name="sites">Its sites; those known only to a district or country touch no city.</param>
    /// <param name="size">Its size; null when the acute table does not cover it.</param>
    /// <returns>Cities in reach first, then by distance, then by id; each once, with its nearest site.</returns>
    public IReadOnlyList<CityHit> Of(IReadOnlyList<AcuteSite> sites, IncidentSize? size)
    {
        var hits = new Dictionary<int, CityHit>();
        foreach (AcuteSite site in sites.Where(site => site.Precision <= PlacePrecision.City))
        {
            List<PlaceDistance> near = [.. places.Within(site.Point, NearKm).Where(near => near.Place.IsScored)];
            int? owner = AirportCity(site, near);
            foreach ((Place place, double km) in near)
            {
                bool inReach = size == IncidentSize.Major || km <= Reach(place) || place.GeonameId == owner;
                var hit = new CityHit(place, km, inReach);
                if (hits.TryGetValue(place.GeonameId, out CityHit known))
                    hit = new CityHit(place, Math.Min(km, known.Km), inReach || known.IsInReach);
                hits[place.GeonameId] = hit;
            }
        }

        return [.. hits.Values.OrderByDescending(hit => hit.IsInReach).ThenBy(hit => hit.Km).ThenBy(hit => hit.Place.GeonameId)];
    }

    private static double Reach(Place place) => place.Population >= LargePopulation ? LargeReachKm : ReachKm;

    private static int? AirportCity(AcuteSite site, List<PlaceDistance> near) =>
        site.Targets.Contains(TargetKind.Airport) && near.Exists(n => n.Km <= AirportKm)
            ? near.Where(n => n.Km <= AirportKm).MaxBy(n => n.Place.Population).Place.GeonameId
            : null;
}
