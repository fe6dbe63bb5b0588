using System.Globalization;
using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Coordinates as people write them: "16.2716, -0.0447", "16.2716N 0.0447W", 13°55'30"N 43°30'10"E, N 01°46'30" E 030°15'10", 41R PR 5528 2997.</summary>
internal static class Coordinates
{
    // At least three decimals, so that no amount is taken for one.
    private const int FewestDecimals = 3;
    private const double NearestPlaceKm = 100;

    public static PlaceMention? At(Document document, int at, int end, PlaceIndex places)
    {
        (GeoPoint Point, int Count)? found = Decimal(document, at, end) ?? Sexagesimal(document, at, end) ?? GridReference(document, at, end);
        if (found is not { } value || !value.Point.IsValid) return null;
        string? country = places.Nearest(value.Point, NearestPlaceKm)?.Place.CountryCode;
        return new PlaceMention(at, at + value.Count, null, value.Point, PlacePrecision.Point, country) { IsLocative = true };
    }

    private static (GeoPoint, int)? Decimal(Document document, int at, int end)
    {
        if (at + 4 > end || Degrees(document, at, "ns") is not { } latitude || Degrees(document, at + 2, "ewo") is not { } longitude) return null;
        return document.GapAfter(at + 1).Length > 4 || document.GapAfter(at + 1).Contains('\n') ? null : (new GeoPoint(latitude, longitude), 4);
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

    private static (GeoPoint, int)? Sexagesimal(Document document, int at, int end)
    {
        int next = at;
        if (Angle(document, ref next, end, "ns") is not { } latitude || Angle(document, ref next, end, "ewo") is not { } longitude) return null;
        return (new GeoPoint(latitude, longitude), next - at);
    }

    // [N] 01°46'30" or 13°55'30"N: degrees, minutes and perhaps seconds, the hemisphere on either side.
    private static double? Angle(Document document, ref int at, int end, string hemispheres)
    {
        int word = at;
        char side = Side(document, word, end, hemispheres);
        if (side != 0) word++;
        if (word + 1 >= end || !document.GapAfter(word).ContainsAny('°', 'º', '˚') || !Number(document, word, out double degrees) || !Number(document, word + 1, out double minutes)) return null;
        word += 2;
        double seconds = 0;
        if (word < end && document.GapAfter(word - 1).ContainsAny('\'', '’', '′') && Number(document, word, out double value))
        {
            seconds = value;
            word++;
        }

        if (side == 0)
        {
            side = Side(document, word, end, hemispheres);
            if (side == 0) return null;
            word++;
        }

        at = word;
        double angle = degrees + (minutes / 60) + (seconds / 3600);
        return side is 's' or 'w' or 'o' ? -angle : angle;
    }

    private static char Side(Document document, int word, int end, string hemispheres) =>
        word < end && document.Words[word].Text is [var letter] && hemispheres.Contains(letter) ? letter : '\0';

    private static bool Number(Document document, int word, out double value)
    {
        value = 0;
        string text = document.Words[word].Text;
        return text.Length <= 3 && text.All(char.IsAsciiDigit) && double.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    // "41R PR 5528 2997", in one word or in up to four.
    private static (GeoPoint, int)? GridReference(Document document, int at, int end)
    {
        string first = document.Words[at].Text;
        if (first.Length < 2 || !char.IsAsciiDigit(first[0]) || !first.Any(char.IsAsciiLetter)) return null;
        string text = "";
        for (int word = at; word < Math.Min(end, at + 4); word++)
        {
            text += document.Words[word].Text;
            if (Mgrs.ToPoint(text) is { } point && (word + 1 >= end || !document.Words[word + 1].Text.All(char.IsAsciiDigit))) return (point, word - at + 1);
        }

        return null;
    }
}
