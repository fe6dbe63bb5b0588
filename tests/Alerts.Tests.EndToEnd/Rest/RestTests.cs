using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Rest;

/// <summary>The REST paths of the protos on a real server: each gives what gRPC gives.</summary>
public sealed class RestTests(ReportedServer server) : IClassFixture<ReportedServer>
{
    // GeoNames id of Kayes.
    private const int Kayes = 2455518;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetReport_ById_IsThatOfGrpc()
    {
        Report expected = (await server.Client.Ingest.GetReportAsync(new GetReportRequest { Name = server.Report }, cancellationToken: Cancel)).Report;
        Assert.Equal(ReportState.Folded, expected.State);
        Assert.Equal(expected, (await server.GetAsync<GetReportResponse>($"/v1/{server.Report}", Cancel)).Report);
    }

    [Fact]
    public async Task Incidents_ListedAndById_AreThoseOfGrpc()
    {
        string name = server.Alert.Incident.Name;
        Incident expected = (await server.Client.Ingest.GetIncidentAsync(new GetIncidentRequest { Name = name }, cancellationToken: Cancel)).Incident;
        Assert.Contains(server.Report, expected.Reports.Select(r => r.Report));
        ListIncidentsResponse listed = await server.GetAsync<ListIncidentsResponse>($"/v1/incidents?geonames_id={Samples.Gao}&page_size=10", Cancel);
        Assert.Equal(expected, Assert.Single(listed.Incidents));
        Assert.Equal(expected, (await server.GetAsync<GetIncidentResponse>($"/v1/{name}", Cancel)).Incident);
    }

    [Fact]
    public async Task GetCityThreat_AsOfAnInstant_IsThatOfGrpc()
    {
        var asOf = server.Alert.IssueTime;
        CityThreat expected = (await server.Client.Risk.GetCityThreatAsync(
            new GetCityThreatRequest { Name = $"cities/{Samples.Gao}/threat", AsOfTime = asOf }, cancellationToken: Cancel)).Threat;
        Assert.True(expected.Level >= ThreatLevel.Moderate);
        Assert.Equal(expected, (await server.GetAsync<GetCityThreatResponse>($"/v1/cities/{Samples.Gao}/threat?as_of_time={JsonText(asOf)}", Cancel)).Threat);
    }

