using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Scenarios;

/// <summary>Mogadishu, a bad week: a city that is always bad rings for the new complex attack, once, and for no small incident.</summary>
public sealed class MogadishuTests
{
    // GeoNames id of Mogadishu.
    private const int Mogadishu = 53654;

    [Fact]
    public async Task Play_MogadishuWeek_RingsOnceForTheComplexAttackAlone()
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync("mogadishu-week");
        Alert flash = Assert.Single(run.Alerts, a => a.Urgency == Urgency.Flash);
        Assert.Equal(AlertAction.Raise, flash.Action);
        Assert.Equal(IncidentSize.Major, flash.Size);
        Assert.True(run.Alerts.Select(a => a.Situation).Distinct().Count() >= 4, "the complex attack and three small incidents are threads of their own");
        Assert.All(
            run.Alerts.Where(a => a.State == SituationState.Active).SelectMany(a => a.Cities).Where(c => c.City.GeonamesId == Mogadishu),
            c => Assert.True(c is { LevelBefore: ThreatLevel.High, LevelAfter: ThreatLevel.High }, $"level {c.LevelBefore} to {c.LevelAfter}"));
    }
}
