using System.IO.Compression;
using System.Text;
using Alerts.Client;
using Alerts.Terms;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using CasualtyRange = Alerts.V1.CasualtyRange;
using AccessAspect = Alerts.V1.AccessAspect;
using AccessState = Alerts.V1.AccessState;
using GeoPoint = Alerts.V1.GeoPoint;
using PlacePrecision = Alerts.V1.PlacePrecision;
using SubEventType = Alerts.V1.SubEventType;
using ThreatCategory = Alerts.V1.ThreatCategory;
using ThreatLevel = Alerts.V1.ThreatLevel;
using TimePrecision = Alerts.V1.TimePrecision;
using TlpLabel = Alerts.V1.TlpLabel;

namespace Alerts.Tests.EndToEnd.BadInput;

/// <summary>The bad requests over gRPC.</summary>
internal static class GrpcTable
{
    private const int Mebi = 1 << 20;
    private const string SubmitReport = "/alerts.v1.IngestService/SubmitReport";
    private const string SubmitText = "/alerts.v1.IngestService/SubmitText";

    // A number that no enum of the protos has.
    private const int NoMember = 999;

    public static IReadOnlyList<BadCall> Calls { get; } =
    [
        OfReport("no report", "report.sites", r => r.Sites.Clear()),
        OfReport("unknown place id", "report.sites[0].reference.geonames_id", r => At(r, new PlaceReference { GeonamesId = 1 }), ErrorReasons.UnknownPlace),
        OfReport(
            "unknown place name",
            "report.sites[0].reference.named.name",
            r => At(r, new PlaceReference { Named = new NamedPlace { Name = "Qzxnowhere", CountryCode = "ML" } }),
            ErrorReasons.UnknownPlace),
        OfReport("latitude 95", "report.sites[0].reference.point.latitude", r => At(r, 95, 0)),
        OfReport("latitude NaN", "report.sites[0].reference.point.latitude", r => At(r, double.NaN, 0)),
        OfReport("longitude infinite", "report.sites[0].reference.point.longitude", r => At(r, 0, double.PositiveInfinity)),
        OfReport("impossible date", "report.occurred.local_date", r => r.Occurred = new OccurredTime { LocalDate = "2024-02-30", Precision = TimePrecision.Day }),
        OfReport("far future", "report.occurred.start_time", r => r.Occurred.StartTime = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero).ToTimestamp()),
        OfReport("time outside the calendar", "report.occurred.start_time", r => r.Occurred.StartTime = new Timestamp { Seconds = long.MaxValue }),
        OfReport("negative casualties", "report.casualties[0].killed.best", r => r.Casualties[0].Killed = new CasualtyRange { Best = -1 }),
        OfReport("2^31 - 1 casualties", "report.casualties[0].killed.high", r => r.Casualties[0].Killed = new CasualtyRange { High = int.MaxValue }),
        OfReport("unknown enum", "report.sub_event_type", r => r.SubEventType = (SubEventType)NoMember),
        OfReport("unknown sharing", "report.tlp", r => r.Tlp = (TlpLabel)NoMember),
        OfReport("text of 70 kB", "report.text", r => r.Text = new string('a', 70_000)),
        OfReport("text of 2 MB", null, r => r.Text = Long(), ErrorReasons.TooLarge, StatusCode.ResourceExhausted),
        Call("empty text", "text", (c, t) => c.Ingest.SubmitTextAsync(new SubmitTextRequest(), cancellationToken: t).ResponseAsync),
        Call(
            "article of 2 MB", null, (c, t) => c.Ingest.SubmitTextAsync(new SubmitTextRequest { Text = Long() }, cancellationToken: t).ResponseAsync,
            ErrorReasons.TooLarge, StatusCode.ResourceExhausted),
        Raw("invalid UTF-8 in a report", SubmitReport, InReport(InvalidUtf8()), null, StatusCode.InvalidArgument, ErrorReasons.Unreadable),
        Raw("invalid UTF-8 in a text", SubmitText, Field(2, InvalidUtf8()), null, StatusCode.InvalidArgument, ErrorReasons.Unreadable),
        Raw("cut protobuf", SubmitReport, [0x12, 0x7F, 0x01], null, StatusCode.InvalidArgument, ErrorReasons.Unreadable),
        Raw("oversized request", SubmitReport, InReport(new byte[6 * Mebi]), null, StatusCode.ResourceExhausted, ErrorReasons.TooLarge),
        Raw("gzip bomb", SubmitText, Bomb(), "gzip", StatusCode.Unimplemented, ErrorReasons.UnsupportedBody),
        Raw("cut protobuf over gRPC-Web", SubmitReport, [0x12, 0x7F, 0x01], null, StatusCode.InvalidArgument, ErrorReasons.Unreadable, web: true),
        Raw("oversized request over gRPC-Web", SubmitReport, InReport(new byte[6 * Mebi]), null, StatusCode.ResourceExhausted, ErrorReasons.TooLarge, web: true),
        Raw("gzip bomb over gRPC-Web", SubmitText, Bomb(), "gzip", StatusCode.Unimplemented, ErrorReasons.UnsupportedBody, web: true),
        Call("oversized item of a batch", null, OversizedBatch, ErrorReasons.TooLarge, StatusCode.ResourceExhausted),
        OfCursor("malformed cursor", _ => "not a cursor", ErrorReasons.CursorInvalid, StatusCode.InvalidArgument),
        OfCursor("forged cursor", s => s.ForgedCursor, ErrorReasons.CursorInvalid, StatusCode.InvalidArgument),
        OfCursor("expired cursor", s => s.ExpiredCursor, ErrorReasons.CursorExpired, StatusCode.OutOfRange),
        .. Pages("page size -1", "page_size", -1, "", ErrorReasons.InvalidField),
        .. Pages("page size 10^9", "page_size", 1_000_000_000, "", ErrorReasons.InvalidField),
        .. Pages("forged page token", "page_token", 0, "bm90IG91cnM", ErrorReasons.PageTokenInvalid),
        Call("unknown level", "minimum_level", (c, t) => c.Risk.ListCityThreatsAsync(new ListCityThreatsRequest { MinimumLevel = (ThreatLevel)NoMember }, cancellationToken: t).ResponseAsync),
        Call(
            "what if nothing", "incidents", (c, t) => c.Risk.SimulateAsync(new SimulateRequest { Name = $"cities/{Samples.Gao}/threat" }, cancellationToken: t).ResponseAsync),
        Call(
            "what if beyond the pole", "incidents[0].point",
            (c, t) => c.Risk.SimulateAsync(
                new SimulateRequest
                {
                    Name = $"cities/{Samples.Gao}/threat",
                    Incidents = { new HypotheticalIncident { SubEventType = SubEventType.Attack, Point = new GeoPoint { Latitude = 95 } } },
                },
                cancellationToken: t).ResponseAsync),
        OfAssessment("no area", "area", r => r.Area = "Gao"),
        OfAssessment("no level", "level", r => r.Level = ThreatLevel.Unspecified),
        OfAssessment("unknown category", "category", r => r.Category = (ThreatCategory)NoMember),
        OfAssessment("no rationale", "rationale", r => r.Rationale = " "),
        OfAssessment("review in two years", "review_date", r => r.ReviewDate = TimeProvider.System.GetUtcNow().AddDays(730).ToString("yyyy-MM-dd")),
        OfAssessment("review in the past", "review_date", r => r.ReviewDate = "2020-01-01"),
        OfAssessment("malformed request id of a signature", "request_id", r => r.RequestId = "a b"),
        Call(
            "override without an end", "end_time",
            (c, t) => c.Risk.OverrideLevelAsync(
                new OverrideLevelRequest { Area = "countries/ML", Level = ThreatLevel.High, Direction = OverrideDirection.Up, Rationale = "x" }, cancellationToken: t).ResponseAsync),
        Call(
            "hold for ever", "until_time",
            (c, t) => c.Risk.HoldFloorAsync(
                new HoldFloorRequest { Name = "situations/x", Rationale = "x", UntilTime = new Timestamp { Seconds = 253_402_300_799 } }, cancellationToken: t).ResponseAsync),
        Call("name of another kind", "name", (c, t) => c.Ingest.GetReportAsync(new GetReportRequest { Name = "incidents/1" }, cancellationToken: t).ResponseAsync),
        OfAccess("access without a state", "state", r => r.State = AccessState.Unspecified),
        OfAccess("access of an unknown aspect", "aspect", r => r.Aspect = (AccessAspect)NoMember),
        OfAccess("access without words", "text", r => r.Text = " "),
        OfAccess("access toward nowhere", "toward_geonames_id", r => r.TowardGeonamesId = 1),
        OfAccess("access for nobody", "tlp", r => r.Tlp = TlpLabel.Red),
        OfAccess("access of a place that is no city", "name", r => r.Name = "cities/gao/threat"),
        OfReport("partners of AMBER", "report.recipients", r => { r.Tlp = TlpLabel.Amber; r.Recipients.Add("partner"); }),
        OfReport("RED for nobody", "report.recipients", r => r.Tlp = TlpLabel.Red),
        Call("RED text for nobody", "recipients", (c, t) => c.Ingest.SubmitTextAsync(new SubmitTextRequest { Text = Samples.Words, Tlp = TlpLabel.Red }, cancellationToken: t).ResponseAsync),
        Call("place of one letter", "prefix", (c, t) => c.Ingest.SearchPlacesAsync(new SearchPlacesRequest { Prefix = "g" }, cancellationToken: t).ResponseAsync),
        Call("place of no letter", "prefix", (c, t) => c.Ingest.SearchPlacesAsync(new SearchPlacesRequest { Prefix = "--" }, cancellationToken: t).ResponseAsync),
        Call("51 places", "limit", (c, t) => c.Ingest.SearchPlacesAsync(new SearchPlacesRequest { Prefix = "ga", Limit = 51 }, cancellationToken: t).ResponseAsync),
        Call("dead letter of no part", "name", (c, t) => c.DeadLetters.ReplayDeadLetterAsync(new ReplayDeadLetterRequest { Name = "deadLetters/1" }, cancellationToken: t).ResponseAsync),
        Call(
            "dead letter that is none", null, (c, t) => c.DeadLetters.ReplayDeadLetterAsync(new ReplayDeadLetterRequest { Name = "deadLetters/risk.1" }, cancellationToken: t).ResponseAsync,
            ErrorReasons.NoSuchResource, StatusCode.NotFound),
        Call("course of 261 weeks", "weeks", (c, t) => c.Risk.GetForecastCourseAsync(new GetForecastCourseRequest { Name = $"cities/{Samples.Gao}/threat", Weeks = 261 }, cancellationToken: t).ResponseAsync),
        Call(
            "course into the future", "end_time",
            (c, t) => c.Risk.GetForecastCourseAsync(new GetForecastCourseRequest { Name = $"cities/{Samples.Gao}/threat", EndTime = new() { Seconds = 253_402_300_799 } }, cancellationToken: t).ResponseAsync),
        Call("city that is no number", "name", (c, t) => c.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = "cities/gao/threat" }, cancellationToken: t).ResponseAsync),
    ];

    public static string Long() => Samples.Words + new string('a', 2 * Mebi);

    public static byte[] InvalidUtf8() => [.. Encoding.UTF8.GetBytes(Samples.Words), 0xC3, 0x28];

    /// <summary>A few kilobytes that inflate to 32 MiB.</summary>
    public static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(new byte[32 * Mebi]);
        return packed.ToArray();
    }

    private static BadCall Call(
        string name, string? field, Func<AlertsClient, CancellationToken, Task> send,
        string reason = ErrorReasons.InvalidField, StatusCode code = StatusCode.InvalidArgument) =>
        new(name, (s, t) => HostileServer.AnswerAsync(() => send(s.Client, t)), code, reason, field);

    private static BadCall OfReport(
        string name, string? field, Action<Report> spoil, string reason = ErrorReasons.InvalidField, StatusCode code = StatusCode.InvalidArgument) =>
        Call(
            name,
            field,
            (c, t) =>
            {
                Report report = Samples.Attack();
                spoil(report);
                return c.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = report }, cancellationToken: t).ResponseAsync;
            },
            reason,
            code);

    private static BadCall OfAccess(string name, string field, Action<ReportAccessRequest> spoil) => Call(
        name,
        field,
        (c, t) =>
        {
            var request = new ReportAccessRequest { Name = $"cities/{Samples.Gao}/threat", State = AccessState.Restricted, Aspect = AccessAspect.Road, Text = Samples.Words };
            spoil(request);
            return c.Risk.ReportAccessAsync(request, cancellationToken: t).ResponseAsync;
        });

    private static BadCall OfAssessment(string name, string field, Action<SignAssessmentRequest> spoil) => Call(
        name,
        field,
        (c, t) =>
        {
            var request = new SignAssessmentRequest
            {
                Area = $"cities/{Samples.Gao}",
                Level = ThreatLevel.High,
                Category = ThreatCategory.Terrorism,
                Rationale = Samples.Words,
                ReviewDate = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd"),
            };
            spoil(request);
            return c.Risk.SignAssessmentAsync(request, cancellationToken: t).ResponseAsync;
        });

    private static BadCall Raw(string name, string method, byte[] message, string? encoding, StatusCode code, string reason, bool web = false) =>
        new(name, (s, t) => RawGrpc.CallAsync(s.Address, method, message, encoding, web, t), code, reason, null);

    private static BadCall OfCursor(string name, Func<HostileServer, string> cursor, string reason, StatusCode code) => new(
        name,
        (s, t) => HostileServer.AnswerAsync(async () =>
        {
            using AsyncServerStreamingCall<StreamAlertsResponse> call = s.Client.Notify.StreamAlerts(new StreamAlertsRequest { Cursor = cursor(s) }, cancellationToken: t);
            await call.ResponseStream.MoveNext(t);
        }),
        code,
        reason,
        "cursor");

    private static IEnumerable<BadCall> Pages(string name, string field, int size, string token, string reason)
    {
        yield return Call(
            $"{name} of incidents", field,
            (c, t) => c.Ingest.ListIncidentsAsync(new ListIncidentsRequest { PageSize = size, PageToken = token }, cancellationToken: t).ResponseAsync, reason);
        yield return Call(
            $"{name} of cities", field,
            (c, t) => c.Risk.ListCityThreatsAsync(new ListCityThreatsRequest { PageSize = size, PageToken = token }, cancellationToken: t).ResponseAsync, reason);
        yield return Call(
            $"{name} of a city's history", field,
            (c, t) => c.Risk.GetThreatHistoryAsync(
                new GetThreatHistoryRequest { Name = $"cities/{Samples.Gao}/threat", PageSize = size, PageToken = token }, cancellationToken: t).ResponseAsync,
            reason);
        yield return Call(
            $"{name} of what waits", field,
            (c, t) => c.Risk.ListToSignAsync(new ListToSignRequest { PageSize = size, PageToken = token }, cancellationToken: t).ResponseAsync, reason);
        yield return Call(
            $"{name} of alerts", field,
            (c, t) => c.Notify.ListAlertsAsync(new ListAlertsRequest { PageSize = size, PageToken = token }, cancellationToken: t).ResponseAsync, reason);
        yield return Call(
            $"{name} of watches", field,
            (c, t) => c.Notify.ListWatchesAsync(new ListWatchesRequest { PageSize = size, PageToken = token }, cancellationToken: t).ResponseAsync, reason);
    }

    private static async Task OversizedBatch(AlertsClient client, CancellationToken cancellationToken)
    {
        Report report = Samples.Attack();
        report.Text = Long();
        using AsyncClientStreamingCall<SubmitReportsRequest, SubmitReportsResponse> call = client.Ingest.SubmitReports(cancellationToken: cancellationToken);

        // The server answers and hangs up while the message is on its way. The client's stack may then leave the write waiting for ever, for room that
        // nobody gives it: who sends so much must not wait for the write alone.
        _ = call.RequestStream.WriteAsync(new SubmitReportsRequest { Report = report }, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        await call;
    }

    private static void At(Report report, PlaceReference reference) => report.Sites[0].Reference = reference;

    private static void At(Report report, double latitude, double longitude) =>
        At(report, new PlaceReference { Point = new GeoPoint { Latitude = latitude, Longitude = longitude }, Precision = PlacePrecision.Point });

    // SubmitReportRequest.report is field 2, Report.text field 7.
    private static byte[] InReport(byte[] text) => Field(2, Field(7, text));

    private static byte[] Field(int number, byte[] value)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(value));
        }

        return bytes.ToArray();
    }
}
