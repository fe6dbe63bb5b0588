using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>What the newest revision of an incident says about access: replaces what earlier ones said.</summary>
/// <param name="Scope">Whose the incident is.</param>
/// <param name="IncidentId">The incident, "incidents/{id}".</param>
/// <param name="Evidence">Its evidence; empty when it says nothing (any more).</param>
/// <param name="OverlaidIn">Organisations in whose view an overlay stands in for it.</param>
public sealed record AccessReport(Scope Scope, string IncidentId, IReadOnlyList<AccessEvidence> Evidence, IReadOnlyList<string> OverlaidIn);
