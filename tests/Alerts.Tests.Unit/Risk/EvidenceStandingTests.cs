using Alerts.Risk.Acute;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk;

// Rules: corroborated needs two independent origins, one graded A to C; origin unknown is not independent; a claim is never a confirmation.
public sealed class EvidenceStandingTests
{
    public static TheoryData<string, AcuteEvidence[], AcuteStanding> Cases => new()
    {
        { "nothing", [], AcuteStanding.Improbable },
        { "one unknown", [Report("a")], AcuteStanding.Unverified },
        { "two unknown grades", [Report("a"), Report("b")], AcuteStanding.Unverified },
        { "one C6", [Report("a", new Grade(SourceReliability.C, InformationCredibility.CannotBeJudged))], AcuteStanding.Unverified },
        { "one C3", [Report("a", C3)], AcuteStanding.Credible },
        { "one D2", [Report("a", new Grade(SourceReliability.D, InformationCredibility.ProbablyTrue))], AcuteStanding.Unverified },
        { "two origins, one C", [Report("a", C3), Report("b", D4)], AcuteStanding.Corroborated },
        { "same origin twice", [Report("a", C3), Report("a", B2)], AcuteStanding.Credible },
        { "second of unknown origin", [Report("a", C3), Report(null, B2)], AcuteStanding.Credible },
        { "second improbable", [Report("a", C3), Report("b", C5)], AcuteStanding.Credible },
        { "improbable and E", [Report("a", C5), Report("b", E6)], AcuteStanding.Improbable },
        { "claim alone", [Claim("g", B2)], AcuteStanding.Unverified },
        { "claim and a report", [Claim("g"), Report("a")], AcuteStanding.Credible },
        { "claim and a report from the same origin", [Claim("g"), Report("g")], AcuteStanding.Unverified },
        { "claim and an improbable report", [Claim("g"), Report("a", C5)], AcuteStanding.Unverified },
        { "claim does not corroborate", [Claim("g", B2), Report("a", C3)], AcuteStanding.Credible },
        { "denial supports nothing", [new AcuteEvidence("a", B2, Standing.Denied)], AcuteStanding.Improbable },
        { "denial takes nothing away", [Report("a", C3), new AcuteEvidence("b", B2, Standing.Denied)], AcuteStanding.Credible },
        { "analyst confirms", [new AcuteEvidence("a", Grade.Unknown, Standing.Confirmed, IsAnalyst: true)], AcuteStanding.Corroborated },
        { "analyst reports", [new AcuteEvidence("a", Grade.Unknown, Standing.Reported, IsAnalyst: true)], AcuteStanding.Unverified },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_Evidence_GivesTheStanding(string name, AcuteEvidence[] evidence, AcuteStanding standing)
    {
        Assert.NotEmpty(name);
        Assert.Equal(standing, EvidenceStanding.Of(evidence));
        Assert.Equal(standing, EvidenceStanding.Of(evidence.Reverse()));
    }
}
