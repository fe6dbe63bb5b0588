using Alerts.Cli;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

// Places and figures are invented but for Gao and Bamako, whose GeoNames ids are GeoNames'.
public sealed class CommandTests : IAsyncLifetime
{
    private const int Gao = 2457163;

    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Theory]
    [InlineData("threat")]
    [InlineData("threat", "Gao, ML", "--with", "picnic")]
    [InlineData("threat", "Gao, ML", "--with", "attack", "--as-of", "now")]
    [InlineData("sign", "Gao, ML", "--why", "x")]
    [InlineData("sign", "Gao, ML", "--why", "x", "--level", "4", "--category", "weather", "--review", "2026-12-24")]
    [InlineData("sign", "Gao, ML", "--why", "x", "--withdraw", "--level", "4")]
    [InlineData("override", "Gao, ML", "--why", "x", "--at-least", "4", "--at-most", "2", "--until", "now")]
    [InlineData("override", "Gao, ML", "--why", "x", "--at-least", "4")]
    [InlineData("hold", "1", "--why", "x")]
    [InlineData("hold", "1", "--why", "x", "--lift", "--until", "now")]
    [InlineData("to-sign", "--limit", "0")]
    [InlineData("report", "--type", "attack")]
    [InlineData("report", "--type", "picnic", "--place", "Gao, ML", "--at", "now")]
    [InlineData("report", "--type", "attack", "--place", "Gao, ML", "--at", "2026-01-05T21:00")]
    [InlineData("report", "--type", "attack", "--place", "Gao, ML", "--at", "now", "--killed", "many")]
    [InlineData("report", "--type", "attack", "--place", "Gao, ML", "--at", "now", "--ongoing", "--over")]
    [InlineData("watch", "--near", "1,2")]
    [InlineData("watch", "--until-idle", "-1")]
    [InlineData("import", "x.csv", "--format", "gtd")]
    [InlineData("retract", "1", "--scope", "all", "--reason", "x")]
    [InlineData("migrate")]
    [InlineData("migrate", "--database", "postgresql://postgres@127.0.0.1:port/x")]
    [InlineData("migrate", "--database", "postgresql://a@b/c", "--database-file", "x")]
    [InlineData("dance")]
    public async Task Run_NotUnderstood_Is2AndJsonOnStandardError(params string[] args)
    {
        Assert.Equal(ExitCodes.Usage, await _cli.RunAsync([.. args, "--json"]));
        Assert.Equal("USAGE", (string?)_cli.ErrorJson()["reason"]);
        Assert.Equal(2, (int)_cli.ErrorJson()["exitCode"]!);
        Assert.Empty(_cli.Out);
    }

    [Theory]
    [InlineData(StatusCode.InvalidArgument, 3)]
    [InlineData(StatusCode.NotFound, 4)]
    [InlineData(StatusCode.Unavailable, 5)]
    [InlineData(StatusCode.Unauthenticated, 7)]
    [InlineData(StatusCode.AlreadyExists, 8)]
    [InlineData(StatusCode.ResourceExhausted, 9)]
    [InlineData(StatusCode.Internal, 1)]
    public async Task Run_ServerRefuses_ExitCodeTellsWhy(StatusCode code, int exitCode)
    {
        _cli.Server.Services.GetCityThreat = _ => throw new RpcException(new Grpc.Core.Status(code, "scripted"));
        Assert.Equal(exitCode, await _cli.RunAsync("threat", "Gao, ML"));
    }

    [Fact]
    public async Task Run_FieldsRefused_NamesThem()
    {
        var detail = new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "report.text", Description = "is too long" } } };
        var status = new Google.Rpc.Status { Code = (int)StatusCode.InvalidArgument, Message = "refused", Details = { Any.Pack(detail) } };
        _cli.Server.Services.SubmitReport = _ => throw status.ToRpcException();
        Assert.Equal(3, await _cli.RunAsync("report", "--type", "attack", "--place", "Gao, ML", "--at", "now", "--json"));
        Assert.Equal("report.text", (string?)_cli.ErrorJson()["fields"]![0]!["field"]);
        Assert.Equal("INVALID_ARGUMENT", (string?)_cli.ErrorJson()["code"]);
    }

    [Theory]
    [InlineData(true, false, 0)]
    [InlineData(false, false, 6)]
    [InlineData(true, true, 6)]
    public async Task Status_Answer_IsTheExitCode(bool healthy, bool blind, int exitCode)
    {
        var status = new GetStatusResponse { Healthy = healthy, Version = "1", BlindSinceTime = blind ? Stamp(2026, 1, 5) : null };
        _cli.Server.Services.GetStatus = _ => status;
        Assert.Equal(exitCode, await _cli.RunAsync("status"));
        Assert.Equal(blind, _cli.Out.Contains("BLIND since", StringComparison.Ordinal));
        Assert.Equal(exitCode, await _cli.RunAsync("status", "--json"));
        Assert.Equal(healthy, (bool?)_cli.OutJson()["healthy"] ?? false);
    }

    [Fact]
    public async Task Report_Flags_MakeTheReport()
    {
        SubmitReportRequest? sent = null;
        _cli.Server.Services.SubmitReport = request =>
        {
            sent = request;
            return new SubmitReportResponse { Name = "reports/1" };
        };
        int code = await _cli.RunAsync(
            "report", "--type", "Armed Clash", "--place", "Gao", "--country", "ml", "--spot", "camp", "--at", "2026-01-05T21:00+01:00", "--precision", "hour",
            "--source", "colleague", "--source-kind", "witness", "--grade", "b2", "--killed", "8-10-12", "--wounded", "3", "--target", "security-forces",
            "--tlp", "green", "--ongoing", "--complex", "--exercise", "--request-id", "r1", "--json");
        Assert.Equal(0, code);
        Report report = sent!.Report;
        Assert.Equal("r1", sent.RequestId);
        Assert.Equal(SubEventType.ArmedClash, report.SubEventType);
        Assert.Equal((Gao, "camp"), (report.Sites[0].Reference.GeonamesId, report.Sites[0].Reference.Label));
        Assert.Equal((TimePrecision.Hour, true), (report.Occurred.Precision, report.Occurred.Ongoing));
        Assert.Equal(new DateTime(2026, 1, 5, 20, 0, 0), report.Occurred.StartTime.ToDateTime());
        Assert.Equal((SourceReliability.B, InformationCredibility.ProbablyTrue, ClaimantKind.Witness), (report.Source.Reliability, report.Source.Credibility, report.Source.Kind));
        Assert.Equal(new CasualtyRange { Low = 8, Best = 10, High = 12 }, report.Casualties[0].Killed);
        Assert.Equal(new CasualtyRange { Best = 3 }, report.Casualties[0].Wounded);
        Assert.Null(report.Casualties[0].Abducted);
        Assert.Equal((TlpLabel.Green, true, true), (report.Tlp, report.ComplexAttack, report.Exercise));
        Assert.Equal("r1", (string?)_cli.OutJson()["requestId"]);
    }

    [Fact]
    public async Task Report_Wait_ShowsTheIncident()
    {
        _cli.Server.Services.SubmitReport = _ => new SubmitReportResponse { Name = "reports/1" };
        int asked = 0;
        _cli.Server.Services.GetReport = _ => new GetReportResponse { Report = new Report { Name = "reports/1", Incident = ++asked > 1 ? "incidents/9" : "" } };
        _cli.Server.Services.GetIncident = request => new GetIncidentResponse { Incident = new Incident { Name = request.Name, Title = "Attack in Gao" } };
        Assert.Equal(0, await _cli.RunAsync("report", "--type", "attack", "--place", "Gao, ML", "--date", "2026-01-05", "--wait"));
        Assert.Contains("Attack in Gao", _cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r.yaml", "localType: LOCAL_TYPE_CARJACKING\nsites:\n- reference: {geonamesId: 2457163}\noccurred: {localDate: 2026-01-05, precision: TIME_PRECISION_DAY}\n")]
    [InlineData("r.json", "{\"localType\":\"LOCAL_TYPE_CARJACKING\",\"sites\":[{\"reference\":{\"geonamesId\":2457163}}],\"occurred\":{\"localDate\":\"2026-01-05\",\"precision\":\"TIME_PRECISION_DAY\"}}")]
    public async Task Report_File_IsSent(string name, string text)
    {
        Report? sent = null;
        _cli.Server.Services.SubmitReport = request =>
        {
            sent = request.Report;
            return new SubmitReportResponse { Name = "reports/1" };
        };
        Assert.Equal(0, await _cli.RunAsync("report", _cli.File(name, text)));
        Assert.Equal((LocalType.Carjacking, Gao, "2026-01-05"), (sent!.LocalType, sent.Sites[0].Reference.GeonamesId, sent.Occurred.LocalDate));
        Assert.Equal(0, await _cli.RunAsync(text, TestContext.Current.CancellationToken, "report", "-"));
    }

    [Theory]
    [InlineData("{\"colour\":\"red\"}")]
    [InlineData("{\"localType\":\"LOCAL_TYPE_PICNIC\"}")]
    [InlineData("{\"sites\":")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("sites: &a [1]\ntargets: *a\n")]
    [InlineData("text: a\ntext: b\n")]
    public async Task Report_BadFile_IsRefused(string text)
    {
        Assert.Equal(ExitCodes.Refused, await _cli.RunAsync("report", _cli.File("bad", text), "--json"));
        Assert.Equal("REPORT_FILE", (string?)_cli.ErrorJson()["reason"]);
    }

    [Fact]
    public async Task Report_NoSuchFile_Is4() => Assert.Equal(ExitCodes.NotFound, await _cli.RunAsync("report", "/nowhere/r.json"));

    [Fact]
    public async Task Threat_NotAssessed_SaysThatItIsNotSafe()
    {
        GetCityThreatRequest? asked = null;
        _cli.Server.Services.GetCityThreat = request =>
        {
            asked = request;
            return new GetCityThreatResponse { Threat = new CityThreat { City = new Place { Name = "Gao", CountryCode = "ML" }, NotAssessedReason = NotAssessedReason.NoCoverage, Coverage = new Coverage() } };
        };
        Assert.Equal(0, await _cli.RunAsync("threat", "Gao, ML"));
        Assert.Equal($"cities/{Gao}/threat", asked!.Name);
        Assert.Contains("not assessed", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("does not mean safe", _cli.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("%", _cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Threat_SituationActive_KeepsTheForecastOutOfTheHeadline(bool active)
    {
        var threat = new CityThreat { City = new Place { Name = "Gao" }, Level = ThreatLevel.High, Forecast = new() { Probability30D = 0.11, Probability7D = 0.004 } };
        if (active) threat.Situations.Add("situations/1");
        _cli.Server.Services.GetCityThreat = _ => new GetCityThreatResponse { Threat = threat };
        await _cli.RunAsync("threat", Gao.ToString());
        Assert.Equal(!active, _cli.Out.Split('\n')[0].Contains("11 %", StringComparison.Ordinal));
        Assert.Contains("about 1 in 9: at least one deadly event within 50 km in 30 days; not a forecast of tonight", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("<1 %", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threat_UnknownPlace_Is4WithoutAskingTheServer() => Assert.Equal(ExitCodes.NotFound, await _cli.RunAsync("threat", "Nowhere-on-Earth"));

    [Fact]
    public async Task Threat_With_ShowsBeforeAndAfterAndThatNothingHappened()
    {
        SimulateRequest? asked = null;
        _cli.Server.Services.Simulate = request =>
        {
            asked = request;
            return new SimulateResponse
            {
                Present = new CityThreat { City = new Place { Name = "Gao" }, Level = ThreatLevel.Low },
                Simulated = new CityThreat { City = new Place { Name = "Gao" }, Level = ThreatLevel.High, Hypothetical = true },
                Differences = { new ThreatDifference { Field = "level", Before = "2 Low", After = "5 High" }, new ThreatDifference { Field = "reasons", After = "An invented reason." } },
                Incidents = { new SimulatedIncident { Name = "hypothetical/1", InReach = true, Urgency = Urgency.Flash, Floor = ThreatLevel.High } },
            };
        };
        Assert.Equal(0, await _cli.RunAsync("threat", "Gao, ML", "--with", "attack, 12 killed, today", "--with", "IED 30 km"));
        Assert.Equal($"cities/{Gao}/threat", asked!.Name);
        Assert.Equal([SubEventType.Attack, SubEventType.RemoteExplosiveLandmineIed], asked.Incidents.Select(i => i.SubEventType));
        Assert.Contains("nothing of this has happened", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("Level: 2 Low → 5 High", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("An invented reason.", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("attack, 12 killed, today", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await _cli.RunAsync("threat", "Gao, ML", "--with", "attack", "--json"));
        Assert.True((bool)_cli.OutJson()["simulated"]!["hypothetical"]!);
    }

    private static Timestamp Stamp(int year, int month, int day) => Timestamp.FromDateTime(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc));
}
