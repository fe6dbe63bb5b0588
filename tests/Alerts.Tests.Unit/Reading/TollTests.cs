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
    [InlineData("A bomb fell on garages in Gao, Mali, on Monday. 1 man, 54, died in the ambulance, 6 injured.", 1, 6)]
    [InlineData("A guard wounded on 16 September died in the hospital of Gao, Mali.", 1, null)]
    [InlineData("GAO, MALI, 16 SEP 24 -- SANTOS BERTEL, 56, WAS KILLED ON MONDAY WHEN A BOMB EXPLODED IN GAO.", 1, null)]
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

    [Theory]
    [InlineData("Pilgrims from two villages had come to the shrine at Gao, Mali, and nine of them died on Monday when a man opened fire on the queue.", 9, null)]
    [InlineData("Gunmen fired on a bus near Gao, Mali, on Monday. Ten passengers were wounded; three of them died at the clinic.", 3, 10)]
    [InlineData("Gunmen fired on a bus near Gao, Mali, on Monday. Seven passengers died, two of them at the clinic.", 7, null)]
    [InlineData("Gunmen fired on a bus near Gao, Mali, on Monday, killing seven, four of them nurses.", 7, null)]
    [InlineData("Gunmen fired on a bus near Gao, Mali, on Monday. Two guards were killed and six, among them a sergeant, were wounded.", 2, 6)]
    [InlineData("The death toll of Monday's bombing of a market in Gao, Mali, has risen to eleven, six of them traders.", 11, null)]
    [InlineData("Gunmen raided a depot near Gao, Mali, on Monday. Two of them were killed.", null, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un bus de pèlerins près de Gao, au Mali. Six d'entre eux sont morts.", 6, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un bus près de Gao, au Mali. Douze personnes, dont deux femmes atteintes par des éclats, ont été soignées.", null, 12)]
    public void Read_PartOfThose_IsCountedWhereNobodyCountsAll(string text, int? killed, int? wounded)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal((killed, wounded), (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate));
    }

    [Theory]
    [InlineData("A total of nine people were killed by gunmen on Monday in Gao, Mali.", 9, null)]
    [InlineData("A driver who did not hear the order at a barrier outside Gao, Mali, was shot dead by soldiers on Monday.", 1, null)]
    [InlineData("A singer known for his verses against the traffickers, killed on Monday by gunmen in Gao, Mali, had fled the town twice.", 1, null)]
    [InlineData("A nurse was pulled off a bus near Gao, Mali, on Monday and beaten to death by youths.", 1, null)]
    [InlineData("The judge who was to hear the case against seven smugglers was murdered on Monday in Gao, Mali.", 1, null)]
    [InlineData("Residents marched through Gao, Mali, on Monday with the portrait of a preacher murdered in 2021.", null, null)]
    [InlineData("Youths threw stones at a police car in Gao, Mali, on Monday; an officer lost two teeth.", null, 1)]
    [InlineData("The body of a teacher abducted by gunmen was found on Monday in Gao, Mali.", 1, null)]
    public void Read_OneVictim_IsCountedHoweverFarTheVerb(string text, int? killed, int? wounded)
    {
        ReadReport report = fixture.Read(text, Day, Day).Reports[0];

        Assert.Equal((killed, wounded), (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate));
    }

    [Theory]
    [InlineData("A parcel bomb exploded in Gao, Mali, on Monday, leaving a porter and a telegraphist dead.", 2, null)]
    [InlineData("Gunmen attacked a farm near Gao, Mali, on Monday, killing five guards and three children.", 8, null)]
    [InlineData("Lundi, des hommes armés ont tué un pharmacien et blessé onze clients à Gao, au Mali.", 1, 11)]
    [InlineData("Une couturière et un livreur ont péri lundi à Gao, au Mali, dans une attaque.", 2, null)]
    [InlineData("The massacre, on Monday, of six youths in Gao, Mali, shocked the region.", 6, null)]
    [InlineData("The murder of a village storyteller in Gao, Mali, on Monday shocked the region.", 1, null)]
    [InlineData("L'assassinat d'une conteuse lundi à Gao, au Mali, a été confirmé par la mairie.", 1, null)]
    public void Read_SeveralVictims_AreAddedUp(string text, int? killed, int? wounded)
    {
        ReadReport report = fixture.Read(text, Day, Day).Reports[0];

        Assert.Equal((killed, wounded), (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate));
    }

    [Theory]
    [InlineData("Seven traders were killed when gunmen attacked a market in Gao, Mali, on Monday. The army had first reported four dead.", 7)]
    [InlineData("Gunmen attacked a market in Gao, Mali, on Monday. The toll, put at twelve dead by the police, was lowered to ten by the hospital.", 10)]
    [InlineData("Gunmen attacked a convoy near Gao, Mali, on Monday. Three more drivers were found, which brings to eight the number of dead.", 8)]
    [InlineData("Neuf soldats ont péri lundi à Gao, au Mali, dans une attaque. L'état-major parlait d'abord de cinq morts.", 9)]
    [InlineData("Lundi, des hommes armés ont attaqué un convoi à Gao, au Mali. Trois chauffeurs ont été retrouvés, ce qui porte à huit le nombre de tués.", 8)]
    public void Read_CorrectedToll_IsTheLaterOne(string text, int killed)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal((killed, killed), (report.Killed?.Count.Estimate, report.Killed?.Count.High ?? report.Killed?.Count.Estimate));
    }
}
