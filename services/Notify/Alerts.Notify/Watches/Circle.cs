using Alerts.Terms;

namespace Alerts.Notify.Watches;

// An area to watch. RadiusKm is more than 0.
internal readonly record struct Circle(GeoPoint Centre, double RadiusKm);
