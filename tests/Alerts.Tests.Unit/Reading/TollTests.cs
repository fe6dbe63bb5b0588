using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class TollTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Gunmen attacked a market in Gao, Mali, on Monday, killing at least 12 people and wounding 30.", 12, 30)]
    [InlineData("Twenty-three villagers were killed and seven others injured when gunmen attacked a market in Gao, Mali, on Monday.", 23, 7)]
    [InlineData("Dozens of villagers were killed when gunmen attacked a market in Gao, Mali, on Monday.", 24, null)]
    [InlineData("Gunmen shot dead a teacher in Gao, Mali, on Monday.", 1, null)]
    [InlineData("Gunmen murdered priests in Gao, Mali, on Monday.", 2, null)]
    [InlineData("Ten people, including two children, were killed when gunmen attacked a market in Gao, Mali, on Monday.", 10, null)]
    [InlineData("Two nurses and three drivers were killed when gunmen attacked a clinic in Gao, Mali, on Monday.", 5, null)]
    [InlineData("Gunmen attacked a market in Gao, Mali, on Monday. There were no casualties.", 0, 0)]
    [InlineData("Gunmen attacked an army camp in Gao, Mali, on Monday. The army lost four soldiers; three more were injured.", 4, 3)]
    [InlineData("Gunmen attacked a market in Gao, Mali, on Monday. Police put the dead at 12 and the injured at 20.", 12, 20)]
    [InlineData("Gunmen attacked a bus near Gao, Mali, on Monday, killing a policeman and two civilians.", 3, null)]
    [InlineData("A bomb exploded at a bank in Gao, Mali, on Monday. Fortunately, no one was killed or wounded in this attack.", 0, 0)]
    [InlineData("Gunmen fired at a minister's car in Gao, Mali, on Monday; he escaped unharmed.", 0, 0)]
    [InlineData("CORRECTION: Gunmen attacked a market in Gao, Mali, on Monday; 5 killed, not 3.", 5, null)]
    [InlineData("Gunmen attacked a market in Gao, Mali, on Monday; three traders were killed. We regret the error: it was five traders who were killed, and not three.", 5, null)]
    [InlineData("Rectificatif : lundi, des hommes armés ont attaqué le marché de Gao, au Mali ; cinq morts, et non trois.", 5, null)]
    [InlineData("Lundi, des hommes armés ont attaqué le marché de Gao, au Mali, tuant au moins 12 personnes et blessant une trentaine d'autres.", 12, 30)]
    public void Read_Toll_IsTheNumberOfVictims(string text, int? killed, int? wounded)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal(killed, report.Killed?.Count.Estimate);
        if (wounded is not null) Assert.Equal(wounded, report.Wounded?.Count.Estimate);
    }

    [Theory]
    [InlineData("Gunmen attacked a house in Gao, Mali, on Monday. The owner was not wounded.")]
    [InlineData("Gunmen attacked a house in Gao, Mali, on Monday. Neither the owner nor his wife was wounded.")]
    public void Read_SomebodySpared_IsNotCounted(string text) => Assert.All(fixture.Read(text, Day, Day).Reports, r => Assert.NotEqual(1, r.Wounded?.Count.Estimate));

    [Fact]
    public void Read_TollsOfTwoSources_StayApart()
    {
        ReadReport report = Assert.Single(fixture.Read(
            "At least 10 men were killed in an attack on Gao, in Mali, on Monday, residents said. A security source said that 30 people were killed.", Day, Day).Reports);

        Assert.Equal([10, 30], report.Tolls.Select(t => t.Killed?.Count.Estimate).OfType<int>().Order());
        Assert.Equal((10, 30), (report.Killed?.Count.Low, report.Killed?.Count.High));
        Assert.Contains(report.Tolls, t => t.Claimant == ClaimantKind.Authorities);
    }

    [Fact]
    public void Read_RevisedToll_ReplacesTheOldOne()
    {
        ReadReport report = Assert.Single(fixture.Read("The toll of Monday's attack on a market in Gao, Mali, in which gunmen killed 14 traders, has risen from 14 to 20 dead.", Day, Day).Reports);

        Assert.Equal(20, report.Killed?.Count.Estimate);
    }

    [Fact]
    public void Read_LossesOfBothSidesInOneList_AreCountedApart()
    {
        ReadReport report = Assert.Single(fixture.Read("Militia attacked an army camp in Gao, Mali, on Monday and was beaten off, 9 of them killed, 1 soldier wounded.", Day, Day).Reports);

        Assert.Equal(1, report.Wounded?.Count.Estimate);
    }

    [Fact]
    public void Read_AttackersLosses_AreMarkedAndNotTheVictims()
    {
        ReadReport report = Assert.Single(fixture.Read("Rebels attacked an army camp in Gao, Mali, on Monday. Two soldiers were killed. Fifteen militants were killed too.", Day, Day).Reports);

        Assert.Equal(2, report.Killed?.Count.Estimate);
        Assert.Contains(report.Tolls, t => t.OfAttackers && t.Killed?.Count.Estimate == 15);
    }

    // A number in brackets behind one person is an age, whatever the person is called.
    [Fact]
    public void Read_AgeOfSomebodyUnknown_CountsNobody() =>
        Assert.DoesNotContain(fixture.Read("Two mortar rounds hit the chapel of Gao, Mali, on Monday. A sacristan (66) died that night.", Day, Day).Reports, r => r.Killed?.Count.Estimate == 66);

    [Fact]
    public void Read_WhatSomebodyDid_IsNoToll() =>
        Assert.DoesNotContain(fixture.Read("Gao, Mali. Des hommes armés ont attaqué le marché lundi. Un vieillard a fait un malaise.", Day, Day).Reports, r => r.Killed is not null);
}
