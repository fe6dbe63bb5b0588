using Alerts.Gazetteer;

namespace Alerts.Reading.Places;

/// <summary>Administrative units by name, each with the place that stands for it: its best-ranked, then most populous one.</summary>
internal sealed class AdminAreas(PlaceIndex places)
{
    private readonly Lazy<Dictionary<string, List<Place>>> _seats = new(() => Build(places));

    public Place? Find(string folded, Context context) => _seats.Value.TryGetValue(folded, out List<Place>? seats)
        ? seats.Where(p => context.Names(p.CountryCode)).OrderByDescending(p => context.WeightOf(p.CountryCode)).Select(p => (Place?)p).FirstOrDefault()
        : null;

    private static Dictionary<string, List<Place>> Build(PlaceIndex places)
    {
        var best = new Dictionary<(string Country, string Name), Place>();
        foreach (Place place in places.Scored)
        {
            foreach (string? unit in new[] { place.Admin1, place.Admin2 })
            {
                if (unit is null) continue;
                (string, string) key = (place.CountryCode, unit);
                if (!best.TryGetValue(key, out Place known) || IsBetter(place, known)) best[key] = place;
            }
        }

        var seats = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        foreach (((_, string name), Place place) in best.OrderBy(b => b.Value.GeonameId))
        {
            string folded = NameFolding.Fold(name);
            if (!seats.TryGetValue(folded, out List<Place>? list)) seats[folded] = list = [];
            list.Add(place);
        }

        return seats;
    }

    private static bool IsBetter(Place place, Place known) =>
        (place.IsCapital, place.IsFirstOrderSeat, place.Population).CompareTo((known.IsCapital, known.IsFirstOrderSeat, known.Population)) > 0;
}
