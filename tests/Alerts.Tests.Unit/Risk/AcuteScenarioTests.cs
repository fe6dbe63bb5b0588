using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk;

// What the design wants for its scenarios, step by step.
public sealed class AcuteScenarioTests
{
    private static readonly AcuteIncident First =
        Attack(Site(School, TargetKind.SecurityForces, Report("witness"))) with { Ongoing = true };

    private static readonly AcuteIncident SecondSite = First.Next(0.5) with
    {
        Sites = [First.Sites[0], Site(Airport, TargetKind.Airport, Report("colleague"))],
    };

    private static readonly AcuteIncident Wire = SecondSite.Next(1.5) with
    {
        Sites = [Site(School, TargetKind.SecurityForces, Report("witness"), Report("wire", B2)), SecondSite.Sites[1]],
    };

    private static readonly AcuteIncident Claimed = Wire.Next(6.2) with
    {
        Sites = [.. Wire.Sites.Select(site => site with { Evidence = [.. site.Evidence, Claim("group")] })],
    };

    private static readonly AcuteIncident BothCorroborated = Claimed.Next(7) with
    {
        Sites = [Claimed.Sites[0], Claimed.Sites[1] with { Evidence = [.. Claimed.Sites[1].Evidence, Report("radio", B2)] }],
    };

    private static readonly AcuteIncident AfternoonFire = BothCorroborated.Next(10.5) with
    {
        Sites = [.. BothCorroborated.Sites, Site(Terminal, Report("resident"))],
        LastAct = new ActTime(Five.AddHours(10), TimePrecision.Hour),
    };

    private static readonly AcuteIncident LaterToll = AfternoonFire.Next(60) with { Ongoing = false, Casualties = new AcuteCasualties(KilledUnknown: 77, Wounded: 255) };

    [Fact]
    public void Bamako_OneUnverifiedReport_FlashAndThree() => AssertStep(Run(First), Urgency.Flash, ThreatLevel.Moderate);

    [Fact]
    public void Bamako_SecondSite_FlashAndFour()
    {
        AcuteAssessment step = Run(First, SecondSite);
        AssertStep(step, Urgency.Flash, ThreatLevel.Substantial);
        Assert.Contains(ReasonCodes.NewSite, step.Codes());
    }

    [Fact]
    public void Bamako_TheWireOnTheSchool_Five()
    {
        AcuteAssessment step = Run(First, SecondSite, Wire);
        AssertStep(step, Urgency.Flash, ThreatLevel.High);
        Assert.Contains(ReasonCodes.FloorRaised, step.Codes());
    }

    [Fact]
    public void Bamako_TheClaim_IsRoutineAndConfirmsNothing() => AssertStep(Run(First, SecondSite, Wire, Claimed), Urgency.Routine, ThreatLevel.High);

    [Fact]
    public void Bamako_BothSitesCorroborated_Six() => AssertStep(Run(First, SecondSite, Wire, Claimed, BothCorroborated), Urgency.Flash, ThreatLevel.Extreme);

    [Fact]
    public void Bamako_AfternoonFire_FlashAgain()
    {
        AcuteAssessment step = Run(First, SecondSite, Wire, Claimed, BothCorroborated, AfternoonFire);
        AssertStep(step, Urgency.Flash, ThreatLevel.Extreme);
        Assert.Contains(ReasonCodes.RenewedFire, step.Codes());
    }

    [Fact]
    public void Bamako_LaterToll_IsRoutine()
    {
        AcuteAssessment step = Run(First, SecondSite, Wire, Claimed, BothCorroborated, AfternoonFire, LaterToll);
        AssertStep(step, Urgency.Routine, ThreatLevel.Extreme);
        Assert.Contains(ReasonCodes.LateToll, step.Codes());
    }

    [Fact]
    public void Gao_RumourForwardedAndRetracted_CancelsWithTheFlashOfTheOriginal()
    {
        AcuteIncident rumour = Attack(Site(new GeoPoint(16.27, -0.04), Report("voice-note"))) with { Ongoing = true };
        AcuteIncident forwarded = rumour.Next(0.1);
        AcuteIncident retracted = rumour.Next(0.7) with { Revision = 3, Verification = Verification.Retracted };
        AssertStep(Run(rumour), Urgency.Flash, ThreatLevel.Moderate);
        AssertStep(Run(rumour, forwarded), Urgency.Routine, ThreatLevel.Moderate);
        AcuteAssessment end = Run(rumour, forwarded, retracted);
        AssertStep(end, Urgency.Flash, null);
        Assert.True(end.IsRetracted);
    }

    [Fact]
    public void Mogadishu_SmallIncidents_DoNotRing()
    {
        AssertStep(Run(Small(Report("a"))), Urgency.Routine, null);
        AssertStep(Run(Small(Report("a", C3))), Urgency.Priority, ThreatLevel.Moderate);
        AssertStep(Run(Small(Report("a", C3), Report("b"))), Urgency.Priority, ThreatLevel.Moderate);
    }

    [Fact]
    public void Mogadishu_NewComplexAttack_RingsOnce()
    {
        AcuteIncident attack = Attack(Site(School, Report("a", C3))) with { ComplexAttack = true, Ongoing = true };
        AssertStep(Run(attack), Urgency.Flash, ThreatLevel.High);
        AssertStep(Run(attack, attack.Next(0.5)), Urgency.Routine, ThreatLevel.High);
    }

    private static void AssertStep(AcuteAssessment step, Urgency urgency, ThreatLevel? floor) => Assert.Equal((urgency, floor), (step.Urgency!.Value, step.Floor));
}
