namespace Alerts.Terms;

/// <summary>A point on the earth in WGS 84 degrees.</summary>
/// <param name="Latitude">Degrees north, −90 to 90, both inclusive.</param>
/// <param name="Longitude">Degrees east, −180 to 180, both inclusive.</param>
/// <remarks>Immutable. Values are not checked here: <see cref="IsValid"/> tells.</remarks>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Mean radius R1 of the GRS 80 ellipsoid, kilometres: every distance of the product is reckoned on this sphere.</summary>
    public const double EarthRadiusKm = 6371.0088;

    /// <summary>Whether both coordinates are finite and in range.</summary>
    public bool IsValid => Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>The point that lies a distance away to the north; beyond the pole, down the other side.</summary>
    /// <param name="km">Kilometres, 0 to 20 000.</param>
    public GeoPoint North(double km)
    {
        double latitude = Latitude + double.RadiansToDegrees(km / EarthRadiusKm);
        return latitude <= 90 ? this with { Latitude = latitude } : new GeoPoint(180 - latitude, Longitude > 0 ? Longitude - 180 : Longitude + 180);
    }

    /// <summary>Great-circle distance by the haversine formula.</summary>
    /// <param name="other">The other point.</param>
    /// <returns>Kilometres, 0 to about 20 015; within 0.5 % of the ellipsoid's.</returns>
    public double DistanceKmTo(GeoPoint other)
    {
        double sinLat = Math.Sin(double.DegreesToRadians(other.Latitude - Latitude) / 2);
        double sinLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        double h = (sinLat * sinLat)
            + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * sinLon * sinLon);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