    [Fact]
    public async Task ReportAccess_OfACity_IsWhatGrpcTells()
    {
        using var body = new StringContent("""{"requestId":"rest-1","state":"ACCESS_STATE_OPEN","text":"Open as always.","tlp":"TLP_LABEL_GREEN"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await server.Http.PostAsync(new Uri($"/v1/cities/{Kayes}/threat:reportAccess", UriKind.Relative), body, Cancel);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancel));
        AccessPicture told = JsonParser.Default.Parse<ReportAccessResponse>(await response.Content.ReadAsStringAsync(Cancel)).Access;
        CityThreat threat = (await server.Client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = $"cities/{Kayes}/threat" }, cancellationToken: Cancel)).Threat;
        Assert.Equal(AccessState.Open, told.State);
        Assert.Equal(told, threat.Access);
    }

    [Fact]
    public async Task Simulate_OverRest_IsThatOfGrpcAndChangesNothing()
    {
        var request = new SimulateRequest
        {
            Name = $"cities/{Samples.Gao}/threat",
            Incidents = { new HypotheticalIncident { SubEventType = SubEventType.SuicideBomb, Standing = AcuteStanding.Corroborated, Killed = 12, DaysAgo = 0 } },
        };
        SimulateResponse expected = await server.Client.Risk.SimulateAsync(request, cancellationToken: Cancel);
        Assert.Equal((ThreatLevel.Extreme, true), (expected.Simulated.Level, expected.Simulated.Hypothetical));
        SimulateResponse found = await server.PostAsync<SimulateResponse>($"/v1/cities/{Samples.Gao}/threat:simulate", request, "name", Cancel);
        Assert.Equal(expected.Differences, found.Differences);
        Assert.Equal(expected.Incidents, found.Incidents);
        CityThreat still = (await server.GetAsync<GetCityThreatResponse>($"/v1/cities/{Samples.Gao}/threat", Cancel)).Threat;
        Assert.Equal((expected.Present.Level, false), (still.Level, still.Hypothetical));
        Assert.DoesNotContain(still.Situations, s => s.StartsWith("hypothetical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignAssessment_OverRest_IsWithdrawnOverRest()
    {
        // GeoNames id of Bamako.
        var request = new SignAssessmentRequest
        {
            Area = "cities/2460596",
            Level = ThreatLevel.Low,
            Category = ThreatCategory.Crime,
            Rationale = "Invented for a test.",
            ReviewDate = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd"),
        };
        SignAssessmentResponse signed = await server.PostAsync<SignAssessmentResponse>("/v1/assessments:sign", request, null, Cancel);
        Assert.Equal((ThreatLevel.Low, request.Area), (signed.Assessment.Level, signed.Assessment.Area));
        await server.PostAsync<WithdrawAssessmentResponse>("/v1/assessments:withdraw", new WithdrawAssessmentRequest { Area = request.Area, Rationale = "Done." }, null, Cancel);
        ListToSignResponse pending = await server.GetAsync<ListToSignResponse>("/v1/assessments:pending?page_size=500", Cancel);
        Assert.Contains(pending.Items, i => i.Subject == $"cities/{Samples.Gao}");
    }

    [Fact]
    public async Task ListCityThreats_FromALevel_AreThoseOfGrpc()
    {
        ListCityThreatsResponse expected = await server.Client.Risk.ListCityThreatsAsync(
            new ListCityThreatsRequest { MinimumLevel = ThreatLevel.Minimal, CountryCode = "ML" }, cancellationToken: Cancel);
        ListCityThreatsResponse found = await server.GetAsync<ListCityThreatsResponse>("/v1/cities?minimum_level=THREAT_LEVEL_MINIMAL&country_code=ML", Cancel);
        Assert.Contains(found.Threats, t => t.City.GeonamesId == Samples.Gao);
        Assert.Equal(expected.Threats.Select(t => (t.City, t.Level)), found.Threats.Select(t => (t.City, t.Level)));
    }

    [Fact]
    public async Task Alerts_ListedAndById_AreThoseOfGrpc()
    {
        var request = new ListAlertsRequest { Situation = server.Alert.Situation };
        ListAlertsResponse expected = await server.Client.Notify.ListAlertsAsync(request, cancellationToken: Cancel);
        Assert.NotEmpty(expected.Alerts);
        Assert.Equal(expected, await server.GetAsync<ListAlertsResponse>($"/v1/alerts?situation={Uri.EscapeDataString(server.Alert.Situation)}", Cancel));
        Assert.Equal(server.Alert, (await server.GetAsync<GetAlertResponse>($"/v1/{server.Alert.Name}", Cancel)).Alert);
    }

    [Fact]
    public async Task AcknowledgeAlert_OverRest_IsSeenOverGrpc()
    {
        AcknowledgeAlertResponse answer = await server.PostAsync<AcknowledgeAlertResponse>(
            $"/v1/{server.Alert.Name}:acknowledge", new AcknowledgeAlertRequest { Note = "seen" }, "name", Cancel);
        GetAlertResponse found = await server.Client.Notify.GetAlertAsync(new GetAlertRequest { Name = server.Alert.Name }, cancellationToken: Cancel);
        Assert.Contains(answer.Acknowledgement, found.Acknowledgements);
    }

    [Fact]
    public async Task GetStatus_OfAServerThatMoves_IsHealthyWithItsParts()
    {
        GetStatusResponse expected = await server.Client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel);
        GetStatusResponse found = await server.GetAsync<GetStatusResponse>("/v1/status", Cancel);
        Assert.True(found.Healthy);
        Assert.Equal((expected.Version, string.Join(",", expected.Parts.Select(p => p.Name))), (found.Version, string.Join(",", found.Parts.Select(p => p.Name))));
    }

    [Fact]
    public async Task SubmitText_OverRest_IsReadAndStored()
    {
        const string Text = "MOGADISHU, Somalia — Gunmen attacked a bus in Mogadishu on Monday, killing six passengers, a driver said.";
        SubmitTextResponse answer = await server.PostAsync<SubmitTextResponse>("/v1/texts", new SubmitTextRequest { Text = Text, CountryCode = "SO" }, null, Cancel);
        Report read = Assert.Single(answer.Reports);
        Report stored = (await server.Client.Ingest.GetReportAsync(new GetReportRequest { Name = read.Name }, cancellationToken: Cancel)).Report;
        Assert.Equal((read.Text, read.SubEventType), (stored.Text, stored.SubEventType));
    }

    [Fact]
    public async Task Stream_OverRest_TellsLiveInLinesOfJsonAndRecallsWhatIsWithdrawn()
    {
        using HttpResponseMessage response = await server.Http.GetAsync(
            new Uri("/v1/alerts:stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        Assert.Equal(StreamAlertsResponse.FrameOneofCase.Subscribed, (await ReadAsync(lines)).FrameCase);

        Report report = Samples.Attack();
        report.Sites[0].Reference = new PlaceReference { Point = new GeoPoint { Latitude = 14.49, Longitude = -4.20 }, Precision = PlacePrecision.Point };
        SubmitReportResponse submitted = await server.PostAsync<SubmitReportResponse>("/v1/reports", new SubmitReportRequest { Report = report }, null, Cancel);
        Alert raised = await AlertOfAsync(lines, submitted.Name);
        Assert.Equal(AlertAction.Raise, raised.Action);

        var request = new RetractReportRequest { Scope = RetractionScope.Report, Reason = "The guard was mistaken." };
        RetractReportResponse withdrawn = await server.PostAsync<RetractReportResponse>($"/v1/{submitted.Name}:retract", request, "name", Cancel);
        Assert.Equal([submitted.Name], withdrawn.Names);
        Alert recall;
        do
        {
            recall = (await ReadAsync(lines)).Alert?.Alert ?? new Alert();
        }
        while (recall.Situation != raised.Situation);
        Assert.Equal(AlertAction.Cancel, recall.Action);
        Assert.Equal(ReportState.Retracted, (await server.GetAsync<GetReportResponse>($"/v1/{submitted.Name}", Cancel)).Report.State);
    }

    [Fact]
    public async Task GrpcWeb_OnTheHttpPort_AnswersAUnaryCall()
    {
        using var content = new ByteArrayContent(RawGrpc.Frame([]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        using HttpResponseMessage response = await server.Http.PostAsync(new Uri("/alerts.v1.StatusService/GetStatus", UriKind.Relative), content, Cancel);
        byte[] body = await response.Content.ReadAsByteArrayAsync(Cancel);
        (byte flag, byte[] message, byte[] rest) = RawGrpc.Unframe(body);
        (byte trailerFlag, byte[] trailers, _) = RawGrpc.Unframe(rest);
        Assert.Equal((0, 0x80), (flag, trailerFlag));
        Assert.True(GetStatusResponse.Parser.ParseFrom(message).Healthy);
        Assert.Contains("grpc-status: 0", Encoding.ASCII.GetString(trailers));
    }

    [Fact]
    public async Task GrpcWeb_OnTheHttpPort_StreamsFramesAsTheyCome()
    {
        byte[] ask = RawGrpc.Frame(new StreamAlertsRequest { BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }.ToByteArray());
        using var content = new ByteArrayContent(ask);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/alerts.v1.NotifyService/StreamAlerts", UriKind.Relative)) { Content = content };
        using HttpResponseMessage response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        await using Stream frames = await response.Content.ReadAsStreamAsync(Cancel);
        StreamAlertsResponse first = await FrameAsync(frames);
        StreamAlertsResponse last;
        do
        {
            last = await FrameAsync(frames);
        }
        while (last.Bookmark is null);
        Assert.NotNull(first.Subscribed);
        Assert.NotEmpty(last.Bookmark.Cursor);
    }

    [Theory]
    [InlineData("/v1/status")]
    [InlineData("/v1/alerts:stream")]
    [InlineData("/v1/incidents")]
    public async Task Get_WithoutToken_Is401InJson(string path)
    {
        using HttpClient stranger = server.Browser();
        using HttpResponseMessage response = await stranger.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        Answer answer = await Answer.OfAsync(response, Cancel);
        Assert.Equal((401, StatusCode.Unauthenticated, "NOT_SIGNED_IN"), (answer.Http, answer.Code, answer.Reason));
    }

    private static async Task<StreamAlertsResponse> FrameAsync(Stream frames)
    {
        byte[] prefix = new byte[5];
        await frames.ReadExactlyAsync(prefix, Cancel);
        byte[] message = new byte[BinaryPrimitives.ReadInt32BigEndian(prefix.AsSpan(1))];
        await frames.ReadExactlyAsync(message, Cancel);
        return StreamAlertsResponse.Parser.ParseFrom(message);
    }

    private static string JsonText(IMessage time) => Uri.EscapeDataString(JsonFormatter.Default.Format(time).Trim('"'));

    private static async Task<Alert> AlertOfAsync(StreamReader lines, string report)
    {
        while (true)
        {
            StreamAlertsResponse frame = await ReadAsync(lines);
            if (frame.Alert?.Alert is { Incident: { } incident } alert && incident.Reports.Any(r => r.Report == report))
                return alert;
        }
    }

    private static async Task<StreamAlertsResponse> ReadAsync(StreamReader lines) =>
        JsonParser.Default.Parse<StreamAlertsResponse>(await lines.ReadLineAsync(Cancel) ?? throw new EndOfStreamException());
}
