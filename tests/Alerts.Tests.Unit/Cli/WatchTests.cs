using System.Text.Json.Nodes;
using Alerts.Cli;
using Alerts.Tests.Unit.Client;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

public sealed class WatchTests : IAsyncLifetime
{
    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task Watch_Json_IsOneLinePerFrameInTheProtosJson()
    {
        Task<int> run = _cli.RunAsync("watch", "--json", "--until-idle", "0.3");
        StreamCall call = await _cli.Server.Services.NextStreamAsync();
        await call.SendAsync(Frames.Subscribed("c0"), Frames.Alert(1), Frames.Bookmark("c1"));
        Assert.Equal(0, await run);
        string[] lines = _cli.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["subscribed", "alert", "bookmark"], lines.Select(l => JsonNode.Parse(l)!.AsObject().Single().Key));
        Assert.Equal("alerts/1", (string?)JsonNode.Parse(lines[1])!["alert"]!["alert"]!["name"]);
        call.End();
    }

    [Fact]
    public async Task Watch_Again_GoesOnWhereItStopped()
    {
        Task<int> run = _cli.RunAsync("watch", "--country", "ML", "--until-idle", "0.3");
        StreamCall first = await _cli.Server.Services.NextStreamAsync();
        await first.SendAsync(Frames.Subscribed("c0"), Frames.Alert(1));
        await run;
        first.End();

        run = _cli.RunAsync("watch", "--country", "ML", "--until-idle", "0.3");
        StreamCall same = await _cli.Server.Services.NextStreamAsync();
        Assert.Equal("c1", same.Request.Cursor);
        await same.SendAsync(Frames.Subscribed("c1"));
        await run;
        same.End();

        run = _cli.RunAsync("watch", "--country", "NE", "--until-idle", "0.3");
        StreamCall other = await _cli.Server.Services.NextStreamAsync();
        Assert.Equal("", other.Request.Cursor);
        await other.SendAsync(Frames.Subscribed("c1"));
        await run;
        other.End();

        run = _cli.RunAsync("watch", "--country", "ML", "--from", "start", "--until-idle", "0.3");
        StreamCall fromStart = await _cli.Server.Services.NextStreamAsync();
        Assert.True(fromStart.Request.FromStart);
        await fromStart.SendAsync(Frames.Subscribed("c0"));
        await run;
        fromStart.End();
    }

    [Fact]
    public async Task Watch_Filter_IsBuiltFromFlags()
    {
        Task<int> run = _cli.RunAsync("watch", "--city", "Gao", "--country", "ML", "--near", "12.6,-7.9,25", "--min-level", "4", "--urgency", "flash", "--until-idle", "0.3");
        StreamCall call = await _cli.Server.Services.NextStreamAsync();
        AlertFilter filter = call.Request.Filter;
        Assert.Equal([2457163], filter.GeonamesIds);
        Assert.Empty(filter.CountryCodes);
        Assert.Equal((25, 12.6), (filter.Areas[0].RadiusKm, filter.Areas[0].Centre.Latitude));
        Assert.Equal((ThreatLevel.Substantial, Urgency.Flash), (filter.MinimumLevel, filter.MinimumUrgency));
        await call.SendAsync(Frames.Subscribed("c0"));
        await run;
        call.End();
    }

    [Fact]
    public async Task Watch_Alert_IsACardThatSaysEverything()
    {
        var alert = new Alert
        {
            Name = "alerts/1",
            Situation = "situations/s",
            Action = AlertAction.Escalate,
            Urgency = Urgency.Flash,
            Exercise = true,
            Headline = "EXERCISE: attack at the school \u202Eevil [red]x[/]",
            Standing = AcuteStanding.Unverified,
            Place = new Place { Name = "Bamako", CountryCode = "ML", Label = "school", DistanceKm = 8.9, TimeZone = "Africa/Bamako" },
            Incident = new Incident
            {
                Reports = { new IncidentReport { Source = "agency A", Kind = ClaimantKind.Press, Reliability = SourceReliability.B, Credibility = InformationCredibility.ProbablyTrue } },
            },
            Cities = { new CityEffect { City = new Place { Name = "Bamako" }, LevelBefore = ThreatLevel.Unspecified, LevelAfter = ThreatLevel.High, InReach = true } },
            Reasons = { new LevelReason { Code = "ACUTE_FLOOR", Text = "A second site was hit" } },
        };
        Task<int> run = _cli.RunAsync("watch", "--until-idle", "0.3");
        StreamCall call = await _cli.Server.Services.NextStreamAsync();
        await call.SendAsync(Frames.Subscribed("c0"), new StreamAlertsResponse { Alert = new DeliveredAlert { Alert = alert, Cursor = "c1" } });
        await run;
        foreach (string part in new[] { "EXERCISE · FLASH · WORSE", "attack at the school <U+202E>evil [red]x[/]", "school (9 km from Bamako, ML)", "NOT VERIFIED; agency A (press, B2)", "not assessed → 5 High", "A second site was hit", "Do not act on it" })
            Assert.Contains(part, _cli.Out, StringComparison.Ordinal);
        call.End();
    }

    [Fact]
    public async Task Watch_ServerBlind_SaysSoAndEndsWith6()
    {
        Task<int> run = _cli.RunAsync("watch", "--until-idle", "0.3");
        StreamCall call = await _cli.Server.Services.NextStreamAsync();
        await call.SendAsync(Frames.Subscribed("c0", blind: new DateTimeOffset(2026, 1, 5, 21, 0, 0, TimeSpan.Zero)));
        Assert.Equal(ExitCodes.Unhealthy, await run);
        Assert.Contains("BLIND since 21:00 Mon 5 Jan 2026 UTC", _cli.Error, StringComparison.Ordinal);
        call.End();
    }

    [Fact]
    public async Task Watch_NoServer_EndsIdleWith5()
    {
        await _cli.Server.DisposeAsync();
        var time = new SteppedTime();
        _cli.Time = time;
        Task<int> run = _cli.RunAsync("watch", "--until-idle", "0.3");
        await time.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(ExitCodes.Unreachable, await run);
    }

    [Fact]
    public async Task Watch_SavedCursorExpired_PeopleGoOnWithAWarning()
    {
        Task<int> run = _cli.RunAsync("watch", "--until-idle", "0.5");
        StreamCall first = await _cli.Server.Services.NextStreamAsync();
        await first.SendAsync(Frames.Subscribed("c1"));
        await run;
        first.End();

        run = _cli.RunAsync("watch", "--until-idle", "0.5");
        (await _cli.Server.Services.NextStreamAsync()).Fail(Expired());
        StreamCall anew = await _cli.Server.Services.NextStreamAsync();
        Assert.Equal("", anew.Request.Cursor);
        await anew.SendAsync(Frames.Subscribed("c9"));
        Assert.Equal(0, await run);
        Assert.Contains("no longer holds", _cli.Error, StringComparison.Ordinal);
        anew.End();

        run = _cli.RunAsync("watch", "--json", "--until-idle", "0.5");
        (await _cli.Server.Services.NextStreamAsync()).Fail(Expired());
        Assert.Equal(ExitCodes.Refused, await run);
        Assert.Equal("CURSOR_EXPIRED", (string?)_cli.ErrorJson()["reason"]);
    }

    private static RpcException Expired() => new Google.Rpc.Status
    {
        Code = (int)StatusCode.OutOfRange,
        Message = "too old",
        Details = { Any.Pack(new ErrorInfo { Reason = "CURSOR_EXPIRED", Domain = "alerts" }) },
    }.ToRpcException();
}
