using Alerts.Platform.Access;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Tests.Unit.Gateway;

/// <summary>Stands where ingest stands and keeps what reached it.</summary>
internal sealed class EchoIngest : IngestService.IngestServiceBase
{
    public SubmitReportRequest? Report { get; private set; }

    public SubmitTextRequest? Text { get; private set; }

    public RetractReportRequest? Retraction { get; private set; }

    public ListIncidentsRequest? List { get; private set; }

    public Principal? Caller { get; private set; }

    public Exception? Throws { get; set; }

    public override Task<SubmitReportResponse> SubmitReport(SubmitReportRequest request, ServerCallContext context)
    {
        Report = request;
        Caller = context.GetPrincipal();
        return Throws is { } e ? Task.FromException<SubmitReportResponse>(e) : Task.FromResult(new SubmitReportResponse { Name = "reports/1" });
    }

    public override Task<SubmitTextResponse> SubmitText(SubmitTextRequest request, ServerCallContext context)
    {
        Text = request;
        return Task.FromResult(new SubmitTextResponse());
    }

    public override Task<RetractReportResponse> RetractReport(RetractReportRequest request, ServerCallContext context)
    {
        Retraction = request;
        return Task.FromResult(new RetractReportResponse());
    }

    public override Task<ListIncidentsResponse> ListIncidents(ListIncidentsRequest request, ServerCallContext context)
    {
        List = request;
        return Task.FromResult(new ListIncidentsResponse());
    }

    public override Task<GetIncidentResponse> GetIncident(GetIncidentRequest request, ServerCallContext context) =>
        throw AlertsException.NoSuch(request.Name);
}
