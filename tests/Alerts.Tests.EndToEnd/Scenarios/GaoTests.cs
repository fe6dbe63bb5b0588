using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Scenarios;

/// <summary>Gao, a rumour: one voice note, the same forwarded, withdrawn. Invented; the design wants Cancel everywhere and all as before.</summary>
public sealed class GaoTests
{
    // GeoNames id of Gao.
    private const int Gao = 2457163;

    [Fact]
    public async Task Play_GaoRumour_RingsOnceAndIsCancelledAtEverybody()
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync("gao-rumour");
        Alert first = run.Alerts[0];
        Assert.Equal(Urgency.Flash, first.Urgency);
        Assert.Equal(AcuteStanding.Unverified, first.Standing);
        ThreatLevel before = Level(first).LevelBefore;

        // The forward is no second source.
        Assert.All(run.Alerts, a => Assert.NotEqual(AcuteStanding.Corroborated, a.Standing));
        Assert.Single(run.Alerts, a => a.Urgency == Urgency.Flash && a.Action != AlertAction.Cancel);

        Alert last = run.Alerts[^1];
        Assert.Equal(AlertAction.Cancel, last.Action);
        Assert.Equal(first.Situation, last.Situation);
        Assert.Equal(first.Urgency, last.Urgency);
        Assert.Equal(CapMessageType.Cancel, last.Cap.MessageType);
        Assert.False(last.Cap.AllClear);
        Assert.Equal(before, Level(last).LevelAfter);
        Assert.True(last.IssueTime.ToDateTimeOffset() - first.IssueTime.ToDateTimeOffset() <= TimeSpan.FromMinutes(41));
    }

    [Fact]
    public async Task Play_GaoRumour_LeavesTheForecastAsItWas()
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync("gao-rumour");
        using AlertsProcess server = await AlertsProcess.UpAsync(run.Folder, TestContext.Current.CancellationToken, "--scenario", "gao-rumour", "--no-stream");
        using var client = server.Connect();
        CityThreat now = (await client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = $"cities/{Gao}/threat" }, cancellationToken: TestContext.Current.CancellationToken)).Threat;
        Assert.Equal(Level(run.Alerts[0]).LevelBefore, now.Level);
        Assert.DoesNotContain(now.Forecast.TopIncidents, i => i.Incident == run.Alerts[0].Incident.Name);
        Assert.Empty(now.Situations);
    }

    private static CityEffect Level(Alert alert) => alert.Cities.Single(c => c.City.GeonamesId == Gao);
}
