using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class ClaimTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("A bomb killed two farmers in Gao, Mali, on Monday. No person or jihadist organisation has so far claimed responsibility for it.")]
    [InlineData("A bomb killed two farmers in Gao, Mali, on Monday. None of the jihadist groups that are active there has claimed the attack.")]
    [InlineData("A bomb killed two farmers in Gao, Mali, on Monday. Nor has any rebel movement claimed responsibility for it.")]
    [InlineData("A bomb killed two farmers in Gao, Mali, on Monday. Neither JNIM nor the rebels have claimed responsibility for it.")]
    [InlineData("Une bombe a tué deux paysans lundi à Gao, au Mali. Ni le JNIM ni les rebelles n'ont revendiqué l'attentat.")]
    public void Read_NobodyClaims_HasNoClaim(string text)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.DoesNotContain(report.Actors, a => a.Attribution == Attribution.Claimed);
        Assert.DoesNotContain(report.Standings, s => s.Standing == Alerts.Terms.Standing.Claimed);
    }

    [Theory]
    [InlineData("A bomb killed two farmers in Gao, Mali, on Monday. JNIM claimed responsibility for it.")]
    [InlineData("A bomb killed two farmers in Gao, Mali, on Monday. There was no warning, and JNIM claimed responsibility for it.")]
    [InlineData("Une bombe a tué deux paysans lundi à Gao, au Mali. Le JNIM a revendiqué l'attentat.")]
    public void Read_SomebodyClaims_IsTheDoer(string text) =>
        Assert.Contains(Assert.Single(fixture.Read(text, Day, Day).Reports).Actors, a => a is { Name: "JNIM", Attribution: Attribution.Claimed });
}
