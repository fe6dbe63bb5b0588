using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Situations;
using Alerts.Risk.Views;
using Alerts.Risk.Wire;
using Alerts.Terms;
using Alerts.Tests.Unit.Risk.Situations;
using Alerts.Tests.Unit.Risk.Wire;
using Alerts.V1;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;
using AcuteStanding = Alerts.V1.AcuteStanding;
using Place = Alerts.Gazetteer.Place;
using ThreatLevel = Alerts.Terms.ThreatLevel;

namespace Alerts.Tests.Unit.Risk.Views;

public sealed class SimulateTests
{
    // GeoNames id of Bamako.
    private const int BamakoId = 2460596;

    private static readonly PlaceIndex Places = PlaceIndex.Load();
    private static readonly Place City = Places.Find(BamakoId)!.Value;
    private readonly ThreatBoard _board = Covered();

    [Theory]
    [InlineData(AcuteStanding.Unverified, 0, 12)]
    [InlineData(AcuteStanding.Credible, 8, 1)]
    [InlineData(AcuteStanding.Corroborated, 30, 3)]
    [InlineData(AcuteStanding.Corroborated, 0, 12)]
    [InlineData(AcuteStanding.Corroborated, 150, 40)]
    public void Simulate_Now_IsWhatRecordingItGives(AcuteStanding standing, double km, int killed)
    {
        IReadOnlyList<IncidentFacts> facts = Facts(i => (i.Standing, i.DistanceKm, i.Killed) = (standing, km, killed));
        CityReading simulated = _board.Simulate(Scope.Local, City, facts, Five, top: 5).Simulated;
        _board.Record(facts[0], Five);
        CityReading recorded = _board.Read(Scope.Local, City, Five, top: 5);
        Assert.Equal((recorded.Level.Level, recorded.Level.Band, recorded.Level.AcuteFloor), (simulated.Level.Level, simulated.Level.Band, simulated.Level.AcuteFloor));
        Assert.Equal(Bits(recorded), Bits(simulated));
        Assert.Equal(recorded.Level.Reasons.Select(r => r.Text), simulated.Level.Reasons.Select(r => r.Text));
        Assert.Equal(recorded.Explanation!.Incidents.Select(i => i.IncidentId), simulated.Explanation!.Incidents.Select(i => i.IncidentId));
    }

    [Fact]
    public void Simulate_Anything_LeavesEveryViewAsItWas()
    {
        _board.Record(SituationJudgeTests.Facts(Attack(Site(School, Report("a"))) with { Scope = Scope.Local }), Five);
        CityReading[] before = [.. Read()];
        Simulation simulation = _board.Simulate(Scope.Local, City, Facts(i => (i.Standing, i.Killed) = (AcuteStanding.Corroborated, 12)), Five, top: 0);
        Assert.NotEqual(Bits(simulation.Present), Bits(simulation.Simulated));
        CityReading[] after = [.. Read()];
        Assert.Equal(before.Select(Bits), after.Select(Bits));
        Assert.Equal(before.Select(r => string.Join(' ', r.Situations)), after.Select(r => string.Join(' ', r.Situations)));
        Assert.Equal(Bits(before[0]), Bits(simulation.Present));

        IEnumerable<CityReading> Read() => new[] { Scope.Local, Scope.Shared, new Scope("another") }.Select(s => _board.Read(s, City, Five));
    }

    [Fact]
    public void Simulate_OrganisationWithIncidentsOfItsOwn_AddsToThem()
    {
        var day = new Contribution(School, "ML", new DateOnly(2024, 9, 10), Lethal: true);
        _board.Contribute(Scope.Local, "incidents/own", day);
        _board.Contribute(Scope.Shared, "incidents/shared", day with { LocalDay = day.LocalDay.AddDays(-1) });
        IReadOnlyList<IncidentFacts> facts = Facts(i => (i.Standing, i.Killed) = (AcuteStanding.Corroborated, 3));
        Simulation simulation = _board.Simulate(Scope.Local, City, facts, Five, top: 0);
        _board.Contribute(Scope.Local, facts[0].IncidentId, facts[0].Contribution);
        Assert.Equal(Bits(_board.Read(Scope.Local, City, Five)), Bits(simulation.Simulated));
    }

