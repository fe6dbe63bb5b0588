using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Alerts.Terms;
using Alerts.Tests.EndToEnd.Support;
using Google.Protobuf;
using Grpc.Core;

namespace Alerts.Tests.EndToEnd.BadInput;

/// <summary>The bad requests over REST.</summary>
internal static class RestTable
{
    private const string Reports = "/v1/reports";
    private const string Texts = "/v1/texts";
    private const string Reference = "report.sites[0].reference";

    public static IReadOnlyList<BadCall> Calls { get; } =
    [
        OfReport("no place", "report.sites", r => r.Remove("sites")),
        OfReport("unknown place id", $"{Reference}.geonames_id", r => At(r, """{"geonamesId":1}"""), ErrorReasons.UnknownPlace),
        OfReport("unknown place name", $"{Reference}.named.name", r => At(r, """{"named":{"name":"Qzxnowhere","countryCode":"ML"}}"""), ErrorReasons.UnknownPlace),
        OfReport("latitude 95", $"{Reference}.point.latitude", r => At(r, """{"point":{"latitude":95,"longitude":0},"precision":"PLACE_PRECISION_POINT"}""")),
        OfReport("latitude NaN", $"{Reference}.point.latitude", r => At(r, """{"point":{"latitude":"NaN","longitude":0},"precision":"PLACE_PRECISION_POINT"}""")),
        OfReport("impossible date", "report.occurred.local_date", r => r["occurred"] = JsonNode.Parse("""{"localDate":"2024-02-30","precision":"TIME_PRECISION_DAY"}""")),
        OfReport("impossible time", "report.occurred.start_time", r => r["occurred"]!["startTime"] = "2024-02-30T00:00:00Z"),
        OfReport("far future", "report.occurred.start_time", r => r["occurred"]!["startTime"] = "2999-01-01T00:00:00Z"),
        OfReport("negative casualties", "report.casualties[0].killed.best", r => Killed(r, -1)),
        OfReport("10^12 casualties", "report.casualties[0].killed.best", r => Killed(r, 1_000_000_000_000)),
        OfReport("half a casualty", "report.casualties[0].killed.best", r => Killed(r, 0.5)),
        OfReport("unknown enum", "report.sub_event_type", r => r["subEventType"] = "SUB_EVENT_TYPE_PIRACY"),
        OfReport("unknown enum number", "report.sub_event_type", r => r["subEventType"] = 999),
        OfReport("unknown field", "report.casualtys", r => r["casualtys"] = new JsonArray()),
        OfReport("text of 70 kB", "report.text", r => r["text"] = new string('a', 70_000)),
        OfReport("text of 2 MB", null, r => r["text"] = GrpcTable.Long(), ErrorReasons.TooLarge, StatusCode.ResourceExhausted, 413),
        OfText("empty text", "text", """{"text":""}"""u8.ToArray()),
        OfText("article of 2 MB", null, Encoding.UTF8.GetBytes(new JsonObject { ["text"] = GrpcTable.Long() }.ToJsonString()), ErrorReasons.TooLarge, StatusCode.ResourceExhausted, 413),
        OfText("oversized request", null, new byte[7 << 20], ErrorReasons.TooLarge, StatusCode.ResourceExhausted, 413),
        OfText("invalid UTF-8", "body", [.. "{\"text\":\""u8, .. GrpcTable.InvalidUtf8(), .. "\"}"u8]),
        OfText("malformed JSON", "body", """{"text":"""u8.ToArray()),
        OfText("deep JSON", "body", Encoding.UTF8.GetBytes($"{{\"text\":{new string('[', 5_000)}")),
        Post("gzip bomb", Texts, GrpcTable.Bomb(), null, ErrorReasons.UnsupportedBody, StatusCode.InvalidArgument, 415, "gzip"),
        OfCursor("malformed cursor", _ => "not a cursor", ErrorReasons.CursorInvalid, StatusCode.InvalidArgument),
        OfCursor("forged cursor", s => s.ForgedCursor, ErrorReasons.CursorInvalid, StatusCode.InvalidArgument),
        OfCursor("expired cursor", s => s.ExpiredCursor, ErrorReasons.CursorExpired, StatusCode.OutOfRange),
        .. Lists("page size -1", "page_size=-1", "page_size"),
        .. Lists("page size 10^9", "page_size=1000000000", "page_size"),
        .. Lists("page size 10^12", "page_size=1000000000000", "page_size"),
        .. Lists("forged page token", "page_token=bm90IG91cnM", "page_token", ErrorReasons.PageTokenInvalid),
        .. Lists("unknown parameter", "pagesize=1", "pagesize"),
        Get("unknown level", "/v1/cities?minimum_level=THREAT_LEVEL_PURPLE", "minimum_level"),
        Get("city that is no number", "/v1/cities/gao/threat", "name"),
    ];

    private static BadCall OfReport(
        string name, string? field, Action<JsonObject> spoil, string reason = ErrorReasons.InvalidField, StatusCode code = StatusCode.InvalidArgument, int http = 400)
    {
        JsonObject report = JsonNode.Parse(JsonFormatter.Default.Format(Samples.Attack()))!.AsObject();
        spoil(report);
        return Post(name, Reports, Encoding.UTF8.GetBytes(new JsonObject { ["report"] = report }.ToJsonString()), field, reason, code, http);
    }

    private static BadCall OfText(
        string name, string? field, byte[] body, string reason = ErrorReasons.InvalidField, StatusCode code = StatusCode.InvalidArgument, int http = 400) =>
        Post(name, Texts, body, field, reason, code, http);

    private static BadCall Post(string name, string path, byte[] body, string? field, string reason, StatusCode code, int http, string? encoding = null) => new(
        name,
        async (s, t) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (encoding is not null)
                content.Headers.ContentEncoding.Add(encoding);
            using HttpResponseMessage response = await s.Http.PostAsync(new Uri(path, UriKind.Relative), content, t);
            return await Answer.OfAsync(response, t);
        },
        code,
        reason,
        field,
        http);

    private static BadCall Get(string name, string path, string field, string reason = ErrorReasons.InvalidField) =>
        Get(name, _ => path, field, reason, StatusCode.InvalidArgument);

    private static BadCall Get(string name, Func<HostileServer, string> path, string field, string reason, StatusCode code) => new(
        name,
        async (s, t) =>
        {
            using HttpResponseMessage response = await s.Http.GetAsync(new Uri(path(s), UriKind.Relative), t);
            return await Answer.OfAsync(response, t);
        },
        code,
        reason,
        field,
        400);

    private static BadCall OfCursor(string name, Func<HostileServer, string> cursor, string reason, StatusCode code) =>
        Get(name, s => $"/v1/alerts:stream?cursor={Uri.EscapeDataString(cursor(s))}", "cursor", reason, code);

    private static IEnumerable<BadCall> Lists(string name, string query, string field, string reason = ErrorReasons.InvalidField) =>
        new[] { "/v1/incidents", "/v1/cities", $"/v1/cities/{Samples.Gao}/threat/history", "/v1/assessments:pending", "/v1/alerts", "/v1/watches" }
            .Select(path => Get($"{name} of {path}", $"{path}?{query}", field, reason));

    private static void At(JsonObject report, string reference) => report["sites"]![0]!["reference"] = JsonNode.Parse(reference);

    private static void Killed(JsonObject report, JsonNode best) => report["casualties"]![0]!["killed"]!["best"] = best;
}
