using System.Globalization;
using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Decimal degrees: "16.2716, -0.0447", "16.2716N 0.0447W". At least three decimals, so that no amount is taken for one.</summary>
internal static class Coordinates
{
    private const int FewestDecimals = 3;
    private const double NearestPlaceKm = 100;

    public static PlaceMention? At(Document document, int at, int end, PlaceIndex places)
    {
        if (at + 4 > end || Degrees(document, at, "ns") is not { } latitude || Degrees(document, at + 2, "ewo") is not { } longitude) return null;
        if (document.GapAfter(at + 1).Length > 4 || document.GapAfter(at + 1).Contains('\n')) return null;
        var point = new GeoPoint(latitude, longitude);
        if (!point.IsValid) return null;
        string? country = places.Nearest(point, NearestPlaceKm)?.Place.CountryCode;
        return new PlaceMention(at, 4, null, point, PlacePrecision.Point, country, true);
    }

    private static double? Degrees(Document document, int at, string hemispheres)
    {
        string whole = document.Words[at].Text;
        string decimals = document.Words[at + 1].Text;
        if (document.GapAfter(at) is not "." || whole.Length > 3 || !whole.All(char.IsAsciiDigit)) return null;
        bool lettered = decimals.Length > 0 && hemispheres.Contains(decimals[^1]);
        string digits = lettered ? decimals[..^1] : decimals;
        if (digits.Length is < FewestDecimals or > 9 || !digits.All(char.IsAsciiDigit)) return null;
        double value = double.Parse($"{whole}.{digits}", CultureInfo.InvariantCulture);
        int start = document.Words[at].Start;
        bool minus = start > 0 && document.Text[start - 1] is '-' or '−';
        return minus || (lettered && decimals[^1] is 's' or 'w' or 'o') ? -value : value;
    }
}
