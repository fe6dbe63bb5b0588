using Alerts.Risk.Acute;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk;

// Every cell of the design's acute table, reached through real evidence.
public sealed class AcuteTableTests
{
    public static TheoryData<AcuteStanding, IncidentSize, Urgency?, ThreatLevel?> Cells => new()
    {
        { AcuteStanding.Improbable, IncidentSize.Minor, null, null },
        { AcuteStanding.Improbable, IncidentSize.Serious, null, null },
        { AcuteStanding.Improbable, IncidentSize.Major, Urgency.Priority, null },
        { AcuteStanding.Unverified, IncidentSize.Minor, Urgency.Routine, null },
        { AcuteStanding.Unverified, IncidentSize.Serious, Urgency.Flash, ThreatLevel.Moderate },
        { AcuteStanding.Unverified, IncidentSize.Major, Urgency.Flash, ThreatLevel.Substantial },
        { AcuteStanding.Credible, IncidentSize.Minor, Urgency.Priority, ThreatLevel.Moderate },
        { AcuteStanding.Credible, IncidentSize.Serious, Urgency.Flash, ThreatLevel.Substantial },
        { AcuteStanding.Credible, IncidentSize.Major, Urgency.Flash, ThreatLevel.High },
        { AcuteStanding.Corroborated, IncidentSize.Minor, Urgency.Priority, ThreatLevel.Moderate },
        { AcuteStanding.Corroborated, IncidentSize.Serious, Urgency.Flash, ThreatLevel.High },
        { AcuteStanding.Corroborated, IncidentSize.Major, Urgency.Flash, ThreatLevel.Extreme },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Assess_FirstRevision_GivesTheCell(AcuteStanding standing, IncidentSize size, Urgency? urgency, ThreatLevel? floor)
    {
        AcuteEvidence[] evidence = standing switch
        {
            AcuteStanding.Improbable => [Report("a", C5), Report("b", E6)],
            AcuteStanding.Unverified => [Report("a", D4)],
            AcuteStanding.Credible => [Report("a", C3)],
            _ => [Report("a", C3), Report("b")],
        };
        int killed = size switch { IncidentSize.Minor => 2, IncidentSize.Serious => 9, _ => 10 };
        AcuteAssessment assessment = Run(Small(evidence) with { Casualties = new AcuteCasualties(KilledVictims: killed) });
        Assert.Equal((size, standing, urgency, floor), (assessment.Size, assessment.Standing, assessment.Urgency, assessment.Floor));
        Assert.Equal(standing == AcuteStanding.Improbable, assessment.NeedsReview);
    }

    [Fact]
    public void Cell_LargerOrBetterSupported_NeverGivesLess()
    {
        foreach (IncidentSize size in Enum.GetValues<IncidentSize>())
        {
            foreach (AcuteStanding standing in Enum.GetValues<AcuteStanding>())
            {
                TableCell cell = AcuteTable.Cell(size, standing);
                if (size < IncidentSize.Major) AssertNotLess(cell, AcuteTable.Cell(size + 1, standing));
                if (standing < AcuteStanding.Corroborated) AssertNotLess(cell, AcuteTable.Cell(size, standing + 1));
            }
        }
    }

    private static void AssertNotLess(TableCell less, TableCell more)
    {
        Assert.True((more.Floor ?? 0) >= (less.Floor ?? 0));
        Assert.True((more.Urgency ?? 0) >= (less.Urgency ?? 0));
    }
}
