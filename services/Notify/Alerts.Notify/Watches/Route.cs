using System.Collections.Immutable;
using Alerts.Terms;

namespace Alerts.Notify.Watches;

// What lies within half a width of a way: shortest ways between points, in their order. At least two points, WidthKm more than 0.
internal sealed class Route : IArea
{
    private readonly ImmutableArray<Leg> _legs;
    private readonly double _halfKm;

    public Route(IReadOnlyList<GeoPoint> points, double widthKm)
    {
        _halfKm = widthKm / 2;
        _legs = [.. points.Zip(points.Skip(1), (start, end) => new Leg(start, end))];
        Cover = [.. _legs.Select(leg => leg.Box.Grow(_halfKm))];
    }

    public IReadOnlyList<GeoBox> Cover { get; }

    public bool Touches(GeoPoint point, double slackKm)
    {
        UnitVector at = UnitVector.Of(point);
        foreach (Leg leg in _legs)
        {
            if (leg.DistanceKmTo(at) <= _halfKm + slackKm)
                return true;
        }

        return false;
    }
}
