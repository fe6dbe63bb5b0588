using System.Threading.Channels;
using Alerts.Gazetteer;
using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Platform.Requests;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Risk.Access;
using Alerts.Risk.Storage;
using Alerts.Risk.Views;
using Alerts.Risk.Wire;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Place = Alerts.Gazetteer.Place;

namespace Alerts.Risk.Grpc;

/// <summary>Answers what the threat is, was, and becomes. Maps; the board decides.</summary>
/// <param name="board">What is known.</param>
/// <param name="desk">Signs.</param>
/// <param name="signing">What advisers sign.</param>
/// <param name="cities">Orders cities for lists.</param>
/// <param name="places">The gazetteer.</param>
/// <param name="feed">Tells of changes.</param>
/// <param name="pages">Page tokens.</param>
/// <param name="clock">The domain's time.</param>
/// <param name="time">Real time.</param>
/// <param name="store">Risk's store.</param>
public sealed class RiskGrpcService(
    ThreatBoard board, ThreatDesk desk, SigningCalls signing, CityList cities, PlaceIndex places, ThreatFeed feed, PageTokens pages, DomainClock clock, TimeProvider time,
    [Microsoft.Extensions.DependencyInjection.FromKeyedServices(RiskSetup.StoreName)] IStore store)
    : RiskService.RiskServiceBase
{
    private const int TopIncidents = 10;
    private const int RationaleLimit = 500;
    private const int WatchedCitiesLimit = 1_000;
    private const int CourseWeeks = 52;
    private const int CourseWeeksLimit = 260;

    // Decay alone moves a level at most a few times a day; a follower hears of it within this time.
    private static readonly TimeSpan RereadAfter = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task<GetCityThreatResponse> GetCityThreat(GetCityThreatRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        Place city = CityOf(request.Name);
        DateTimeOffset now = clock.Now;
        if (request.AsOfTime is null)
            return new GetCityThreatResponse { Threat = CityThreatMap.ToThreat(board.Read(caller.Organisation, city, now, TopIncidents)) };
        DateTimeOffset asOf = Instant(request.AsOfTime, "as_of_time");
        if (asOf > now)
            throw AlertsException.Invalid("as_of_time", "is in the future; leave it out for now.");
        if (request.KnownNow)
            return new GetCityThreatResponse { Threat = CityThreatMap.ToThreat(board.Read(caller.Organisation, city, asOf, TopIncidents)) };
        (long, byte[])? said = await store.ReadAsync(
            caller.Organisation,
            s => ThreatHistory.At(s, caller.Organisation, city.GeonameId, asOf) ?? ThreatHistory.At(s, Scope.Shared, city.GeonameId, asOf), context.CancellationToken);
        return said is { } row
            ? new GetCityThreatResponse { Threat = Said(row) }
            : throw new AlertsException(ErrorKind.NotFound, ErrorReasons.NoSuchResource, $"Nothing had been said about {request.Name} by then. Ask with known_now for what is known now about then.");
    }

    /// <inheritdoc/>
    public override Task<ListCityThreatsResponse> ListCityThreats(ListCityThreatsRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        int size = PageTokens.Size(request.PageSize);
        if ((int)request.MinimumLevel is < 0 or > (int)Terms.ThreatLevel.Extreme)
            throw AlertsException.Invalid("minimum_level", "is not a level that this server knows.");
        if (request.CountryCode.Length > 0 && !Terms.CountryCode.IsKnown(request.CountryCode))
            throw AlertsException.Invalid("country_code", Terms.CountryCode.Refusal(request.CountryCode));
        string filter = $"ListCityThreats\n{request.CountryCode}\n{(int)request.MinimumLevel}";
        int skip = pages.Read(caller, filter, request.PageToken) is { } position ? int.Parse(position) : 0;
        CityPage page = cities.Page(caller.Organisation, request.CountryCode, (int)request.MinimumLevel, clock.Now, skip, size);
        var response = new ListCityThreatsResponse { Threats = { page.Cities.Select(CityThreatMap.ToThreat) } };
        if (skip + size < page.Total)
            response.NextPageToken = pages.Create(caller, filter, (skip + size).ToString());
        return Task.FromResult(response);
    }

    /// <inheritdoc/>
    public override async Task WatchCityThreats(
        WatchCityThreatsRequest request, IServerStreamWriter<WatchCityThreatsResponse> responseStream, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        if (request.GeonamesIds.Count is 0 or > WatchedCitiesLimit)
            throw AlertsException.Invalid("geonames_ids", $"must name 1 to {WatchedCitiesLimit} cities; it names {request.GeonamesIds.Count}.");
        Dictionary<int, Place> watched = request.GeonamesIds.Distinct().ToDictionary(id => id, id => CityOf($"cities/{id}/threat"));
        var told = new Dictionary<int, (Terms.ThreatLevel?, Terms.ThreatLevel?, Terms.ThreatLevel?, Terms.AccessState?)>();
        using IDisposable following = feed.Follow(caller.Organisation, watched.Keys.ToHashSet(), out ChannelReader<bool> hints);
        while (!context.CancellationToken.IsCancellationRequested)
        {
            foreach (Place city in watched.Values)
            {
                CityReading reading = board.Read(caller.Organisation, city, clock.Now, TopIncidents);
                var face = (reading.Level.Level, reading.Level.AcuteFloor, reading.Level.Band, reading.Access?.State);
                if (told.TryGetValue(city.GeonameId, out var before) && before == face)
                    continue;
                told[city.GeonameId] = face;
                await responseStream.WriteAsync(new WatchCityThreatsResponse { Threat = CityThreatMap.ToThreat(reading) }, context.CancellationToken);
            }

            using var wait = new CancellationTokenSource(RereadAfter, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, context.CancellationToken);
            try
            {
                await hints.ReadAsync(either.Token);
            }
            catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
            {
                // No hint for a minute: decay may have moved a level, so read anew.
            }
        }
    }

    /// <inheritdoc/>
    public override async Task<GetThreatHistoryResponse> GetThreatHistory(GetThreatHistoryRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        Place city = CityOf(request.Name);
        int size = PageTokens.Size(request.PageSize);
        DateTimeOffset from = request.StartTime is null ? DateTimeOffset.UnixEpoch : Instant(request.StartTime, "start_time");
        DateTimeOffset to = request.EndTime is null ? clock.Now.AddTicks(TimeSpan.TicksPerMillisecond) : Instant(request.EndTime, "end_time");
        string filter = $"GetThreatHistory\n{request.Name}\n{request.StartTime}\n{request.EndTime}";
        long before = pages.Read(caller, filter, request.PageToken) is { } position ? long.Parse(position) : long.MaxValue;
        IReadOnlyList<(long Revision, byte[] Body)> rows = await store.ReadAsync(
            caller.Organisation,
            s =>
            {
                // An organisation without a view of its own has been told what everybody was told.
                Scope scope = ThreatHistory.At(s, caller.Organisation, city.GeonameId, to) is null ? Scope.Shared : caller.Organisation;
                return ThreatHistory.Page(s, scope, city.GeonameId, from, to, before, size + 1);
            },
            context.CancellationToken);
        var response = new GetThreatHistoryResponse { Threats = { rows.Take(size).Select(Said) } };
        if (rows.Count > size)
            response.NextPageToken = pages.Create(caller, filter, rows[size - 1].Revision.ToString());
        return response;
    }

    /// <inheritdoc/>
    public override Task<GetForecastCourseResponse> GetForecastCourse(GetForecastCourseRequest request, ServerCallContext context)
    {
        Place city = CityOf(request.Name);
        DateTimeOffset end = request.EndTime is null ? clock.Now : Instant(request.EndTime, "end_time");
        if (end > clock.Now)
            throw AlertsException.Invalid("end_time", "is in the future; leave it out for now.");
        if (request.Weeks is < 0 or > CourseWeeksLimit)
            throw AlertsException.Invalid("weeks", $"must be 1 to {CourseWeeksLimit}, or 0 for {CourseWeeks}.");
        IReadOnlyList<Views.ForecastPoint> course = board.Course(context.GetPrincipal().Organisation, city, end, request.Weeks == 0 ? CourseWeeks : request.Weeks);
        return Task.FromResult(new GetForecastCourseResponse
        {
            Points = { course.Select(p => new V1.ForecastPoint { Time = p.At.ToTimestamp(), Probability30D = p.P30 }) },
        });
    }

    /// <inheritdoc/>
    public override Task<SimulateResponse> Simulate(SimulateRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        Place city = CityOf(request.Name);
        DateTimeOffset now = clock.Now;
        Simulation simulation = board.Simulate(caller.Organisation, city, new Hypotheses(places, city, now).Of(request.Incidents), now, TopIncidents);
        return Task.FromResult(new SimulationMap(places).ToResponse(simulation));
    }

    /// <inheritdoc/>
    public override async Task<ClearSituationResponse> ClearSituation(ClearSituationRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        string rationale = request.Rationale.Trim();
        if (rationale.Length is 0 or > RationaleLimit)
            throw AlertsException.Invalid("rationale", $"must be 1 to {RationaleLimit} characters: officers read why it is over.");
        RequestKey? key = RequestLedger.KeyOf(caller, request.RequestId);
        ClearSituationRequest body = request.Clone();
        body.RequestId = "";
        byte[] answer = await store.WriteAsync(
            session => RequestLedger.Once(session, key, body.ToByteArray(), time.GetUtcNow(), () =>
            {
                DateTimeOffset at = desk.Clear(session, caller.Organisation, request.Name, caller.Subject, rationale);
                return new ClearSituationResponse { ClearTime = Timestamp.FromDateTimeOffset(at) }.ToByteArray();
            }),
            context.CancellationToken);
        return ClearSituationResponse.Parser.ParseFrom(answer);
    }

    /// <inheritdoc/>
    public override async Task<ReportAccessResponse> ReportAccess(ReportAccessRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        Place city = CityOf(request.Name);
        (Scope scope, AccessEntry entry) = AccessRequest.Read(request, city, caller, places, time.GetUtcNow());
        RequestKey? key = RequestLedger.KeyOf(caller, request.RequestId);
        ReportAccessRequest body = request.Clone();
        body.RequestId = "";
        byte[] answer = await store.WriteAsync(
            session => RequestLedger.Once(session, key, body.ToByteArray(), time.GetUtcNow(), () =>
            {
                DateTimeOffset at = desk.EnterAccess(session, caller.Organisation, scope, entry, caller.Roles.HasFlag(Roles.Adviser));
                var picture = board.Read(caller.Organisation, city, at).Access;
                return new ReportAccessResponse { ReportTime = Timestamp.FromDateTimeOffset(at), Access = picture is null ? null : AccessMap.ToPicture(picture) }.ToByteArray();
            }),
            context.CancellationToken);
        return ReportAccessResponse.Parser.ParseFrom(answer);
    }

    /// <inheritdoc/>
    public override Task<SignAssessmentResponse> SignAssessment(SignAssessmentRequest request, ServerCallContext context) => signing.SignAsync(request, context);

    /// <inheritdoc/>
    public override Task<WithdrawAssessmentResponse> WithdrawAssessment(WithdrawAssessmentRequest request, ServerCallContext context) => signing.WithdrawAsync(request, context);

    /// <inheritdoc/>
    public override Task<OverrideLevelResponse> OverrideLevel(OverrideLevelRequest request, ServerCallContext context) => signing.OverrideAsync(request, context);

    /// <inheritdoc/>
    public override Task<HoldFloorResponse> HoldFloor(HoldFloorRequest request, ServerCallContext context) => signing.HoldAsync(request, context);

    /// <inheritdoc/>
    public override Task<ListToSignResponse> ListToSign(ListToSignRequest request, ServerCallContext context) => Task.FromResult(signing.List(request, context));

    private static CityThreat Said((long Revision, byte[] Body) row)
    {
        CityThreat threat = CityThreat.Parser.ParseFrom(row.Body);
        threat.Revision = row.Revision;
        return threat;
    }

    private static DateTimeOffset Instant(Timestamp value, string field)
    {
        try
        {
            return value.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw AlertsException.Invalid(field, "is not an instant between the years 1 and 9999.");
        }
    }

    private Place CityOf(string name)
    {
        string[] parts = name.Split('/');
        if (parts is not ["cities", { } id, "threat"] || !int.TryParse(id, out int geonameId))
            throw AlertsException.Invalid("name", "must be cities/{geonames_id}/threat.");
        return places.Find(geonameId) is { IsScored: true } city ? city : throw AlertsException.NoSuch(name);
    }
}
