using Alerts.AllInOne.Scenarios;
using Alerts.Client;
using Alerts.V1;

namespace Alerts.AllInOne.Playing;

/// <summary>Does one step of a scenario. Knows the reports of earlier steps, also those of before a restart.</summary>
internal sealed class StepPerformer(AlertsClient client, Scenario scenario)
{
    private const int LargestPage = 500;

    public async Task PerformAsync(ScenarioStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case ReportStep report:
                await SubmitAsync(report, cancellationToken);
                break;
            case RetractStep retract:
                await client.Ingest.RetractReportAsync(
                    new RetractReportRequest
                    {
                        RequestId = retract.RequestId,
                        Name = await NameOfAsync(retract.ReportId, cancellationToken),
                        Scope = retract.Scope,
                        Reason = retract.Reason,
                    },
                    cancellationToken: cancellationToken);
                break;
            case ClearStep clear:
                string situation = await SituationOfAsync(clear.IncidentOf, cancellationToken);
                await client.Risk.ClearSituationAsync(
                    new ClearSituationRequest { RequestId = clear.RequestId, Name = situation, Rationale = clear.Rationale }, cancellationToken: cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"{scenario.Name}: no way to do a {step.GetType().Name}.");
        }
    }

    private async Task<string> SubmitAsync(ReportStep step, CancellationToken cancellationToken)
    {
        SubmitReportResponse answer = await client.Ingest.SubmitReportAsync(
            new SubmitReportRequest { RequestId = step.RequestId, Report = step.Report }, cancellationToken: cancellationToken);
        return answer.Name;
    }

    // Submitting again under the same request id answers with the first name: nothing needs to be remembered over a restart.
    private Task<string> NameOfAsync(string id, CancellationToken cancellationToken) =>
        SubmitAsync(scenario.Steps.OfType<ReportStep>().Single(s => s.Id == id), cancellationToken);

    private async Task<string> SituationOfAsync(string reportId, CancellationToken cancellationToken)
    {
        string report = await NameOfAsync(reportId, cancellationToken);
        ListAlertsResponse active = await client.Notify.ListAlertsAsync(
            new ListAlertsRequest { ActiveOnly = true, PageSize = LargestPage }, cancellationToken: cancellationToken);
        Alert alert = active.Alerts.FirstOrDefault(a => a.Incident?.Reports.Any(r => r.Report == report) == true)
            ?? throw new InvalidOperationException($"{scenario.Name}: no active situation rests on the report {reportId}.");
        return alert.Situation;
    }
}
