using System.Globalization;
using Alerts.Gazetteer;
using Alerts.V1;
using Place = Alerts.Gazetteer.Place;

namespace Alerts.Cli.Input;

// Places as people type them: "Gao", "Gao, ML", a GeoNames id, "LAT,LON".
internal static class PlaceArgument
{
    // Others that bear the name themselves are worth a word; alternate names hold airport codes and would only confuse.
    private const int OthersShown = 3;

    public static Place Resolve(Shell shell, string text, string? country, bool scoredOnly)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            return shell.Places.Find(id) ?? throw CliException.NotFound("PLACE_NOT_FOUND", $"GeoNames id {id} is not a place that the gazetteer knows.");
        (string name, string? code) = Split(text, country);
        IReadOnlyList<Place> found = shell.Places.FindByName(name, code);
        if (found.Count == 0)
            throw CliException.NotFound("PLACE_NOT_FOUND", $"No place '{name}' is known{(code is null ? "" : $" in {code}")}. Other spellings or a GeoNames id work too.");
        Place[] candidates = scoredOnly && found.Any(p => p.IsScored) ? [.. found.Where(p => p.IsScored)] : [.. found];
        Place chosen = candidates[0];
        Place[] others = [.. candidates.Skip(1).Where(p => p.IsScored && NameFolding.Fold(p.Name) == NameFolding.Fold(name)).Take(OthersShown)];
        if (others.Length > 0)
            shell.Note($"Taking {Describe(chosen)}. There is also {string.Join("; ", others.Select(Describe))}: say 'NAME, COUNTRY' or the id.");
        return chosen;
    }

    public static GeoPoint Point(string text, string option)
    {
        double[] parts = Numbers(text, 2) ?? throw CliException.Usage($"{option} takes LAT,LON in degrees, such as 12.61,-7.95.");
        return new GeoPoint { Latitude = parts[0], Longitude = parts[1] };
    }

    public static Circle Circle(string text, string option)
    {
        double[] parts = Numbers(text, 3) ?? throw CliException.Usage($"{option} takes LAT,LON,KM, such as 12.61,-7.95,25.");
        return new Circle { Centre = new GeoPoint { Latitude = parts[0], Longitude = parts[1] }, RadiusKm = parts[2] };
    }

    // "Gao, ML" → ("Gao", "ML"); an explicit country goes before.
    public static (string Name, string? Country) Split(string text, string? country)
    {
        int comma = text.LastIndexOf(',');
        string last = comma < 0 ? "" : text[(comma + 1)..].Trim();
        return country is null && last.Length == 2 && last.All(char.IsAsciiLetter)
            ? (text[..comma].Trim(), last.ToUpperInvariant())
            : (text.Trim(), country?.ToUpperInvariant());
    }

    private static string Describe(Place place) => $"{place.Name}, {place.Admin1 ?? "?"}, {place.CountryCode} ({place.GeonameId})";

    private static double[]? Numbers(string text, int count)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != count) return null;
        var numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i])) return null;
        }

        return numbers;
    }
}
