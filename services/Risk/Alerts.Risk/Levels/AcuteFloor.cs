using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>A situation that forces at least a level on a city now, after decay.</summary>
/// <param name="SituationId">The situation.</param>
/// <param name="IncidentId">Its incident.</param>
/// <param name="Floor">The level.</param>
public sealed record AcuteFloor(string SituationId, string IncidentId, ThreatLevel Floor);
