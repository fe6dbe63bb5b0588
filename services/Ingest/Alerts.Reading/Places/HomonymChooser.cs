using Alerts.Gazetteer;

namespace Alerts.Reading.Places;

/// <summary>Chooses among the places of one name; none when nothing speaks for any: no place is better than a wrong one.</summary>
internal static class HomonymChooser
{
    // Beyond the countries that a text names, only places that everybody knows are meant.
    private const int KnownToNeighbours = 50_000;
    private const int KnownToTheWorld = 500_000;
    private const int KnownWithoutContext = 100_000;
    private const int ShortestAlternateName = 4;

    public static Place? Choose(PlaceIndex places, string folded, Context context) => places.FindByName(folded, null)
        .Where(place => IsPlausible(place, folded, context))
        .OrderByDescending(place => Score(place, folded, context))
        .ThenBy(place => place.GeonameId)
        .Select(place => (Place?)place)
        .FirstOrDefault();

    private static bool IsPlausible(Place place, string folded, Context context)
    {
        bool ownName = NameFolding.Fold(place.Name) == folded;
        if (!ownName && folded.Length < ShortestAlternateName) return false;
        if (context.Names(place.CountryCode)) return true;
        if (place.IsCapital) return ownName || place.Population >= KnownWithoutContext;
        if (context.IsEmpty) return place.Population >= KnownWithoutContext;
        return place.Population >= (context.WeightOf(place.CountryCode) > 0 ? KnownToNeighbours : KnownToTheWorld);
    }

    private static double Score(Place place, string folded, Context context) =>
        context.WeightOf(place.CountryCode)
        + (place.IsCapital ? 2 : 0)
        + (place.IsFirstOrderSeat ? 1 : 0)
        + (NameFolding.Fold(place.Name) == folded ? 1 : 0)
        + (Math.Log10(place.Population + 1) / 2);
}
