using Alerts.Terms;

namespace Alerts.Notify.Watches;

// A point of the earth as a vector of length 1: what holds for it holds at the poles and at the 180th meridian as anywhere else.
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    public double Length => Math.Sqrt(Dot(this));

    public static UnitVector Of(GeoPoint point)
    {
        (double sinLat, double cosLat) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        (double sinLon, double cosLon) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return new UnitVector(cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    public GeoPoint ToPoint() => new(
        double.RadiansToDegrees(Math.Atan2(Z, Math.Sqrt((X * X) + (Y * Y)))), double.RadiansToDegrees(Math.Atan2(Y, X)));

    public double Dot(UnitVector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public UnitVector Cross(UnitVector other) => new(
        (Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    public UnitVector Plus(UnitVector other) => new(X + other.X, Y + other.Y, Z + other.Z);

    public UnitVector Times(double factor) => new(X * factor, Y * factor, Z * factor);

    // Kilometres on the earth; exact for small distances too, where an arc cosine is not.
    public double DistanceKmTo(UnitVector other) => GeoPoint.EarthRadiusKm * Math.Atan2(Cross(other).Length, Dot(other));
}
