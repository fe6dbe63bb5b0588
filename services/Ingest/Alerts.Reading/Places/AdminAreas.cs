using Alerts.Gazetteer;

namespace Alerts.Reading.Places;

/// <summary>Administrative units by name, each with the place that stands for it: its best-ranked, then most populous one.</summary>
internal sealed class AdminAreas
{
    private readonly Dictionary<string, List<Place>> _seats;
    private readonly Dictionary<string, Place> _capitals = new(StringComparer.Ordinal);

    public AdminAreas(PlaceIndex places)
    {
        _seats = Build(places);
        foreach (Place place in places.Scored.Where(p => p.IsCapital)) _capitals.TryAdd(place.CountryCode, place);
    }

    /// <summary>A country's capital; null when the gazetteer has none.</summary>
    public Place? CapitalOf(string country) => _capitals.TryGetValue(country, out Place capital) ? capital : null;

    public Place? Find(string folded, CountryTally countries) => _seats.TryGetValue(folded, out List<Place>? seats)
        ? seats.Where(p => countries.Names(p.CountryCode) && (!CountryTally.IsOutsider(p.CountryCode) || countries.Main == p.CountryCode)).OrderByDescending(p => countries.WeightOf(p.CountryCode)).Select(p => (Place?)p).FirstOrDefault()
        : null;

    /// <summary>Countries that have a unit of that name.</summary>
    public IEnumerable<string> CountriesOf(string folded) => _seats.TryGetValue(folded, out List<Place>? seats) ? seats.Select(p => p.CountryCode).Distinct() : [];

    /// <summary>Whether a place lies in a unit of that name.</summary>
    public static bool Contains(string foldedUnit, Place place) =>
        (place.Admin1 is { } first && NameFolding.Fold(first) == foldedUnit) || (place.Admin2 is { } second && NameFolding.Fold(second) == foldedUnit);

    private static Dictionary<string, List<Place>> Build(PlaceIndex places)
    {
        var best = new Dictionary<(string Country, string Name), Place>();
        foreach (Place place in places.Scored)
        {
            Take(place, place.Admin1, best);
            Take(place, place.Admin2, best);
        }

        var seats = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        foreach (((_, string name), Place place) in best.OrderBy(b => b.Value.GeonameId))
        {
            string folded = NameFolding.Fold(name);
            foreach (string form in new[] { folded, WithoutKind(folded) }.Distinct())
            {
                if (!seats.TryGetValue(form, out List<Place>? list)) seats[form] = list = [];
                list.Add(place);
            }
        }

        return seats;
    }

    // "Departamento de Usulutan", "Tahoua Region": people say the name alone.
    private static string WithoutKind(string name)
    {
        foreach (string kind in (string[])["departamento de ", "departamento del ", "provincia de ", "region de ", "region du ", "region of ", "province of ", "departement de ", "departement du ", "muhafazat ", "distrito de "])
        {
            if (name.StartsWith(kind, StringComparison.Ordinal)) return name[kind.Length..];
        }

        foreach (string kind in (string[])[" region", " province", " state", " department", " governorate", " county", " district", " oblast"])
        {
            if (name.EndsWith(kind, StringComparison.Ordinal) && name.Length > kind.Length + 2) return name[..^kind.Length];
        }

        return name;
    }

    private static void Take(Place place, string? unit, Dictionary<(string Country, string Name), Place> best)
    {
        if (unit is null) return;
        (string, string) key = (place.CountryCode, unit);
        if (!best.TryGetValue(key, out Place known) || IsBetter(place, known)) best[key] = place;
    }

    private static bool IsBetter(Place place, Place known) =>
        (place.IsCapital, place.IsFirstOrderSeat, place.Population).CompareTo((known.IsCapital, known.IsFirstOrderSeat, known.Population)) > 0;
}
