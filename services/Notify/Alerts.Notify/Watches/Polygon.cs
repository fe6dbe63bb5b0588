using System.Collections.Immutable;
using Alerts.Terms;

namespace Alerts.Notify.Watches;

// What shortest ways between corners enclose, the last corner joined to the first; whether they go left or right around does not matter. At
// least three corners, each within ReachKm of their middle, ways that do not cross: then there is one inside, and it is the smaller side.
internal sealed class Polygon : IArea
{
    // Far less than a quarter of the way around, where a plane no longer shows the corners.
    public const double ReachKm = 3000;

    private readonly ImmutableArray<Leg> _edges;
    private readonly Gnomonic _map;
    private readonly ImmutableArray<(double X, double Y)> _corners;

    public Polygon(IReadOnlyList<GeoPoint> corners)
    {
        _map = new Gnomonic(MiddleOf(corners));
        _corners = [.. corners.Select(corner => _map.Show(UnitVector.Of(corner)))];
        _edges = [.. corners.Select((corner, i) => new Leg(corner, corners[(i + 1) % corners.Count]))];
        Cover = [CoverOf(corners)];
    }

    public IReadOnlyList<GeoBox> Cover { get; }

    // Null when the corners have no middle, being spread all around.
    public static UnitVector? MiddleOrNone(IReadOnlyList<GeoPoint> corners)
    {
        UnitVector sum = corners.Select(UnitVector.Of).Aggregate((a, b) => a.Plus(b));
        return sum.Length > 1e-9 ? sum.Times(1 / sum.Length) : null;
    }

    // Whether two edges cross or touch other than in a corner that they share. Corners are those of a polygon within reach.
    public static bool Crosses(IReadOnlyList<GeoPoint> corners)
    {
        var map = new Gnomonic(MiddleOf(corners));
        (double X, double Y)[] flat = [.. corners.Select(corner => map.Show(UnitVector.Of(corner)))];
        for (int i = 0; i < flat.Length; i++)
        {
            for (int j = i + 1; j < flat.Length; j++)
            {
                bool areNeighbours = j == i + 1 || (i == 0 && j == flat.Length - 1);
                if (!areNeighbours && Plane.Meet(flat[i], flat[(i + 1) % flat.Length], flat[j], flat[(j + 1) % flat.Length]))
                    return true;
            }
        }

        return false;
    }

    public bool Touches(GeoPoint point, double slackKm)
    {
        UnitVector at = UnitVector.Of(point);
        if (_map.Shows(at) && Plane.IsInside(_corners, _map.Show(at)))
            return true;
        foreach (Leg edge in _edges)
        {
            if (edge.DistanceKmTo(at) <= slackKm)
                return true;
        }

        return false;
    }

    private static UnitVector MiddleOf(IReadOnlyList<GeoPoint> corners) =>
        MiddleOrNone(corners) ?? throw new ArgumentException("The corners have no middle.", nameof(corners));

    private GeoBox CoverOf(IReadOnlyList<GeoPoint> corners)
    {
        double south = _edges.Min(edge => edge.Box.South);
        double north = _edges.Max(edge => edge.Box.North);
        if (Touches(new GeoPoint(90, 0), 0))
            return GeoBox.Around(south, 90);
        if (Touches(new GeoPoint(-90, 0), 0))
            return GeoBox.Around(-90, north);
        // Along the edges, so that a longitude does not jump at the 180th meridian.
        double at = corners[0].Longitude;
        double west = at;
        double east = at;
        for (int i = 1; i < corners.Count; i++)
        {
            at += GeoBox.Wrap(corners[i].Longitude - corners[i - 1].Longitude);
            west = Math.Min(west, at);
            east = Math.Max(east, at);
        }

        return east - west >= 360 || Array.Exists([.. _edges], edge => edge.Box.Width >= 360)
            ? GeoBox.Around(south, north)
            : new GeoBox(south, GeoBox.Wrap(west), north, GeoBox.Wrap(east));
    }
}
