using Alerts.Gazetteer;

namespace Alerts.Risk.Acute;

/// <summary>A city that an incident touches.</summary>
/// <param name="Place">The city.</param>
/// <param name="Km">Kilometres from its centre to the nearest site.</param>
/// <param name="IsInReach">Whether the incident's floor lifts its level; false: "near CITY" only.</param>
public readonly record struct CityHit(Place Place, double Km, bool IsInReach);
