using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Scenarios;

/// <summary>Bamako, 17 September 2024, as the design wants it told: who is rung, which level, what stays unverified, what ends how.</summary>
public sealed class BamakoTests
{
    // GeoNames id of Bamako.
    private const int Bamako = 2460596;

    [Fact]
    public async Task Play_BamakoDay_TellsItAsOfficersNeedIt()
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync("bamako-2024");
        Assert.All(run.Alerts, a => Assert.True(a.Exercise && a.Headline.StartsWith("EXERCISE", StringComparison.Ordinal)));
        Alert[] morning = [.. run.Alerts.Where(a => a.Situation == run.Alerts[0].Situation)];

        Alert first = morning[0];
        Assert.Equal(AlertAction.Raise, first.Action);
        Assert.Equal("05:05", LocalTime(first));
        Assert.Equal(Urgency.Flash, first.Urgency);
        Assert.Equal(ThreatLevel.Moderate, ScenarioRun.LevelOf(first, Bamako));

        Alert secondSite = morning.First(a => a.Incident.Sites.Count == 2);
        Assert.Equal(Urgency.Flash, secondSite.Urgency);
        Assert.Equal(ThreatLevel.Substantial, ScenarioRun.LevelOf(secondSite, Bamako));
        Assert.Equal(AcuteStanding.Unverified, secondSite.Standing);

        Alert wire = morning.First(a => LevelIs(a, ThreatLevel.High));
        Alert bothSites = morning.First(a => LevelIs(a, ThreatLevel.Extreme));
        Assert.True(wire.SituationRevision < bothSites.SituationRevision);
        Assert.Equal(AcuteStanding.Corroborated, bothSites.Standing);

        // Later the same day and two days later: statements and tolls ring nobody and move no level.
        Alert[] later = [.. morning.Where(a => a.SituationRevision > bothSites.SituationRevision)];
        Assert.All(later, a => Assert.Equal(Urgency.Routine, a.Urgency));
        Alert toll = later.First(a => a.Incident.CasualtyEstimate?.Killed?.Best == 77);
        Assert.Equal(255, toll.Incident.CasualtyEstimate.Wounded.Best);
        Assert.Equal(ScenarioRun.LevelOf(toll, Bamako), toll.Cities.Single(c => c.City.GeonamesId == Bamako).LevelBefore);
    }

    [Fact]
    public async Task Play_BamakoDay_KeepsClaimsApartAndRingsAnewForTheAfternoon()
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync("bamako-2024");
        Alert[] morning = [.. run.Alerts.Where(a => a.Situation == run.Alerts[0].Situation)];
        Incident known = morning[^1].Incident;
        Assert.Contains(known.Statements, s => s is { Standing: Standing.Claimed, Subject: StatementSubject.Control });
        Assert.DoesNotContain(known.Statements, s => s.Claimant?.Kind is ClaimantKind.ArmedGroup or ClaimantKind.Authorities && s.Standing == Standing.Confirmed);

        Alert afternoon = run.Alerts.First(a => a.Situation != morning[0].Situation && a.Urgency == Urgency.Flash);
        Assert.Equal(AlertAction.Raise, afternoon.Action);
        Alert[] thread = [.. run.Alerts.Where(a => a.Situation == afternoon.Situation)];
        Assert.Single(thread, a => a.Urgency == Urgency.Flash);

        // The afternoon is cleared by a person; the morning only goes quiet and runs out, which is no all-clear.
        Assert.Contains(thread, a => a.Action == AlertAction.Clear && a.Cap.AllClear);
        Assert.DoesNotContain(morning, a => a.Cap.AllClear);
        Assert.Contains(morning, a => a.State == SituationState.Quiet);
        Assert.Equal(SituationState.Expired, morning[^1].State);
        int[] steps = [.. morning.Where(a => a.State is SituationState.Quiet or SituationState.Expired).Select(a => (int)ScenarioRun.LevelOf(a, Bamako))];
        Assert.Equal(steps.OrderDescending(), steps);
    }

    private static bool LevelIs(Alert alert, ThreatLevel level) => ScenarioRun.LevelOf(alert, Bamako) == level;

    // Bamako keeps UTC all year.
    private static string LocalTime(Alert alert) => alert.IssueTime.ToDateTime().ToString("HH:mm");
}
