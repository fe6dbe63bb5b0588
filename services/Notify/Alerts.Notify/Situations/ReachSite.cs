using Alerts.Terms;

namespace Alerts.Notify.Situations;

// A site and how far the true place may lie from its point, in kilometres.
internal readonly record struct ReachSite(GeoPoint Point, double SlackKm);
