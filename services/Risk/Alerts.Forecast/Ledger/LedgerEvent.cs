using Alerts.Terms;

namespace Alerts.Forecast.Ledger;

/// <summary>What one incident adds to the forecast.</summary>
/// <param name="IncidentId">The incident; one incident has at most one contribution in a ledger.</param>
/// <param name="Point">Where it happened, as a spot or a populated place. Incidents known only to a district or country stay out: the model was fitted without them.</param>
/// <param name="LocalDay">The calendar day there. Never a UTC day.</param>
/// <param name="Lethal">
/// True for organised violence with at least one death (victims, attackers and unknown together, best estimate); false for the same types without any.
/// The caller decides this, and whether the incident is well enough supported to count at all.
/// </param>
public sealed record LedgerEvent(string IncidentId, GeoPoint Point, DateOnly LocalDay, bool Lethal);
