using Alerts.V1;

namespace Alerts.AllInOne.Scenarios;

/// <summary>A source speaks: send the report to IngestService.SubmitReport.</summary>
/// <param name="At">When, on the domain clock; UTC.</param>
/// <param name="Note">Why the step is there.</param>
/// <param name="RequestId">The request_id to send.</param>
/// <param name="Id">Name of the report within the scenario; later steps refer to it.</param>
/// <param name="Report">The report, always marked as an exercise. Shared: clone before changing it.</param>
public sealed record ReportStep(DateTimeOffset At, string Note, string RequestId, string Id, Report Report)
    : ScenarioStep(At, Note, RequestId);
