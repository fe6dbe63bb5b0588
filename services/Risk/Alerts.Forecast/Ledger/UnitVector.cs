using Alerts.Terms;

namespace Alerts.Forecast.Ledger;

// A point on the unit sphere. Chords compare like distances and need no trigonometry per pair.
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    // Mean radius R1 of the GRS 80 ellipsoid, kilometres, as GeoPoint uses.
    private const double EarthRadiusKm = 6371.0088;

    public static UnitVector Of(GeoPoint point)
    {
        (double sinLat, double cosLat) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        (double sinLon, double cosLon) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return new UnitVector(cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    public static double ChordSquaredOfKm(double km)
    {
        double chord = 2 * Math.Sin(km / (2 * EarthRadiusKm));
        return chord * chord;
    }

    public double ChordSquaredTo(UnitVector other)
    {
        double x = X - other.X;
        double y = Y - other.Y;
        double z = Z - other.Z;
        return (x * x) + (y * y) + (z * z);
    }
}
