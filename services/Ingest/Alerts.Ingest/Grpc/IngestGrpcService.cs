using Alerts.Gazetteer;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Wire;
using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Platform.Requests;
using Alerts.Platform.Time;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Report = Alerts.Ingest.Reports.Report;

namespace Alerts.Ingest.Grpc;

// The rpcs of ingest: map, call one use case, map back.
internal sealed class IngestGrpcService(
    IReportStore reports, IIncidentReader incidents, IHistoryStore history, ReportValidator validator, TextIntake texts, PlaceResolver resolver, PlaceSearch search, PlaceIndex places, PageTokens pages, DomainClock clock)
    : IngestService.IngestServiceBase
{
    // A place's surroundings in ListIncidents (ListIncidentsRequest.geonames_id).
    private const double NearKm = 50;

    // Those who may judge an incident (AccessPolicy), and so take a judgement back.
    private const Roles Reviewers = Roles.Analyst | Roles.Adviser;

    public override Task<SubmitReportResponse> SubmitReport(SubmitReportRequest request, ServerCallContext context) =>
        SubmitAsync(request, context.GetPrincipal(), context.CancellationToken);

    public override Task<SubmitReportsResponse> SubmitReports(IAsyncStreamReader<SubmitReportsRequest> requestStream, ServerCallContext context) =>
        new SubmitManyCall(SubmitAsync).RunAsync(requestStream, context.GetPrincipal(), context.CancellationToken);

    public override async Task<SubmitTextResponse> SubmitText(SubmitTextRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        IReadOnlyList<TextReading> read = texts.Read(TextWire.Core(request), clock.Now, clock.IsScenario);
        Submission submission = SubmissionOf(caller, request.RequestId, () => request.RequestId = "", request);
        if (request.ValidateOnly)
            return TextWire.Wire(read, 0);
        byte[] answer = await reports.SubmitTextsAsync(
            submission, read, stored => TextWire.Wire(stored, V1.ReportState.Accepted).ToByteArray(), context.CancellationToken);
        return SubmitTextResponse.Parser.ParseFrom(answer);
    }

    public override async Task<GetReportResponse> GetReport(GetReportRequest request, ServerCallContext context)
    {
        ReportNames.Check(request.Name, "reports");
        Principal caller = context.GetPrincipal();
        StoredReport found = await reports.FindAsync(request.Name, caller.Organisation, caller.Subject, context.CancellationToken)
            ?? throw AlertsException.NoSuch(request.Name);
        V1.Report report = ReportWire.Wire(found.Report);
        report.State = (V1.ReportState)found.State;
        report.Incident = found.Incident;
        report.RetractionReason = found.RetractionReason;
        return new GetReportResponse { Report = report };
    }

    public override async Task<GetIncidentResponse> GetIncident(GetIncidentRequest request, ServerCallContext context)
    {
        ReportNames.Check(request.Name, "incidents");
        Incidents.Incident incident = await incidents.FindAsync(request.Name, context.GetPrincipal().Organisation, context.CancellationToken)
            ?? throw AlertsException.NoSuch(request.Name);
        return new GetIncidentResponse { Incident = IncidentWire.Wire(incident) };
    }

    public override async Task<ListIncidentsResponse> ListIncidents(ListIncidentsRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        int size = PageTokens.Size(request.PageSize);
        string token = request.PageToken;
        ListIncidentsRequest bound = request.Clone();
        bound.PageToken = "";
        bound.PageSize = 0;
        string same = $"ListIncidents {Convert.ToBase64String(bound.ToByteArray())}";
        IncidentPosition? after = pages.Read(caller, same, token) is { } position ? PositionOf(position) : null;
        IReadOnlyList<ListedIncident> found = await incidents.ListAsync(FilterOf(request, caller), after, size + 1, context.CancellationToken);
        var response = new ListIncidentsResponse();
        response.Incidents.AddRange(found.Take(size).Select(f => IncidentWire.Wire(f.Incident)));
        if (found.Count > size)
            response.NextPageToken = pages.Create(caller, same, $"{found[size - 1].Position.Start} {found[size - 1].Position.Name}");
        return response;
    }

    public override async Task<RetractReportResponse> RetractReport(RetractReportRequest request, ServerCallContext context)
    {
        ReportNames.Check(request.Name, "reports");
        var wrong = new Violations();
        Reports.RetractionScope? scope = Codes.Core<Reports.RetractionScope>(request.Scope);
        if (scope is null)
            wrong.Add("scope", "is required: REPORT or ORIGIN.");
        wrong.Known("scope", scope);
        if (string.IsNullOrWhiteSpace(request.Reason))
            wrong.Add("reason", "is required: say in plain words why it is withdrawn.");
        wrong.Name("reason", request.Reason, ReportLimits.ReasonLength);
        wrong.ThrowIfAny();
        Principal caller = context.GetPrincipal();
        StoredReport? found = await reports.FindAsync(request.Name, caller.Organisation, caller.Subject, context.CancellationToken);
        if (found is { Report.IsReview: true } && (caller.Roles & Reviewers) == 0)
            throw new AlertsException(ErrorKind.PermissionDenied, ErrorReasons.RoleMissing, "This is an analyst's judgement: only analysts and advisers withdraw it.");
        Submission submission = SubmissionOf(caller, request.RequestId, () => request.RequestId = "", request);
        byte[] answer = await reports.RetractAsync(
            submission,
            request.Name,
            scope!.Value,
            request.Reason,
            names => new RetractReportResponse { Names = { names } }.ToByteArray(),
            context.CancellationToken);
        return RetractReportResponse.Parser.ParseFrom(answer);
    }

    public override async Task<ReviewIncidentResponse> ReviewIncident(ReviewIncidentRequest request, ServerCallContext context)
    {
        ReportNames.Check(request.Name, "incidents");
        var wrong = new Violations();
        Incidents.ReviewVerdict? verdict = Codes.Core<Incidents.ReviewVerdict>(request.Verdict);
        if (verdict is null)
            wrong.Add("verdict", "is required: CONFIRM or DISPUTE.");
        wrong.Known("verdict", verdict);
        Terms.TlpLabel? tlp = Codes.Core<Terms.TlpLabel>(request.Tlp);
        wrong.Known("tlp", tlp);
        if (string.IsNullOrWhiteSpace(request.Reason))
            wrong.Add("reason", "is required: say in plain words why.");
        wrong.Name("reason", request.Reason, ReportLimits.ReasonLength);
        wrong.ThrowIfAny();
        Principal caller = context.GetPrincipal();
        Incidents.Incident incident = await incidents.FindAsync(request.Name, caller.Organisation, context.CancellationToken)
            ?? throw AlertsException.NoSuch(request.Name);
        Terms.TlpLabel label = tlp ?? Terms.TlpLabel.AmberStrict;
        Review.Check(incident, label);
        Submission submission = SubmissionOf(caller, request.RequestId, () => request.RequestId = "", request);
        byte[] answer = await reports.SubmitAsync(
            submission,
            [Review.Of(incident, verdict!.Value, request.Reason, label, caller.Organisation)],
            accepted => new ReviewIncidentResponse { Report = accepted[0].Name, AcceptTime = accepted[0].AcceptTime.ToTimestamp() }.ToByteArray(),
            context.CancellationToken);
        return ReviewIncidentResponse.Parser.ParseFrom(answer);
    }

    public override Task<SearchPlacesResponse> SearchPlaces(SearchPlacesRequest request, ServerCallContext context)
    {
        var response = new SearchPlacesResponse();
        response.Places.AddRange(search.Find(request.Prefix, request.CountryCode, request.Limit, context.GetPrincipal().Organisation).Select(PlaceWire.Wire));
        return Task.FromResult(response);
    }

    public override Task ImportHistory(IAsyncStreamReader<ImportHistoryRequest> requestStream, IServerStreamWriter<ImportHistoryResponse> responseStream, ServerCallContext context) =>
        new ImportCall(history, resolver, clock, context.GetPrincipal().Organisation).RunAsync(requestStream, responseStream, context.CancellationToken);

    private async Task<SubmitReportResponse> SubmitAsync(SubmitReportRequest request, Principal caller, CancellationToken cancellationToken)
    {
        Report report = validator.Validate(ReportWire.Draft(request.Report), "report", clock.Now, clock.IsScenario);
        Submission submission = SubmissionOf(caller, request.RequestId, () => request.RequestId = "", request);
        byte[] answer = await reports.SubmitAsync(
            submission,
            [report],
            accepted => new SubmitReportResponse { Name = accepted[0].Name, AcceptTime = accepted[0].AcceptTime.ToTimestamp() }.ToByteArray(),
            cancellationToken);
        return SubmitReportResponse.Parser.ParseFrom(answer);
    }

    // The request's canonical bytes are those without its id.
    private static Submission SubmissionOf(Principal caller, string requestId, Action clearId, IMessage request)
    {
        RequestLedger.KeyOf(caller, requestId);
        clearId();
        return new Submission(caller.Organisation, caller.Subject, requestId, [.. System.Text.Encoding.ASCII.GetBytes(request.Descriptor.Name), .. request.ToByteArray()]);
    }

    private static IncidentPosition PositionOf(string position)
    {
        int space = position.IndexOf(' ', StringComparison.Ordinal);
        return new IncidentPosition(long.Parse(position.AsSpan(0, space)), position[(space + 1)..]);
    }

    private IncidentFilter FilterOf(ListIncidentsRequest request, Principal caller)
    {
        var wrong = new Violations();
        if (request.CountryCode.Length > 0 && !CountryCode.IsKnown(request.CountryCode))
            wrong.Add("country_code", CountryCode.Refusal(request.CountryCode));
        Gazetteer.Place? place = request.GeonamesId == 0 ? null : places.Find(request.GeonamesId);
        if (request.GeonamesId != 0 && place is null)
            wrong.AddUnknownPlace("geonames_id", $"no place has the GeoNames id {request.GeonamesId}.");
        DateTimeOffset? from = Codes.Core(request.StartTimeFrom);
        DateTimeOffset? to = Codes.Core(request.StartTimeTo);
        if (to < from)
            wrong.Add("start_time_to", "must not be before start_time_from.");
        wrong.ThrowIfAny();
        return new IncidentFilter(caller.Organisation)
        {
            CountryCode = request.CountryCode,
            Near = place?.Point,
            RadiusKm = NearKm,
            From = from,
            To = to,
            IncludeHistoric = request.IncludeHistoric,
        };
    }
}