    [Fact]
    public void Simulate_Blockade_IsWhatTakingItInGives()
    {
        IReadOnlyList<IncidentFacts> facts = HypothesesTests.Of(new HypotheticalIncident { LocalType = V1.LocalType.BlockadeSiege, Standing = AcuteStanding.Corroborated });
        CityReading simulated = _board.Simulate(Scope.Shared, City, facts, Five, top: 0).Simulated;
        Assert.Null(_board.Read(Scope.Shared, City, Five).Access);
        _board.Record(facts[0], Five);
        if (_board.ReadAccess(facts[0].Access!, []) is { } report)
            _board.Take(report, Five);
        CityReading taken = _board.Read(Scope.Shared, City, Five);
        Assert.Equal((taken.Access?.State, taken.Level.Level), (simulated.Access?.State, simulated.Level.Level));
    }

    [Fact]
    public void Simulate_AttackOfLastWeek_HasEndedAsItWouldHave()
    {
        IReadOnlyList<IncidentFacts> facts = Facts(i => (i.Standing, i.Killed, i.HoursAgo) = (AcuteStanding.Corroborated, 12, 24 * 8));
        Simulation simulation = _board.Simulate(Scope.Local, City, facts, Five, top: 0);
        Alerts.Risk.Views.SimulatedIncident incident = Assert.Single(simulation.Incidents);
        Assert.Equal((Terms.Urgency.Flash, SituationStatus.Quiet), (incident.Urgency!.Value, incident.Situation.Status));
        // Six forced at first; quiet after 3 days, one step a day from the fourth on: five by then, by daylight.
        Assert.Equal(ThreatLevel.Low, simulation.Simulated.Level.AcuteFloor);
        Assert.True(simulation.Simulated.Days30!.P > simulation.Present.Days30!.P);
    }

    [Fact]
    public void ToResponse_OfAnAttack_IsMarkedAndSaysWhatDiffers()
    {
        Simulation simulation = _board.Simulate(Scope.Local, City, Facts(i => (i.Standing, i.Killed) = (AcuteStanding.Corroborated, 12)), Five, top: 5);
        SimulateResponse response = new SimulationMap(Places).ToResponse(simulation);
        Assert.Equal((false, true), (response.Present.Hypothetical, response.Simulated.Hypothetical));
        Assert.Equal(["hypothetical/1"], response.Simulated.Situations);
        Assert.Equal(["level", "band", "acute_floor", "probability_30d", "probability_7d"], response.Differences.Select(d => d.Field).Where(f => f != "reasons"));
        Assert.Equal(("1 Minimal", "6 Extreme"), (response.Differences[0].Before, response.Differences[0].After));
        Assert.Contains(response.Differences, d => d.Field == "reasons" && d.After.Contains("forces level 6", StringComparison.Ordinal));
        V1.SimulatedIncident incident = Assert.Single(response.Incidents);
        Assert.Equal((V1.IncidentSize.Major, V1.Urgency.Flash, true, true), (incident.Size, incident.Urgency, incident.InReach, incident.FeedsForecast));
    }

    [Fact]
    public void ToResponse_FarAwayAndUnverified_SaysThatNothingDiffers()
    {
        Simulation simulation = _board.Simulate(Scope.Local, City, Facts(i => (i.DistanceKm, i.Killed) = (400, 2)), Five, top: 0);
        Assert.Empty(new SimulationMap(Places).ToResponse(simulation).Differences);
    }

    private static IReadOnlyList<IncidentFacts> Facts(Action<HypotheticalIncident> more) => HypothesesTests.Of(HypothesesTests.Attacked(more));

    private static long Bits(CityReading reading) => BitConverter.DoubleToInt64Bits(reading.Days30!.P);

    private static ThreatBoard Covered()
    {
        var board = new ThreatBoard(Places, ForecastParameters.LoadDefault());
        board.Cover(new CountryCover("ML", new DateOnly(2014, 1, 1), new DateOnly(2024, 9, 10)));
        return board;
    }
}
