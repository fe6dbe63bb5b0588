using Alerts.Terms;

namespace Alerts.Notify.Watches;

// The shortest way between two points that are not opposite each other. Immutable, thread safe.
internal sealed class Leg
{
    private readonly UnitVector _start;
    private readonly UnitVector _end;

    // Normal of the great circle; length 0 when start and end are one.
    private readonly UnitVector _normal;

    public Leg(GeoPoint start, GeoPoint end)
    {
        _start = UnitVector.Of(start);
        _end = UnitVector.Of(end);
        UnitVector normal = _start.Cross(_end);
        _normal = normal.Length is > 0 and var length ? normal.Times(1 / length) : normal;
        Box = BoxOf(start, end);
    }

    public GeoBox Box { get; }

    public double DistanceKmTo(UnitVector point)
    {
        // Beside the leg the nearest point is the foot of the perpendicular; beyond its ends it is an end.
        bool isBeside = _normal.Length > 0 && _normal.Cross(_start).Dot(point) > 0 && _end.Cross(_normal).Dot(point) > 0;
        return isBeside
            ? GeoPoint.EarthRadiusKm * Math.Abs(Math.Asin(Math.Clamp(_normal.Dot(point), -1, 1)))
            : Math.Min(_start.DistanceKmTo(point), _end.DistanceKmTo(point));
    }

    private GeoBox BoxOf(GeoPoint start, GeoPoint end)
    {
        double south = Math.Min(start.Latitude, end.Latitude);
        double north = Math.Max(start.Latitude, end.Latitude);
        // The great circle's northernmost point, and the southernmost opposite it: the way may bulge there.
        UnitVector top = new UnitVector(0, 0, 1).Plus(_normal.Times(-_normal.Z));
        if (_normal.Length > 0 && top.Length > 0)
        {
            double peak = double.RadiansToDegrees(Math.Acos(Math.Min(1, Math.Abs(_normal.Z))));
            if (IsBetween(top))
                north = Math.Max(north, peak);
            if (IsBetween(top.Times(-1)))
                south = Math.Min(south, -peak);
        }

        double eastward = GeoBox.Wrap(end.Longitude - start.Longitude);
        // Over or beside a pole a rounding decides on which side: take all around.
        if (Math.Abs(eastward) > 179.9)
            return GeoBox.Around(south, north);
        return eastward >= 0 ? new GeoBox(south, start.Longitude, north, end.Longitude) : new GeoBox(south, end.Longitude, north, start.Longitude);
    }

    private bool IsBetween(UnitVector onCircle) => _normal.Cross(_start).Dot(onCircle) >= 0 && _end.Cross(_normal).Dot(onCircle) >= 0;
}
