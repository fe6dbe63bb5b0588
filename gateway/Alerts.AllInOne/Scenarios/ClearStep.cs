namespace Alerts.AllInOne.Scenarios;

/// <summary>An adviser signs an all-clear: send to RiskService.ClearSituation, for the situation of the incident that a report went into.</summary>
/// <param name="At">When, on the domain clock; UTC.</param>
/// <param name="Note">Why the step is there.</param>
/// <param name="RequestId">The request_id to send.</param>
/// <param name="IncidentOf"><see cref="ReportStep.Id"/> of an earlier step.</param>
/// <param name="Rationale">Why it is over, for officers; 1 to 500 characters.</param>
public sealed record ClearStep(DateTimeOffset At, string Note, string RequestId, string IncidentOf, string Rationale)
    : ScenarioStep(At, Note, RequestId);
