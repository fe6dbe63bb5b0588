using Alerts.Terms;

namespace Alerts.Notify.Watches;

// What lies between two parallels and two meridians, edges included, degrees. West > East: it crosses the 180th meridian; −180 to 180: all
// around, which it is as soon as it holds a pole.
internal readonly record struct GeoBox(double South, double West, double North, double East)
{
    private const double AllAround = 360;

    // Outweighs the rounding of distances: a box may be a millimetre too large, never too small.
    private const double MarginKm = 1e-6;

    // Degrees from the western to the eastern edge, 0 to 360.
    public double Width => East - West is var width && width < 0 ? width + AllAround : width;

    public static GeoBox At(GeoPoint point) => new(point.Latitude, point.Longitude, point.Latitude, point.Longitude);

    public bool Contains(GeoPoint point) =>
        point.Latitude >= South && point.Latitude <= North && Eastward(West, point.Longitude) <= Width;

    // Every point within a distance of the box, and some beyond its corners. At least 0 km.
    public GeoBox Grow(double km)
    {
        double angle = (km + MarginKm) / GeoPoint.EarthRadiusKm;
        double south = South - double.RadiansToDegrees(angle);
        double north = North + double.RadiansToDegrees(angle);
        // A meridian's nearest point lies further along the parallel the nearer the pole: asin(sin angle / cos latitude).
        double spread = Math.Sin(angle) / Math.Cos(double.DegreesToRadians(Math.Max(Math.Abs(South), Math.Abs(North))));
        if (south <= -90 || north >= 90 || spread >= 1)
            return Around(south, north);
        double aside = double.RadiansToDegrees(Math.Asin(spread));
        return Width + (2 * aside) >= AllAround ? Around(south, north) : new GeoBox(south, Wrap(West - aside), north, Wrap(East + aside));
    }

    public static GeoBox Around(double south, double north) => new(Math.Max(south, -90), -180, Math.Min(north, 90), 180);

    // −180 to 180.
    public static double Wrap(double longitude) => longitude - (AllAround * Math.Floor((longitude + 180) / AllAround));

    // Degrees that one goes east from a meridian to another, 0 to below 360.
    private static double Eastward(double from, double to) => (to - from) - (AllAround * Math.Floor((to - from) / AllAround));
}
