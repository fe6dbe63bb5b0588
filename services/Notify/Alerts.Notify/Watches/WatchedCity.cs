using Alerts.Terms;

namespace Alerts.Notify.Watches;

// A city to watch: its GeoNames id and its centre.
internal readonly record struct WatchedCity(int GeonamesId, GeoPoint Centre);
