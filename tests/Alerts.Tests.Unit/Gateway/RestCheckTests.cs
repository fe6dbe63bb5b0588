using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Alerts.V1;
using Xunit;
using ErrorReasons = Alerts.Terms.ErrorReasons;

namespace Alerts.Tests.Unit.Gateway;

// The bad inputs are those that issue 2 lists, and neighbours of each.
public class RestCheckTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"report":{"colour":1}}""", "report.colour")]
    [InlineData("""{"nonsense":null}""", "nonsense")]
    [InlineData("""{"report":{"subEventType":"SUB_EVENT_TYPE_WAR"}}""", "report.sub_event_type")]
    [InlineData("""{"report":{"sub_event_type":9999}}""", "report.sub_event_type")]
    [InlineData("""{"report":{"tlp":true}}""", "report.tlp")]
    [InlineData("""{"report":{"sites":{}}}""", "report.sites")]
    [InlineData("""{"report":{"sites":[null]}}""", "report.sites[0]")]
    [InlineData("""{"report":{"sites":[{},{"reference":{"point":{"latitude":"north"}}}]}}""", "report.sites[1].reference.point.latitude")]
    [InlineData("""{"report":{"sites":[{"reference":{"point":{"latitude":1e999}}}]}}""", "report.sites[0].reference.point.latitude")]
    [InlineData("""{"report":{"sites":[{"reference":{"point":{"latitude":"NaN"}}}]}}""", "report.sites[0].reference.point.latitude")]
    [InlineData("""{"report":{"sites":[{"reference":{"geonamesId":1,"named":{}}}]}}""", "report.sites[0].reference.named")]
    [InlineData("""{"report":{"casualties":[{"killed":{"best":1000000000000}}]}}""", "report.casualties[0].killed.best")]
    [InlineData("""{"report":{"casualties":[{"killed":{"best":1.5}}]}}""", "report.casualties[0].killed.best")]
    [InlineData("""{"report":{"casualties":[{"killed":{"best":[]}}]}}""", "report.casualties[0].killed.best")]
    [InlineData("""{"report":{"occurred":{"startTime":"2024-13-45T00:00:00Z"}}}""", "report.occurred.start_time")]
    [InlineData("""{"report":{"occurred":{"startTime":1726549500}}}""", "report.occurred.start_time")]
    [InlineData("""{"report":{"occurred":{"ongoing":"true"}}}""", "report.occurred.ongoing")]
    [InlineData("""{"report":{"text":5}}""", "report.text")]
    [InlineData("""{"report":{"text":"\ud800"}}""", "report.text")]
    [InlineData("""{"report":{"text":"a","text":"b"}}""", "report.text")]
    [InlineData("""{"requestId":"a","request_id":"b"}""", "request_id")]
    [InlineData("""{"report":"text"}""", "report")]
    [InlineData("[]", "body")]
    [InlineData("", "body")]
    [InlineData("{", "body")]
    [InlineData("{} {}", "body")]
    [InlineData("{\"report\":{},}", "body")]
    public async Task SubmitReport_BadBody_Is400WithTheFieldsProtoPath(string json, string field)
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.PostAsync("/v1/reports", GatewayHost.Json(json), Cancel);
        await AssertInvalidAsync(response, field);
        Assert.Null(host.Ingest.Report);
    }

    [Fact]
    public async Task SubmitReport_SeveralBadFields_NamesEach()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.PostAsync("/v1/reports", GatewayHost.Json("""{"a":1,"report":{"b":{"c":[1]},"tlp":"PINK"}}"""), Cancel);
        var (_, _, fields) = await GatewayHost.ErrorOf(response);
        Assert.Equal(["a", "report.b", "report.tlp"], fields.Keys.Order());
    }

    [Fact]
    public async Task SubmitReport_InvalidUtf8_Is400()
    {
        using HttpClient client = host.Client();
        using var content = new ByteArrayContent([.. "{\"requestId\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await AssertInvalidAsync(await client.PostAsync("/v1/reports", content, Cancel), "body");
    }

    [Theory]
    [InlineData(33)]
    [InlineData(100_000)]
    public async Task SubmitReport_TooDeep_Is400(int depth)
    {
        using HttpClient client = host.Client();
        string json = $"{{\"x\":{new string('[', depth)}{new string(']', depth)}}}";
        HttpResponseMessage response = await client.PostAsync("/v1/reports", GatewayHost.Json(json), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("deeper than 32", (await GatewayHost.ErrorOf(response)).Fields["body"]);
    }

    [Fact]
    public async Task RetractReport_GoodBody_ArrivesWhole()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.PostAsync(
            "/v1/reports/7:retract", GatewayHost.Json("""{"requestId":"r-1","scope":"RETRACTION_SCOPE_ORIGIN","reason":"\u00e9t\u00e9"}"""), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            new RetractReportRequest { RequestId = "r-1", Name = "reports/7", Scope = RetractionScope.Origin, Reason = "été" }, host.Ingest.Retraction);
    }

    [Fact]
    public async Task SubmitText_EveryWayToWriteAValue_ArrivesAsWritten()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.PostAsync("/v1/texts", GatewayHost.Json(
            """{"request_id":"t-1","text":"a","source":{"statementTime":"2024-09-17T05:05:00.5+01:00","kind":2,"forwarded":true},"tlp":"TLP_LABEL_GREEN","countryCode":null,"validateOnly":true}"""), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        SubmitTextRequest text = Assert.IsType<SubmitTextRequest>(host.Ingest.Text);
        Assert.Equal(new DateTime(2024, 9, 17, 4, 5, 0, 500, DateTimeKind.Utc), text.Source.StatementTime.ToDateTime());
        Assert.Equal(ClaimantKind.Witness, text.Source.Kind);
        Assert.Equal(("t-1", TlpLabel.Green, true), (text.RequestId, text.Tlp, text.ValidateOnly));
    }

    [Theory]
    [InlineData("/v1/incidents?page_size=ten", "page_size")]
    [InlineData("/v1/incidents?page_size=3000000000", "page_size")]
    [InlineData("/v1/incidents?page_size=1&page_size=2", "page_size")]
    [InlineData("/v1/incidents?colour=red", "colour")]
    [InlineData("/v1/incidents?startTimeFrom=yesterday", "startTimeFrom")]
    [InlineData("/v1/incidents?include_historic=yes", "include_historic")]
    [InlineData("/v1/incidents/4?name=incidents/5", "name")]
    [InlineData("/v1/alerts:stream?filter.minimum_level=7", "filter.minimum_level")]
    [InlineData("/v1/alerts:stream?filter.minimum_level=HIGH", "filter.minimum_level")]
    [InlineData("/v1/alerts:stream?filter.areas=1", "filter.areas")]
    [InlineData("/v1/alerts:stream?filter=1", "filter")]
    [InlineData("/v1/alerts:stream?bookmark_interval=soon", "bookmark_interval")]
    public async Task Get_BadQuery_Is400WithTheParameter(string path, string parameter)
    {
        using HttpClient client = host.Client();
        await AssertInvalidAsync(await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancel), parameter);
    }

    [Fact]
    public async Task Post_WithQuery_Is400()
    {
        using HttpClient client = host.Client();
        await AssertInvalidAsync(await client.PostAsync("/v1/reports?request_id=1", GatewayHost.Json("{}"), Cancel), "request_id");
    }

    [Fact]
    public async Task Get_GoodQuery_ArrivesWhole()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.GetAsync("/v1/incidents?page_size=10&countryCode=ML&start_time_from=2024-09-17T05:00:00Z&includeHistoric=true", Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        ListIncidentsRequest list = Assert.IsType<ListIncidentsRequest>(host.Ingest.List);
        Assert.Equal((10, "ML", true), (list.PageSize, list.CountryCode, list.IncludeHistoric));
        Assert.Equal(new DateTime(2024, 9, 17, 5, 0, 0, DateTimeKind.Utc), list.StartTimeFrom.ToDateTime());
    }

    [Theory]
    [InlineData("""{"filter":{"areas":[{"radiusKm":"wide"}]}}""", "watch.filter.areas[0].radius_km")]
    [InlineData("""{"owner":"me"}""", "watch.owner")]
    public async Task Patch_PartOfTheMessageAsBody_IsCheckedAgainstThatPart(string json, string field)
    {
        using HttpClient client = host.Client();
        await AssertInvalidAsync(await client.PatchAsync("/v1/watches/1", GatewayHost.Json(json), Cancel), field);
    }

    [Fact]
    public async Task Patch_UpdateMaskInTheQuery_IsTaken()
    {
        using HttpClient client = host.Client();
        HttpResponseMessage response = await client.PatchAsync("/v1/watches/1?update_mask=displayName", GatewayHost.Json("""{"displayName":"Gao"}"""), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("watches/1", await response.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Post_NotJsonInUtf8_Is415(string type)
    {
        using HttpClient client = host.Client();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        HttpResponseMessage response = await client.PostAsync("/v1/reports", content, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(ErrorReasons.UnsupportedBody, (await GatewayHost.ErrorOf(response)).Reason);
    }

    private static async Task AssertInvalidAsync(HttpResponseMessage response, string field)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var (code, reason, fields) = await GatewayHost.ErrorOf(response);
        Assert.Equal((3, ErrorReasons.InvalidField), (code, reason));
        Assert.Equal([field], fields.Keys);
    }
}
