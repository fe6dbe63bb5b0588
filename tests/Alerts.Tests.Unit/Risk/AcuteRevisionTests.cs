using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk;

public sealed class AcuteRevisionTests
{
    private static readonly AcuteIncident Base = Attack(Site(School, Report("a", C3)));

    [Fact]
    public void Assess_SameFactsAgain_IsRoutine()
    {
        AcuteAssessment step = Run(Base, Base.Next(1));
        Assert.Equal(Urgency.Routine, step.Urgency);
        Assert.Contains(ReasonCodes.NoNewDanger, step.Codes());
    }

    [Fact]
    public void Assess_AidStaffNowAffected_RingsAgainOnce()
    {
        AcuteIncident aid = Base.Next(1) with { AidWorkersAffected = true };
        Assert.Equal(Urgency.Flash, Run(Base, aid).Urgency);
        Assert.Equal(Urgency.Routine, Run(Base, aid, aid.Next(2)).Urgency);
    }

    [Fact]
    public void Assess_LargerWithinTwelveHours_RingsAgain() =>
        Assert.Equal((Urgency.Flash, IncidentSize.Major), Sized(Run(Base, Base.Next(11) with { Casualties = new AcuteCasualties(KilledVictims: 12) })));

    [Fact]
    public void Assess_TollAfterTwelveHours_ChangesNothing() =>
        Assert.Equal((Urgency.Routine, IncidentSize.Serious), Sized(Run(Base, Base.Next(12.1) with { Casualties = new AcuteCasualties(KilledVictims: 12) })));

    [Fact]
    public void Assess_DayPrecision_CountsTwelveHoursFromTheEndOfTheDay()
    {
        AcuteIncident dated = Base with { LastAct = new ActTime(Five, TimePrecision.Day) };
        Assert.Equal(IncidentSize.Major, Run(dated, dated.Next(30) with { Casualties = new AcuteCasualties(KilledVictims: 12) }).Size);
        Assert.Equal(IncidentSize.Serious, Run(dated, dated.Next(32) with { Casualties = new AcuteCasualties(KilledVictims: 12) }).Size);
    }

    [Theory]
    [InlineData(1.9, TimePrecision.Exact, Urgency.Routine)]
    [InlineData(2, TimePrecision.Exact, Urgency.Flash)]
    [InlineData(10, TimePrecision.PartOfDay, Urgency.Flash)]
    [InlineData(10, TimePrecision.Day, Urgency.Routine)]
    public void Assess_LaterAct_IsRenewedFireAfterALullOfTwoHours(double hours, TimePrecision precision, Urgency urgency) =>
        Assert.Equal(urgency, Run(Base, Base.Next(10.1) with { LastAct = new ActTime(Five.AddHours(hours), precision) }).Urgency);

    [Fact]
    public void Assess_FromReviewQueueToARealReport_RingsAsFirst()
    {
        AcuteIncident doubtful = Attack(Site(School, Report("a", C5)));
        Assert.Null(Run(doubtful).Urgency);
        AcuteAssessment step = Run(doubtful, doubtful.Next(1) with { Sites = [Site(School, Report("a", C5), Report("b"))] });
        Assert.Equal((Urgency.Flash, false), (step.Urgency!.Value, step.NeedsReview));
        Assert.Contains(ReasonCodes.First, step.Codes());
    }

    [Fact]
    public void Assess_FromRoutineToCredible_IsPriority() =>
        Assert.Equal(Urgency.Priority, Run(Small(Report("a")), Small(Report("a"), Report("b", C3)).Next(1)).Urgency);

    [Fact]
    public void Assess_OneOfTwoReportsWithdrawn_JudgesAnewAndSaysSo()
    {
        AcuteIncident both = Attack(Site(School, Report("a", C3), Report("b")));
        AcuteAssessment step = Run(both, both.Next(1) with { Sites = [Site(School, Report("b"))] });
        Assert.Equal((Urgency.Priority, ThreatLevel.Moderate), (step.Urgency!.Value, step.Floor!.Value));
        Assert.Contains(ReasonCodes.JudgedAnew, step.Codes());
    }

    [Fact]
    public void Assess_ReportedAgainAfterRetraction_RingsAgain()
    {
        AcuteAssessment step = Run(Base, Base.Next(1) with { Verification = Verification.Retracted }, Base.Next(2));
        Assert.Equal((Urgency.Flash, ThreatLevel.Substantial), (step.Urgency!.Value, step.Floor!.Value));
    }

    [Fact]
    public void Assess_FirstHeardAfterTheAcuteWindow_IsListedAsLate()
    {
        AcuteAssessment inside = Run(Base with { RecordedAt = Five.AddHours(71.9) });
        AcuteAssessment late = Run(Base with { RecordedAt = Five.AddHours(72.1) });
        Assert.Equal((Urgency.Flash, ThreatLevel.Substantial), (inside.Urgency!.Value, inside.Floor!.Value));
        Assert.Equal((Urgency.Routine, null), (late.Urgency!.Value, late.Floor));
        Assert.Contains(ReasonCodes.LateReport, late.Codes());
    }

    [Fact]
    public void Assess_NoSiteOrNoType_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Run(Attack()));
        Assert.Throws<ArgumentException>(() => Run(Base with { SubEventType = null }));
        Assert.Throws<ArgumentException>(() => Run(Base with { LocalType = LocalType.Curfew }));
    }

    [Property(MaxTest = 300)]
    public void Assess_OneMoreReport_NeverLowersSizeStandingOrFloor(int seed)
    {
        var random = new Random(seed);
        AcuteIncident incident = Attack(Site(School, Any(random))) with
        {
            Ongoing = random.Next(2) == 0,
            Casualties = new AcuteCasualties(KilledVictims: random.Next(4) == 0 ? null : random.Next(12)),
        };
        AcuteAssessment before = Run(incident);
        for (int i = 0; i < 8; i++)
        {
            incident = WithOneMore(incident, random).Next(i * 0.2);
            AcuteAssessment after = AcuteAssessor.Assess(incident, before);
            Assert.True(after.Size >= before.Size);
            Assert.True(after.Standing >= before.Standing);
            Assert.True((after.Floor ?? 0) >= (before.Floor ?? 0));
            if ((after.Floor ?? 0) > (before.Floor ?? 0)) Assert.Equal(after.Cells.Max(cell => cell.Urgency), after.Urgency);
            before = after;
        }
    }

    private static AcuteIncident WithOneMore(AcuteIncident incident, Random random)
    {
        GeoPoint[] spots = [School, Airport, Terminal];
        GeoPoint spot = spots[random.Next(spots.Length)];
        List<AcuteSite> sites = [.. incident.Sites];
        int at = sites.FindIndex(site => site.Point == spot);
        if (at < 0) sites.Add(Site(spot, spot == Airport ? TargetKind.Airport : TargetKind.Civilians, Any(random)));
        else sites[at] = sites[at] with { Evidence = [.. sites[at].Evidence, Any(random)] };
        return incident with { Sites = sites };
    }

    private static AcuteEvidence Any(Random random) => new(
        random.Next(6) == 0 ? null : $"origin-{random.Next(5)}",
        new Grade((SourceReliability)random.Next(1, 7), (InformationCredibility)random.Next(1, 7)),
        (Standing)random.Next(1, 6),
        random.Next(10) == 0);

    private static (Urgency? Urgency, IncidentSize? Size) Sized(AcuteAssessment assessment) => (assessment.Urgency, assessment.Size);
}
