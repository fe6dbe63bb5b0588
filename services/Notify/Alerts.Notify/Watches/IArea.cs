using Alerts.Terms;

namespace Alerts.Notify.Watches;

// Part of the earth that somebody watches. Immutable, thread safe.
internal interface IArea
{
    // Boxes that together hold the whole area; at least one. What Touches(point, slack) lies in one of them grown by the slack.
    IReadOnlyList<GeoBox> Cover { get; }

    // Whether the area comes within a distance of the point, edges included: where a site is known to some kilometres only, its true place
    // may be in the area.
    bool Touches(GeoPoint point, double slackKm);
}
