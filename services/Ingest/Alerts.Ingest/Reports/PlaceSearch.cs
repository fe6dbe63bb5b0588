using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Finds places for a field in which somebody types. Own sites are those of the installation's own organisation; nobody else finds them. Thread safe.
internal sealed class PlaceSearch(PlaceIndex places)
{
    private const int Shortest = 2;
    private const int Longest = 200;
    private const int DefaultLimit = 10;
    private const int LargestLimit = 50;

    public IReadOnlyList<FoundName> Find(string prefix, string countryCode, int limit, Scope viewer)
    {
        var wrong = new Violations();
        string typed = prefix.Trim();
        if (typed.Length is < Shortest or > Longest || NameFolding.Fold(typed).Length == 0)
            wrong.Add("prefix", $"must have {Shortest} to {Longest} characters, a letter or a digit among them.");
        if (countryCode.Length > 0 && !CountryCode.IsKnown(countryCode))
            wrong.Add("country_code", CountryCode.Refusal(countryCode));
        if (limit is < 0 or > LargestLimit)
            wrong.Add("limit", $"must be 1 to {LargestLimit}; 0 means {DefaultLimit}.");
        wrong.ThrowIfAny();
        return places.FindByPrefix(
            typed, countryCode.Length == 0 ? null : countryCode, limit == 0 ? DefaultLimit : limit, place => !place.IsSite || viewer == Scope.Local);
    }
}
