using Alerts.Risk.Acute;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk;

public sealed class IncidentSizingTests
{
    [Theory]
    [InlineData(0, IncidentSize.Minor)]
    [InlineData(2, IncidentSize.Minor)]
    [InlineData(3, IncidentSize.Serious)]
    [InlineData(9, IncidentSize.Serious)]
    [InlineData(10, IncidentSize.Major)]
    [InlineData(null, IncidentSize.Serious)]
    public void Assess_ByToll_UnknownIsSerious(int? killed, IncidentSize size) =>
        Assert.Equal(size, Run(Small(Report("a")) with { Casualties = new AcuteCasualties(KilledVictims: killed) }).Size);

    [Fact]
    public void Assess_TollThatIsSeriousAndMajor_IsSaidOnce() =>
        Assert.Single(Run(Small(Report("a")) with { Casualties = new AcuteCasualties(KilledVictims: 12) }).Reasons, reason => reason.Text == "12 killed.");

    [Fact]
    public void Assess_AllKilledTogether_CountForSize() =>
        Assert.Equal(IncidentSize.Serious, Run(Small(Report("a")) with { Casualties = new AcuteCasualties(1, 1, 1) }).Size);

    [Theory]
    [InlineData(TargetKind.AidWorkers, IncidentSize.Serious)]
    [InlineData(TargetKind.Diplomatic, IncidentSize.Serious)]
    [InlineData(TargetKind.Transport, IncidentSize.Serious)]
    [InlineData(TargetKind.SecurityForces, IncidentSize.Serious)]
    [InlineData(TargetKind.Airport, IncidentSize.Major)]
    [InlineData(TargetKind.Civilians, IncidentSize.Minor)]
    public void Assess_ByTarget_OfSiteOrIncident(TargetKind target, IncidentSize size)
    {
        Assert.Equal(size, Run(Small(Report("a")) with { Targets = [target] }).Size);
        Assert.Equal(size, Run(Small() with { Sites = [Site(School, target, Report("a"))] }).Size);
    }

    [Theory]
    [InlineData(SubEventType.RemoteExplosiveLandmineIed, IncidentSize.Serious)]
    [InlineData(SubEventType.SuicideBomb, IncidentSize.Major)]
    [InlineData(SubEventType.Grenade, IncidentSize.Minor)]
    [InlineData(SubEventType.MobViolence, IncidentSize.Minor)]
    [InlineData(SubEventType.AbductionForcedDisappearance, IncidentSize.Minor)]
    public void Assess_ByType_OfAct(SubEventType type, IncidentSize size) => Assert.Equal(size, Run(Small(Report("a")) with { SubEventType = type }).Size);

    [Fact]
    public void Assess_OngoingOrComplex_AreLarger()
    {
        Assert.Equal(IncidentSize.Serious, Run(Small(Report("a")) with { Ongoing = true }).Size);
        Assert.Equal(IncidentSize.Major, Run(Small(Report("a")) with { ComplexAttack = true }).Size);
    }

    [Theory]
    [InlineData(LocalType.Carjacking)]
    [InlineData(LocalType.RoadClosure)]
    public void Assess_LocalType_CountsOnlyWithAidStaffOrDeaths(LocalType type)
    {
        AcuteIncident incident = Small(Report("a")) with { SubEventType = null, LocalType = type, Casualties = AcuteCasualties.Unknown };
        AcuteAssessment nothing = Run(incident);
        Assert.Equal((null, null, null), (nothing.Size, nothing.Urgency, nothing.Floor));
        Assert.Equal(["NOT_AN_ACT"], nothing.Codes());
        Assert.Null(Run(incident with { Ongoing = true, Targets = [TargetKind.Airport] }).Size);
        Assert.Equal(IncidentSize.Serious, Run(incident with { AidWorkersAffected = true }).Size);
        Assert.Equal(IncidentSize.Minor, Run(incident with { Casualties = new AcuteCasualties(KilledVictims: 1) }).Size);
    }

    [Fact]
    public void Assess_Protest_IsNoActUnlessSomebodyDies()
    {
        AcuteIncident protest = Small(Report("a")) with { SubEventType = SubEventType.PeacefulProtest, Casualties = AcuteCasualties.Unknown };
        Assert.Null(Run(protest).Size);
        Assert.Equal(IncidentSize.Serious, Run(protest with { Casualties = new AcuteCasualties(KilledUnknown: 4) }).Size);
    }

    [Fact]
    public void Assess_TwoSitesFromOneOrigin_AreNoMajor()
    {
        AcuteAssessment assessment = Run(Attack(Site(School, Report("a")), Site(Airport, Report("a"))));
        Assert.Equal((IncidentSize.Serious, ThreatLevel.Moderate), (assessment.Size, assessment.Floor));
    }

    [Theory]
    [InlineData(0.9, IncidentSize.Serious)]
    [InlineData(1.1, IncidentSize.Major)]
    public void Assess_TwoReportedSpots_AreMajorBeyondOneKilometre(double km, IncidentSize size) =>
        Assert.Equal(size, Run(Attack(Site(School, Report("a")), Site(School with { Latitude = School.Latitude + (km / 111.195) }, Report("b")))).Size);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Assess_SecondSiteOnlyClaimedOrImprobable_IsNoMajor(bool claimed) =>
        Assert.Equal(IncidentSize.Serious, Run(Attack(Site(School, Report("a")), Site(Airport, claimed ? Claim("g") : Report("b", C5)))).Size);

    [Fact]
    public void Assess_SecondSiteKnownOnlyToTheCity_IsNoOtherSite()
    {
        AcuteSite coarse = Site(Airport, Report("b")) with { Precision = PlacePrecision.City };
        Assert.Equal(IncidentSize.Serious, Run(Attack(Site(School, Report("a")), coarse)).Size);
    }
}
