using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Scenarios;

/// <summary>Bamako from September 2025: a blockade far from the city is told early, seldom, and beside a level that it lifts.</summary>
public sealed class BlockadeTests
{
    // GeoNames id of Bamako.
    private const int Bamako = 2460596;

    // The first embassy's call to leave, and the first staff to go four days before (sources in the scenario).
    private static readonly DateTime Call = new(2025, 10, 28, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime StaffLeave = new(2025, 10, 24, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Play_Blockade_IsRestrictedWeeksBeforeTheFirstCallToLeave()
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync("bamako-2025");
        Alert[] access = [.. run.Alerts.Where(a => a.Kind == SituationKind.Pressure && a.Place.GeonamesId == Bamako)];
        Alert restricted = access.First(a => a.Access.State == AccessState.Restricted);
        Assert.True(restricted.IssueTime.ToDateTime() <= Call.AddDays(-14));
        Assert.True(restricted.IssueTime.ToDateTime() <= StaffLeave.AddDays(-14));

        // One thread: Priority when it worsens, then Routine once a week; nothing rings, nobody is told that it is over.
        Assert.Single(access.Select(a => a.Situation).Distinct());
        Assert.Equal([AccessState.Constrained, AccessState.Restricted], access.Where(a => a.Urgency == Urgency.Priority).Select(a => a.Access.State));
        Assert.Equal(AlertAction.Raise, access[0].Action);
        Assert.Equal(AlertAction.Escalate, restricted.Action);
        Assert.All(access, a => Assert.True(a.Exercise && a.Urgency != Urgency.Flash && !a.Cap.AllClear && a.Cap.Urgency == CapUrgency.Expected));
        Alert[] digests = [.. access.Where(a => a.Urgency == Urgency.Routine)];
        Assert.InRange(digests.Length, 7, 9);
        foreach ((Alert one, Alert next) in access.Zip(access.Skip(1)).Where(pair => pair.Second.Urgency == Urgency.Routine))
            Assert.Equal(TimeSpan.FromDays(7), (next.IssueTime - one.IssueTime).ToTimeSpan());

        // By access alone.
        CityEffect effect = Assert.Single(restricted.Cities);
        Assert.True(effect.LevelBefore < ThreatLevel.Moderate);
        Assert.Equal((ThreatLevel.Moderate, ThreatLevel.Moderate), (effect.LevelAfter, restricted.Floor));
        Assert.DoesNotContain(run.Alerts.Where(a => a.Kind == SituationKind.Incident).SelectMany(a => a.Cities), c => c.City.GeonamesId == Bamako && c.InReach);
    }

    [Fact]
    public async Task Play_Blockade_StandsBesideTheLevelAfterARestart()
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync("bamako-2025");
        using AlertsProcess server = await AlertsProcess.UpAsync(run.Folder, TestContext.Current.CancellationToken, "--scenario", "bamako-2025", "--no-stream");
        using var client = server.Connect();
        CityThreat now = (await client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = $"cities/{Bamako}/threat" }, cancellationToken: TestContext.Current.CancellationToken)).Threat;
        Assert.Equal((ThreatLevel.Moderate, ThreatLevel.Unspecified, AccessState.Restricted), (now.Level, now.AcuteFloor, now.Access.State));
        Assert.Equal("ACCESS", now.Reasons[0].Code);
        Assert.Equal(run.Alerts.Last(a => a.Kind == SituationKind.Pressure && a.Place.GeonamesId == Bamako).Access.Ways, InEnglish(now.Access).Ways);
        Assert.Contains(now.Access.Ways, w => w is { Aspect: AccessAspect.Road, Axis: "south-east", State: AccessState.Restricted });
        Assert.Contains(now.Access.Ways, w => w.Aspect == AccessAspect.Fuel);

        // Only a person reopens, once whatever the repeats.
        var open = new ReportAccessRequest { RequestId = "reopen-1", Name = now.Name, State = AccessState.Open, Text = "Tankers have come in for two weeks.", Tlp = TlpLabel.Green };
        ReportAccessResponse first = await client.Risk.ReportAccessAsync(open, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(first, await client.Risk.ReportAccessAsync(open, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(AccessState.Open, first.Access.State);
        Assert.All(first.Access.Ways, w => Assert.Equal(AccessState.Open, w.State));
        Alert clear = await NewestAsync(client, now.Access.Situation);
        Assert.Equal((AlertAction.Clear, SituationState.Cleared, Urgency.Priority), (clear.Action, clear.State, clear.Urgency));
        Assert.True(clear.Cap.AllClear);
        Assert.True(clear.Cities[0].LevelAfter < ThreatLevel.Moderate);
    }

    [Theory]
    [InlineData("bamako-2024")]
    [InlineData("gao-rumour")]
    [InlineData("mogadishu-week")]
    public async Task Play_OtherScenarios_TellNothingOfAccess(string scenario)
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync(scenario);
        Assert.DoesNotContain(run.Alerts, a => a.Kind == SituationKind.Pressure);
    }

    // An alert is said in one language, a city's picture in all.
    private static AccessPicture InEnglish(AccessPicture picture)
    {
        AccessPicture said = picture.Clone();
        foreach (LevelReason reason in said.Ways.SelectMany(w => w.Reasons))
            reason.Texts.Clear();
        return said;
    }

    private static async Task<Alert> NewestAsync(Alerts.Client.AlertsClient client, string situation)
    {
        while (true)
        {
            ListAlertsResponse page = await client.Notify.ListAlertsAsync(new ListAlertsRequest { Situation = situation, PageSize = 1 }, cancellationToken: TestContext.Current.CancellationToken);
            if (page.Alerts[0].Action == AlertAction.Clear)
                return page.Alerts[0];
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
