using Alerts.Gazetteer;

namespace Alerts.Reading.Places;

/// <summary>Administrative units by name, each with the place that stands for it: its best-ranked, then most populous one.</summary>
internal sealed class AdminAreas
{
    private readonly Dictionary<string, List<Place>> _seats;
    private readonly HashSet<string> _firstOrder;
    private readonly HashSet<string> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _capitals = new(StringComparer.Ordinal);

    /// <summary>Takes the units of a gazetteer, and regions that it does not list.</summary>
    public AdminAreas(PlaceIndex places, IEnumerable<(string Country, string Name, string Seat)> regions)
    {
        _seats = Build(places);
        _firstOrder = places.Scored.Select(p => p.Admin1).OfType<string>().Distinct().SelectMany(Forms).ToHashSet(StringComparer.Ordinal);
        foreach ((string country, string name, string seat) in regions)
        {
            if (places.Bearing(seat).Where(p => p.CountryCode == country).OrderByDescending(p => p.Population).Select(p => (Place?)p).FirstOrDefault() is not { } town) continue;
            _seats[name] = [town, .. _seats.GetValueOrDefault(name, []).Where(p => p.CountryCode != country)];
            _regions.Add(name);
        }

        foreach (IGrouping<string, Place> country in places.Scored.GroupBy(p => p.CountryCode)) _capitals[country.Key] = country.OrderByDescending(p => p.IsCapital).ThenByDescending(p => p.Population).First();
    }

    /// <summary>Whether a name alone is that of a region larger than any town of that name: "in Darfur", "à l'ouest du Katanga".</summary>
    public bool IsRegion(string folded) => _regions.Contains(folded);

    /// <summary>Whether a name is that of a first-order unit: a state, a region, a province.</summary>
    public bool IsFirstOrder(string folded) => _firstOrder.Contains(folded);

    /// <summary>A country's capital, or its largest town when the gazetteer has no capital; null when it has no town of the country.</summary>
    public Place? CapitalOf(string country) => _capitals.TryGetValue(country, out Place capital) ? capital : null;

    /// <summary>The place that stands for a unit of the countries of a text, or of one of them; null when they have none of that name.</summary>
    public Place? Find(string folded, CountryTally countries, string? country = null) => _seats.TryGetValue(folded, out List<Place>? seats)
        ? seats.Where(p => (country is null || p.CountryCode == country) && countries.Names(p.CountryCode) && (!CountryTally.IsOutsider(p.CountryCode) || countries.Main == p.CountryCode)).OrderByDescending(p => countries.WeightOf(p.CountryCode)).Select(p => (Place?)p).FirstOrDefault()
        : null;

    /// <summary>Countries that have a unit of that name.</summary>
    public IEnumerable<string> CountriesOf(string folded) => _seats.TryGetValue(folded, out List<Place>? seats) ? seats.Select(p => p.CountryCode).Distinct() : [];

    /// <summary>Whether a place lies in a unit of that name.</summary>
    public static bool Contains(string foldedUnit, Place place) =>
        IsCalled(place.Admin1, foldedUnit) || IsCalled(place.Admin2, foldedUnit);

    // "Lima region" is Lima as well.
    private static bool IsCalled(string? unit, string folded) =>
        unit is not null && NameFolding.Fold(unit) is var name && (name == folded || (name.Length > folded.Length && WithoutKind(name) == folded));

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
            foreach (string form in Forms(name))
            {
                if (!seats.TryGetValue(form, out List<Place>? list)) seats[form] = list = [];
                list.Add(place);
            }
        }

        return seats;
    }

    private static IEnumerable<string> Forms(string name) => NameFolding.Fold(name) is var folded && WithoutKind(folded) is var brief && brief != folded ? [folded, brief] : [folded];

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
