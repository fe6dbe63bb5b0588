using Alerts.Gazetteer;

namespace Alerts.Reading.Places;

/// <summary>How likely a name means a place of each country: by the size of those that bear it. A unit of that name is as good as a town of some size.</summary>
internal static class CountryShares
{
    // Sizes by which the bearers of one name are compared, in square roots of inhabitants.
    private const double SmallPlace = 400;
    private const double UnitSize = 300;

    /// <summary>A share for each country, together one; none when nothing bears the name.</summary>
    public static Dictionary<string, double> Of(string folded, bool unit, IReadOnlyList<Place> named, AdminAreas areas)
    {
        var sizes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string country in areas.CountriesOf(folded)) sizes[country] = UnitSize;
        if (!unit || sizes.Count == 0)
        {
            foreach (Place place in named) sizes[place.CountryCode] = Math.Max(sizes.GetValueOrDefault(place.CountryCode), Math.Sqrt(place.Population + SmallPlace));
        }

        double all = sizes.Values.Sum();
        foreach (string country in sizes.Keys.ToArray()) sizes[country] /= all;
        return sizes;
    }

    /// <summary>"Boko Haram est venu à Mora": of the bearers of a name only those where the group is at home, when there are any.</summary>
    public static Dictionary<string, double> Within(Dictionary<string, double> shares, HashSet<string> homes)
    {
        double sum = shares.Where(s => homes.Contains(s.Key)).Sum(s => s.Value);
        return sum == 0 ? shares : shares.Where(s => homes.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Value / sum, StringComparer.Ordinal);
    }
}
