using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>A site that officers were told of.</summary>
/// <param name="Point">Where.</param>
/// <param name="Precision">How exactly.</param>
public readonly record struct KnownSite(GeoPoint Point, PlacePrecision Precision);
