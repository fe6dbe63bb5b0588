using System.Globalization;
using Alerts.V1;

namespace Alerts.Cli.Rendering;

// Where something is, in one line; already safe, not yet markup.
internal static class PlaceText
{
    // Nearer than this a point counts as in the place itself.
    private const double InTownKm = 1;

    public static string Of(Place? place)
    {
        if (place is null) return "";
        string name = place.Name.Length > 0 ? place.Name : Point(place);
        string near = place.DistanceKm >= InTownKm ? $"{place.DistanceKm.ToString("0", CultureInfo.InvariantCulture)} km from {name}" : name;
        string town = string.Join(", ", new[] { near, place.CountryCode }.Where(t => t.Length > 0));
        string text = place.Label.Length > 0 ? $"{place.Label} ({town})" : town;
        return SafeText.Of(text + Precision(place.Precision));
    }

    private static string Precision(PlacePrecision precision) => precision switch
    {
        PlacePrecision.AdminArea => " (somewhere in the area)",
        PlacePrecision.Country => " (somewhere in the country)",
        _ => "",
    };

    private static string Point(Place place) => place.Point is { } point
        ? string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.####}, {point.Longitude:0.####}")
        : "unknown place";
}
