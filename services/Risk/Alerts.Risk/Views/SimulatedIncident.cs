using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>What the rules make of an incident that did not happen.</summary>
/// <param name="Facts">The incident.</param>
/// <param name="Situation">Its thread as it would stand now.</param>
/// <param name="Urgency">How its first alert would reach an officer; null: there would be none.</param>
/// <param name="IsInReach">Whether its floor lifts the city that was asked about.</param>
public sealed record SimulatedIncident(IncidentFacts Facts, Situation Situation, Urgency? Urgency, bool IsInReach);
