using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>What the acute table says for one size and standing.</summary>
/// <param name="Size">The row's size.</param>
/// <param name="Standing">How well that size is supported.</param>
/// <param name="Urgency">How the first alert reaches an officer; null: no alert, the review queue only.</param>
/// <param name="Floor">Level that it forces on cities in reach; null when none.</param>
public sealed record TableCell(IncidentSize Size, AcuteStanding Standing, Urgency? Urgency, ThreatLevel? Floor);
