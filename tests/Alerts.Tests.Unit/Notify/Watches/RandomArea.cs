using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Tests.Unit.Notify.Watches;

// Areas all over the earth, more often than chance has it at the poles and at the 180th meridian.
internal static class RandomArea
{
    public static IArea Any(Random random) => random.Next(3) switch
    {
        0 => new Circle(Point(random), random.Next(1, 1000)),
        1 => new Route(Walk(random, random.Next(2, 8)), random.Next(1, 100)),
        _ => new Polygon(Star(random)),
    };

    // Corners around a point, each further on in the same sense: edges do not cross.
    public static GeoPoint[] Star(Random random)
    {
        GeoPoint middle = Point(random);
        double[] bearings = [.. Enumerable.Range(0, random.Next(3, 9)).Select(_ => random.NextDouble() * 2 * Math.PI).Order()];
        return [.. bearings.Select(bearing => Away(middle, bearing, 20 + (random.NextDouble() * 700)))];
    }

    // The point at a distance in a direction, radians clockwise from north (the direct problem on the sphere).
    public static GeoPoint Away(GeoPoint from, double bearing, double km)
    {
        double angle = km / GeoPoint.EarthRadiusKm;
        double latitude = double.DegreesToRadians(from.Latitude);
        double sin = (Math.Sin(latitude) * Math.Cos(angle)) + (Math.Cos(latitude) * Math.Sin(angle) * Math.Cos(bearing));
        double east = Math.Atan2(
            Math.Sin(bearing) * Math.Sin(angle) * Math.Cos(latitude), Math.Cos(angle) - (Math.Sin(latitude) * sin));
        return new GeoPoint(double.RadiansToDegrees(Math.Asin(Math.Clamp(sin, -1, 1))), GeoBox.Wrap(from.Longitude + double.RadiansToDegrees(east)));
    }

    private static GeoPoint[] Walk(Random random, int steps)
    {
        var points = new GeoPoint[steps];
        points[0] = Point(random);
        for (int i = 1; i < steps; i++)
            points[i] = Away(points[i - 1], random.NextDouble() * 2 * Math.PI, random.Next(1, 400));
        return points;
    }

    // A point in or around the area.
    public static GeoPoint Near(Random random, IArea area)
    {
        GeoBox box = area.Cover[random.Next(area.Cover.Count)].Grow(random.Next(60));
        return new GeoPoint(
            box.South + (random.NextDouble() * (box.North - box.South)), GeoBox.Wrap(box.West + (random.NextDouble() * box.Width)));
    }

    public static GeoPoint Point(Random random) => new(
        random.Next(3) switch { 0 => 85 + (random.NextDouble() * 5), 1 => (random.NextDouble() * 180) - 90, _ => -90 + (random.NextDouble() * 5) },
        random.Next(2) == 0 ? GeoBox.Wrap(175 + (random.NextDouble() * 10)) : (random.NextDouble() * 360) - 180);
}
