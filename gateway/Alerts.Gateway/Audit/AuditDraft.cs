using Alerts.Terms;

namespace Alerts.Gateway.Audit;

/// <summary>What somebody did, before it has its place in the audit.</summary>
/// <param name="Organisation">Whose audit it belongs to.</param>
/// <param name="Actor">Subject of who did it.</param>
/// <param name="Key">Resource name of the key that it was done with; empty without one.</param>
/// <param name="Action">The rpc, such as <c>RiskService/SignAssessment</c>.</param>
/// <param name="Target">Resource names, apart by spaces; empty where the act has none.</param>
/// <param name="Detail">More on what was done; never a text that somebody wrote.</param>
public sealed record AuditDraft(Scope Organisation, string Actor, string Key, string Action, string Target, string Detail);
