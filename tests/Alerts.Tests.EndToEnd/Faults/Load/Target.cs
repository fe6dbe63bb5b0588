using Alerts.Gazetteer;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>Cities so far apart that an attack on one is no part of an attack on another: each report makes an alert of its own.</summary>
internal static class Target
{
    // More than the 25 km within which coarse places are linked and more than twice any city's reach of 20 km (ingest's README, risk.md).
    private const double ApartKm = 45;

    /// <summary>GeoNames ids of scored cities, in an order drawn by lot; no two within 45 km of each other.</summary>
    public static IReadOnlyList<int> Draw(PlaceIndex places, Random random, int count)
    {
        Place[] all = [.. places.Scored];
        random.Shuffle(all);
        var drawn = new List<int>(count);
        var taken = new HashSet<int>();
        foreach (Place place in all)
        {
            if (taken.Contains(place.GeonameId))
                continue;
            drawn.Add(place.GeonameId);
            if (drawn.Count == count)
                return drawn;
            taken.UnionWith(places.Within(place.Point, ApartKm).Select(near => near.Place.GeonameId));
        }

        throw new InvalidOperationException($"The gazetteer holds {drawn.Count} scored cities {ApartKm} km apart, not {count}.");
    }
}
