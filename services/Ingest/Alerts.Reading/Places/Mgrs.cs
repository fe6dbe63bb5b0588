using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Grid references of the Military Grid Reference System (NGA.STND.0037), WGS 84, as points.</summary>
/// <remarks>The middle of the square named. Inverse transverse Mercator by Snyder, Map Projections (USGS 1395), equations 8-17 to 8-25.</remarks>
internal static class Mgrs
{
    private const string Bands = "cdefghjklmnpqrstuvwx";
    private const string Columns = "abcdefghjklmnpqrstuvwxyz";
    private const string Rows = "abcdefghjklmnpqrstuv";
    private const double Axis = 6_378_137;
    private const double Eccentricity2 = 0.00669438;
    private const double Scale = 0.9996;

    /// <summary>The point of "41rpr55282997"; null when the text is no complete reference.</summary>
    public static GeoPoint? ToPoint(string text)
    {
        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 2 || text.Length < digits + 7 || !int.TryParse(text.AsSpan(0, digits), out int zone) || zone is < 1 or > 60) return null;
        int band = Bands.IndexOf(text[digits]);
        int column = Columns.IndexOf(text[digits + 1]) - ((zone - 1) % 3 * 8);
        int row = Rows.IndexOf(text[digits + 2]);
        string rest = text[(digits + 3)..];
        if (band < 0 || column is < 0 or > 7 || row < 0 || rest.Length is 0 or > 10 || rest.Length % 2 != 0 || !rest.All(char.IsAsciiDigit)) return null;
        double unit = Math.Pow(10, 5 - (rest.Length / 2));
        double easting = ((column + 1) * 100_000) + ((int.Parse(rest.AsSpan(0, rest.Length / 2)) + 0.5) * unit);
        double northing = ((row + (zone % 2 == 0 ? 15 : 0)) % 20 * 100_000) + ((int.Parse(rest.AsSpan(rest.Length / 2)) + 0.5) * unit);
        double latitude = (band * 8) - 80;
        double least = NorthingAt(latitude);
        while (northing < least) northing += 2_000_000;
        return Inverse(zone, easting, latitude < 0 ? northing - 10_000_000 : northing);
    }

    // Northing of a band's southern edge, 100 km below it, counted as the grid does (10,000 km at the equator in the south).
    private static double NorthingAt(double latitude)
    {
        double metres = latitude * 110_574 * Scale;
        return (latitude < 0 ? metres + 10_000_000 : metres) - 100_000;
    }

    private static GeoPoint Inverse(int zone, double easting, double northing)
    {
        double e1 = (1 - Math.Sqrt(1 - Eccentricity2)) / (1 + Math.Sqrt(1 - Eccentricity2));
        double second = Eccentricity2 / (1 - Eccentricity2);
        double mu = northing / Scale / (Axis * (1 - (Eccentricity2 / 4) - (3 * Eccentricity2 * Eccentricity2 / 64)));
        double phi = mu + (((3 * e1 / 2) - (27 * Math.Pow(e1, 3) / 32)) * Math.Sin(2 * mu)) + ((21 * e1 * e1 / 16) * Math.Sin(4 * mu)) + ((151 * Math.Pow(e1, 3) / 96) * Math.Sin(6 * mu));
        double sin = Math.Sin(phi);
        double cos = Math.Cos(phi);
        double t = Math.Pow(Math.Tan(phi), 2);
        double c = second * cos * cos;
        double n = Axis / Math.Sqrt(1 - (Eccentricity2 * sin * sin));
        double r = Axis * (1 - Eccentricity2) / Math.Pow(1 - (Eccentricity2 * sin * sin), 1.5);
        double d = (easting - 500_000) / (n * Scale);
        double latitude = phi - (n * Math.Tan(phi) / r * ((d * d / 2) - ((5 + (3 * t) + (10 * c) - (4 * c * c) - (9 * second)) * Math.Pow(d, 4) / 24)));
        double longitude = (d - ((1 + (2 * t) + c) * Math.Pow(d, 3) / 6)) / cos;
        return new GeoPoint(latitude * 180 / Math.PI, (zone * 6) - 183 + (longitude * 180 / Math.PI));
    }
}
