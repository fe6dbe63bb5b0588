using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

// What advisers sign from the command line; all of it invented.
public sealed class SigningCommandTests : IAsyncLifetime
{
    // GeoNames id of Gao.
    private const int Gao = 2457163;

    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task Sign_PlaceOrCountry_SendsWhatWasSigned()
    {
        SignAssessmentRequest? sent = null;
        _cli.Server.Services.SignAssessment = request =>
        {
            sent = request;
            return new SignAssessmentResponse { Assessment = new AssessedLevel { Level = request.Level, Area = request.Area } };
        };
        string[] words = ["--level", "4", "--category", "terrorism", "--why", "Cells in the suburbs.", "--review", "2026-12-24"];
        Assert.Equal(0, await _cli.RunAsync(["sign", "Gao, ML", .. words]));
        Assert.Equal(($"cities/{Gao}", ThreatLevel.Substantial, ThreatCategory.Terrorism), (sent!.Area, sent.Level, sent.Category));
        Assert.Equal(("Cells in the suburbs.", "2026-12-24"), (sent.Rationale, sent.ReviewDate));
        Assert.NotEmpty(sent.RequestId);
        Assert.Contains("4 Substantial", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await _cli.RunAsync(["sign", "ML", .. words, "--json"]));
        Assert.Equal("countries/ML", sent.Area);
    }

    [Fact]
    public async Task Sign_Withdraw_TakesItBack()
    {
        WithdrawAssessmentRequest? sent = null;
        _cli.Server.Services.WithdrawAssessment = request =>
        {
            sent = request;
            return new WithdrawAssessmentResponse { WithdrawTime = Stamp(2026, 1, 5) };
        };
        Assert.Equal(0, await _cli.RunAsync("sign", "Gao, ML", "--withdraw", "--why", "over"));
        Assert.False(sent!.Overrides);
        Assert.Equal(0, await _cli.RunAsync("override", "Gao, ML", "--end", "--why", "over"));
        Assert.True(sent.Overrides);
    }

    [Fact]
    public async Task Override_AtMost_GoesDownwards()
    {
        OverrideLevelRequest? sent = null;
        _cli.Server.Services.OverrideLevel = request =>
        {
            sent = request;
            return new OverrideLevelResponse { Override = new LevelOverride { Level = request.Level, Direction = request.Direction, EndTime = request.EndTime } };
        };
        Assert.Equal(0, await _cli.RunAsync("override", "Gao, ML", "--at-most", "2", "--until", "2026-12-24T12:00Z", "--why", "over"));
        Assert.Equal((OverrideDirection.Down, ThreatLevel.Low), (sent!.Direction, sent.Level));
        Assert.Contains("at most 2 Low", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_UntilATime_SendsTheSituation()
    {
        HoldFloorRequest? sent = null;
        _cli.Server.Services.HoldFloor = request =>
        {
            sent = request;
            return new HoldFloorResponse { SignTime = Stamp(2026, 1, 5) };
        };
        Assert.Equal(0, await _cli.RunAsync("hold", "7", "--until", "2026-12-24T12:00Z", "--why", "still there"));
        Assert.Equal(("situations/7", false), (sent!.Name, sent.Lift));
        Assert.Equal(0, await _cli.RunAsync("hold", "situations/7", "--lift", "--why", "over"));
        Assert.True(sent.Lift);
        Assert.Null(sent.UntilTime);
    }

    [Fact]
    public async Task ToSign_Pages_AreShownWithReasonAndTodo()
    {
        var asked = new List<ListToSignRequest>();
        _cli.Server.Services.ListToSign = request =>
        {
            asked.Add(request.Clone());
            var item = new ToSignItem { Kind = ToSignKind.NotSigned, Subject = $"cities/{Gao}", Title = $"Gao {asked.Count}", Reason = "An invented reason.", Todo = "Sign.", Level = ThreatLevel.High };
            return new ListToSignResponse { Items = { item }, NextPageToken = request.PageToken.Length == 0 ? "next" : "", TotalSize = 2 };
        };
        Assert.Equal(0, await _cli.RunAsync("to-sign"));
        Assert.Equal(["", "next"], asked.Select(r => r.PageToken));
        Assert.Contains("Gao 2 5 High", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("An invented reason.", _cli.Out, StringComparison.Ordinal);
        asked.Clear();
        Assert.Equal(0, await _cli.RunAsync("to-sign", "--json", "--limit", "1"));
        Assert.Equal("TO_SIGN_KIND_NOT_SIGNED", (string?)_cli.OutJson()["kind"]);
    }

    private static Timestamp Stamp(int year, int month, int day) => Timestamp.FromDateTime(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc));
}
