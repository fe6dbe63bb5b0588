using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>One way into a city.</summary>
/// <param name="Aspect">What it is.</param>
/// <param name="Sector">For roads, the side of the city; null: all roads, or no road.</param>
public readonly record struct WayKey(AccessAspect Aspect, CompassSector? Sector);
