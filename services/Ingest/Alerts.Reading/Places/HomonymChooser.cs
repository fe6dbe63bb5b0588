using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Chooses among the places of one name; none when nothing speaks for any: no place is better than a wrong one.</summary>
/// <remarks>Speaks for a place: a unit, town or country named right behind it, the countries of the text, rank, population, places nearby that the text names too.</remarks>
internal static class HomonymChooser
{
    // Beyond the countries that a text names, only places that everybody knows are meant.
    private const int KnownToNeighbours = 50_000;
    private const int KnownToTheWorld = 700_000;
    private const int KnownWithoutContext = 100_000;
    private const int ShortestAlternateName = 4;
    private const int ShortestForeignAlternateName = 5;

    // Of a name that many places bear, only one so many times larger than each of the others is known beyond the countries of the text.
    private const long Outshines = 10;

    private const int WorthADateline = 20_000;

    private const double ByHierarchy = 6;
    private const double ByNeighbours = 2;
    private const double NearKm = 120;
    private const double KmPerDegree = 111;

    /// <summary>Where a text was filed: in the country that its dateline names; without one, agencies leave it out for capitals and for towns that everybody knows.</summary>
    public static Place? Filed(IReadOnlyList<Place> named, string folded, CountryTally countries, string? said)
    {
        if (said is not null && MostPopulous(named.Where(p => p.CountryCode == said)) is { } there) return there;
        Place? likely = Choose(named, folded, countries, [], []);
        if (likely is { IsCapital: true } or { Population: >= KnownWithoutContext }) return likely;
        return MostPopulous(named.Where(p => p.IsCapital)) ?? MostPopulous(named.Where(p => p.Population >= KnownToTheWorld)) ?? likely;
    }

    /// <summary>Where a text was filed of which nothing else speaks for a country ("DIFFA, 30 August"): a town beside which none of the name is worth a dateline.</summary>
    public static Place? FiledAlone(IReadOnlyList<Place> named, string folded)
    {
        Place[] called = [.. named.Where(p => NameFolding.Fold(p.Name) == folded)];
        if (called.Length == 0) called = [.. named];
        return MostPopulous(called) is { } largest && (largest.IsFirstOrderSeat || largest.Population >= WorthADateline) && !IsOneOfMany(largest, called) ? largest : null;
    }

    public static Place? Choose(IReadOnlyList<Place> named, string folded, CountryTally countries, IReadOnlyCollection<string> units, IReadOnlyList<Place> others, Func<Place, bool>? isThere = null)
    {
        Place? best = null;
        double bestScore = double.MinValue;
        foreach (Place place in named)
        {
            double weight = countries.WeightOf(place.CountryCode);

            // Most bearers of a common name end here, before anything of theirs is decoded.
            if (weight == 0 && !countries.IsEmpty && !place.IsCapital && place.Population < KnownToTheWorld) continue;
            bool ownName = NameFolding.Fold(place.Name) == folded;
            bool within = (countries.IsEmpty || weight > 0) && (units.Any(unit => AdminAreas.Contains(unit, place)) || isThere?.Invoke(place) == true);
            if (!within && (!IsPlausible(place, folded, ownName, countries) || (!countries.Names(place.CountryCode) && IsOneOfMany(place, named)))) continue;
            double score = Score(place, weight, ownName) + (within ? ByHierarchy : 0) + (HasNear(place, others) ? ByNeighbours : 0);
            if (score < bestScore || (score == bestScore && best is { } rival && rival.GeonameId < place.GeonameId)) continue;
            bestScore = score;
            best = place;
        }

        return best;
    }

    private static Place? MostPopulous(IEnumerable<Place> places) => places.OrderByDescending(p => p.Population).Select(p => (Place?)p).FirstOrDefault();

    private static bool HasNear(Place place, IReadOnlyList<Place> others)
    {
        GeoPoint point = place.Point;
        foreach (Place other in others)
        {
            if (Math.Abs(other.Point.Latitude - point.Latitude) * KmPerDegree <= NearKm && other != place && other.Point.DistanceKmTo(point) <= NearKm) return true;
        }

        return false;
    }

    private static bool IsOneOfMany(Place place, IReadOnlyList<Place> named)
    {
        foreach (Place other in named)
        {
            if (other != place && other.CountryCode != place.CountryCode && other.Population * Outshines > place.Population) return true;
        }

        return false;
    }

    private static bool IsPlausible(Place place, string folded, bool ownName, CountryTally countries)
    {
        bool named = countries.Names(place.CountryCode);
        if (!ownName && folded.Length < (named || countries.IsEmpty ? ShortestAlternateName : ShortestForeignAlternateName)) return false;
        if (named) return !CountryTally.IsOutsider(place.CountryCode) || countries.Main == place.CountryCode || (ownName && place.Population >= KnownWithoutContext);
        if (place.IsCapital) return ownName || place.Population >= KnownWithoutContext;
        if (countries.IsEmpty) return place.Population >= (ownName ? KnownWithoutContext : KnownToTheWorld);

        // Mombasa is called Mambasa, too, but not in a text that names the Congo.
        if (!ownName && countries.IsSure) return false;
        return place.Population >= (countries.WeightOf(place.CountryCode) > 0 ? KnownToNeighbours : KnownToTheWorld);
    }

    private static double Score(Place place, double weight, bool ownName) =>
        weight + (place.IsCapital ? 2 : 0) + (place.IsFirstOrderSeat ? 1 : 0) + (ownName ? 1 : 0) + (Math.Log10(place.Population + 1) / 2);
}
