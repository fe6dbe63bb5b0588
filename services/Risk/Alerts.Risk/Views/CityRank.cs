using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>What orders one city among others at an instant. Immutable.</summary>
/// <param name="City">The city.</param>
/// <param name="Level">Its current level; null: not assessed.</param>
/// <param name="P">Probability for 30 days, 0 to 1; null without coverage.</param>
/// <param name="Band">What the forecast suggests; null without coverage.</param>
/// <param name="Assessed">The signed level; null when none stands.</param>
public readonly record struct CityRank(Place City, ThreatLevel? Level, double? P, ThreatLevel? Band, ThreatLevel? Assessed);
