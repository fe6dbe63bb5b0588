using Alerts.Cli;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

public sealed class AccessCommandTests : IAsyncLifetime
{
    // GeoNames ids.
    private const int Gao = 2457163;
    private const int Bamako = 2460596;

    private static readonly Timestamp Now = new DateTimeOffset(2031, 3, 20, 12, 0, 0, TimeSpan.Zero).ToTimestamp();

    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task Access_OfACity_SaysStateWaysAndLastHeard()
    {
        _cli.Server.Services.GetCityThreat = _ => new GetCityThreatResponse { Threat = Threat(Picture()) };
        Assert.Equal(0, await _cli.RunAsync("access", "Gao, ML"));
        Assert.Contains("restricted", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("12 days ago", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("Road north-west (Bourem)", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await _cli.RunAsync("access", "Gao, ML", "--json"));
        Assert.Equal("ACCESS_STATE_RESTRICTED", (string?)_cli.OutJson()["state"]);
    }

    [Fact]
    public async Task Access_NeverHeardOf_IsNotKnownAndNotOpen()
    {
        _cli.Server.Services.GetCityThreat = _ => new GetCityThreatResponse { Threat = Threat(null) };
        Assert.Equal(0, await _cli.RunAsync("access", "Gao, ML"));
        Assert.Contains("not known. This does not mean open", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threat_OfACity_ShowsAccessBesideTheLevel()
    {
        _cli.Server.Services.GetCityThreat = _ => new GetCityThreatResponse { Threat = Threat(Picture()) };
        Assert.Equal(0, await _cli.RunAsync("threat", "Gao, ML"));
        Assert.Contains("Access: restricted", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccessSet_WithEverything_IsSent()
    {
        ReportAccessRequest? sent = null;
        _cli.Server.Services.ReportAccess = request =>
        {
            sent = request;
            return new ReportAccessResponse { ReportTime = Now, Access = Picture() };
        };
        Assert.Equal(0, await _cli.RunAsync(
            "access", "Gao, ML", "--set", "cut-off", "--aspect", "road", "--toward", "Bamako", "--text", "Bridge down", "--tlp", "green", "--request-id", "r1", "--json"));
        var expected = new ReportAccessRequest
        {
            RequestId = "r1",
            Name = $"cities/{Gao}/threat",
            State = AccessState.CutOff,
            Aspect = AccessAspect.Road,
            TowardGeonamesId = Bamako,
            Text = "Bridge down",
            Tlp = TlpLabel.Green,
        };
        Assert.Equal(expected, sent);
        Assert.NotNull(_cli.OutJson()["access"]);
    }

    [Theory]
    [InlineData("access", "Gao, ML", "--set", "closed", "--text", "x")]
    [InlineData("access", "Gao, ML", "--set", "open")]
    [InlineData("access", "Gao, ML", "--aspect", "fuel")]
    [InlineData("report", "--type", "attack", "--place", "Gao, ML", "--at", "now", "--access-toward", "Gao, ML")]
    public async Task Access_NotUnderstood_Is2(params string[] args) => Assert.Equal(ExitCodes.Usage, await _cli.RunAsync(args));

    [Fact]
    public async Task Report_AccessOfACity_IsSent()
    {
        SubmitReportRequest? sent = null;
        _cli.Server.Services.SubmitReport = request =>
        {
            sent = request;
            return new SubmitReportResponse { Name = "reports/1" };
        };
        Assert.Equal(0, await _cli.RunAsync(
            "report", "--type", "road-closure", "--place", "Gao, ML", "--at", "now", "--access-of", "Bamako, ML", "--access-aspect", "fuel"));
        AccessEffect effect = Assert.Single(sent!.Report.Access);
        Assert.Equal((Bamako, AccessAspect.Fuel, null), (effect.City.Reference.GeonamesId, effect.Aspect, effect.Toward));
    }

    private static AccessPicture Picture() => new()
    {
        State = AccessState.Restricted,
        SinceTime = Now,
        LastHeardTime = (Now.ToDateTimeOffset() - TimeSpan.FromDays(12)).ToTimestamp(),
        Ways = { new AccessWay { Aspect = AccessAspect.Road, State = AccessState.Restricted, Axis = "north-west", Toward = { "Bourem" }, LastHeardTime = Now } },
    };

    private static CityThreat Threat(AccessPicture? access) => new() { Name = $"cities/{Gao}/threat", City = new Place { GeonamesId = Gao, Name = "Gao" }, AsOfTime = Now, Access = access };
}
