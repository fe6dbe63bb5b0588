using Alerts.Risk.Acute;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>What a revision means for one city. Context: it never rings by itself.</summary>
/// <param name="Hit">The city, how far, and whether in reach.</param>
/// <param name="Before">Level before; null when not assessed.</param>
/// <param name="After">Level after; null when not assessed.</param>
public sealed record CityEffect(CityHit Hit, ThreatLevel? Before, ThreatLevel? After);
