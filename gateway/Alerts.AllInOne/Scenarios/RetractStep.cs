using Alerts.V1;

namespace Alerts.AllInOne.Scenarios;

/// <summary>Somebody withdraws an earlier report: send to IngestService.RetractReport.</summary>
/// <param name="At">When, on the domain clock; UTC.</param>
/// <param name="Note">Why the step is there.</param>
/// <param name="RequestId">The request_id to send.</param>
/// <param name="ReportId"><see cref="ReportStep.Id"/> of an earlier step.</param>
/// <param name="Scope">How much is withdrawn; never unspecified.</param>
/// <param name="Reason">Why, for officers; 1 to 500 characters.</param>
public sealed record RetractStep(DateTimeOffset At, string Note, string RequestId, string ReportId, RetractionScope Scope, string Reason)
    : ScenarioStep(At, Note, RequestId);
