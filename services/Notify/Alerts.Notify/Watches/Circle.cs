using Alerts.Terms;

namespace Alerts.Notify.Watches;

// What lies around a point. RadiusKm is more than 0.
internal sealed record Circle(GeoPoint Centre, double RadiusKm) : IArea
{
    public IReadOnlyList<GeoBox> Cover => [GeoBox.At(Centre).Grow(RadiusKm)];

    public bool Touches(GeoPoint point, double slackKm) => Centre.DistanceKmTo(point) <= RadiusKm + slackKm;
}
