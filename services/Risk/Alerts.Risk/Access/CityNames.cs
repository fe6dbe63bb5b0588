using Alerts.Gazetteer;

namespace Alerts.Risk.Access;

// Finds the cities that a few words name, such as "road Kayes–Bamako, km 40". Only scored places of one country, by their own names. Thread safe.
internal sealed class CityNames(PlaceIndex places)
{
    public IReadOnlyList<Place> In(string words, string countryCode)
    {
        if (words.Length == 0 || countryCode.Length == 0)
            return [];
        string[] tokens = NameFolding.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<Place>();
        for (int start = 0; start < tokens.Length;)
        {
            int taken = 1;
            for (int length = Math.Min(PlaceIndex.MaxNameWords, tokens.Length - start); length > 0; length--)
            {
                string name = string.Join(' ', tokens, start, length);
                if (City(name, countryCode) is { } city)
                {
                    found.Add(city);
                    taken = length;
                    break;
                }
            }

            start += taken;
        }

        return [.. found.DistinctBy(p => p.GeonameId)];
    }

    // The largest of that name: a small namesake needs its id.
    private Place? City(string name, string countryCode)
    {
        Place[] bearing = [.. places.Bearing(name).Where(p => p.CountryCode == countryCode && p.IsScored && NameFolding.Fold(p.Name) == name)];
        return bearing.Length == 0 ? null : bearing.OrderByDescending(p => p.Population).ThenBy(p => p.GeonameId).First();
    }
}
