using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class MergingTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Fact]
    public void Read_OneAttackInManySentences_IsOneReport()
    {
        ReadReport report = Assert.Single(Read("Gunmen attacked a market in Gao, Mali, on Monday. Five traders were killed. The raiders burned two trucks. The attack lasted an hour.").Reports);

        Assert.Equal(SubEventType.Attack, report.SubEventType);
        Assert.Equal(5, report.Killed?.Count.Estimate);
    }

    [Fact]
    public void Read_OtherDay_IsAnotherEvent() =>
        Assert.Equal(2, Read("Gunmen killed five traders in Gao, Mali, on Monday. On Sunday gunmen killed two herders in Gao.").Reports.Count);

    [Fact]
    public void Read_ListEntries_StayApart()
    {
        ReadingResult result = Read("Weekly digest, Mali\n1) 16/09, Gao: gunmen killed two traders.\n2) 17/09, Mopti: a truck hit a mine, one driver was wounded.\n3) Year to date: 41 incidents.");

        Assert.Equal(["Gao", "Mopti"], result.Reports.Select(r => r.Place.Name));
        Assert.Equal([16, 17], result.Reports.Select(r => r.Time.LocalDate.Day));
    }

    [Fact]
    public void Read_BombingAndAttackOnOnePlace_TakesTheCloserType() => Assert.Equal(
        SubEventType.SuicideBomb,
        Assert.Single(Read("Gunmen attacked a hotel in Mogadishu, Somalia, on Monday. A suicide bomber blew himself up at the gate.").Reports).SubEventType);

    [Fact]
    public void Read_LinesOfARadioLog_FollowWhatGoesOnAtAPlace()
    {
        ReadReport report = Assert.Single(Read("RADIO LOG - Wed 18 Sept 2024, Mali\n0718 Gao base: artillery since 0540, outgoing only\n0835 Gao: two shells on the market\n0852 Gao: a shell hit a house, two children killed\n1415 Gao: shelling stopped.").Reports);

        Assert.Equal(SubEventType.ShellingArtilleryMissileAttack, report.SubEventType);
        Assert.Equal(2, report.Killed?.Count.Estimate);
    }

    [Fact]
    public void Read_LinesOfOtherPlaces_StayApart() => Assert.Equal(
        ["Gao", "Mopti"],
        Read("RADIO LOG - Wed 18 Sept 2024, Mali\n0718 Gao: two shells on the market\n0835 Mopti: two shells on the camp\n0900 all stations OK").Reports.Select(r => r.Place.Name));

    [Theory]
    [InlineData("GAO, Mali - Five shells landed on Ansongo on Monday morning.\n\nIn Tabrichatt, a village chief was murdered at home on Monday night by men in uniform.")]
    [InlineData("Dans la nuit de samedi à dimanche, un groupe armé a tué deux vigiles à Ansongo, au Mali. Dimanche, une mine a sauté à Tabrichatt : un mort.")]
    public void Read_NameThatNoGazetteerKnows_IsAnotherPlace(string text)
    {
        ReadingResult result = Read(text);

        Assert.Equal(2, result.Reports.Count + result.Unplaced.Count);
    }

    [Fact]
    public void Read_RobberyInTheSentenceOfTheRaid_IsPartOfIt() =>
        Assert.Single(Read("Raiders on motorbikes swept into a mine near Gao, Mali, on Monday, shot at whoever ran and made off with motorcycles.").Reports);

    [Theory]
    [InlineData("A missile struck a hotel in Gao, Mali, on Monday; the blast killed three.", SubEventType.ShellingArtilleryMissileAttack)]
    [InlineData("A drone hit a fuel truck in Gao, Mali, on Monday. The explosion killed four people.", SubEventType.AirDroneStrike)]
    [InlineData("A bomb went off in Gao, Mali, on Monday. The explosion killed four people.", SubEventType.RemoteExplosiveLandmineIed)]
    public void Read_BlastOfWhatWasTold_IsNoBomb(string text, SubEventType type) => Assert.Equal(type, Assert.Single(Read(text).Reports).SubEventType);

    [Fact]
    public void Read_FireThatIsToldFirst_StaysAFire()
    {
        ReadReport report = Assert.Single(Read("Rebels burned three trucks near Gao, Mali, on Monday. A driver was killed.").Reports);

        Assert.Equal((SubEventType.LootingPropertyDestruction, "arson"), (report.SubEventType, report.Detail));
    }

    [Fact]
    public void Read_ParagraphsWithHeadings_StayApart()
    {
        ReadingResult result = Read("Mali: the day in short.\n\nGao – Gunmen killed two traders on Monday.\n\nNorthern districts – On Monday gunmen killed a driver, residents said.");

        Assert.Equal([2, 1], result.Reports.Concat(result.Unplaced).Select(r => r.Killed?.Count.Best));
    }

    [Fact]
    public void Read_MurderFarFromBombings_KeepsItsType() => Assert.Contains(
        Read("Gunmen murdered two priests in Gao, Mali, on Monday.\n\nThe mayor condemned the deed.\n\nThe bishop said nobody was safe.\n\nBombings frighten the population.").Reports,
        r => r.SubEventType == SubEventType.Attack);

    [Fact]
    public void Read_SentenceBehindTheLeadWithTheTownOfTheReport_IsOneEvent() =>
        Assert.Single(Read("A bomb attack on the town hall of the north was reported in Bamako, Mali, today. A bomb exploded in Gao in front of the town hall.").Reports);

    [Fact]
    public void Read_SeparateAttackInAnotherTownBehindTheLead_IsAnotherEvent() =>
        Assert.Equal(2, Read("Gunmen killed five traders in Gao, Mali, on Monday. In a separate attack, gunmen killed two herders in Mopti.").Reports.Count);

    [Fact]
    public void Read_SameNameWithAnotherDayBesideIt_IsOneEvent() => Assert.Single(
        Read("Gunmen murdered Senator Amadou Keita in Gao, Mali, on Monday, his party said.\n\nThe party met at once.\n\nOn Tuesday the minister spoke of the murder of Senator Amadou Keita.").Reports);

    [Fact]
    public void Read_DefiniteWordWithAnotherDay_PointsBack() => Assert.Single(
        Read("A bomb exploded today at a bank in Gao, Mali.\n\nThe police came at once. The explosion occurred at 21:30 on Monday.").Reports);

    [Fact]
    public void Read_OtherTargetsBehindAnotherEvent_AreAThird()
    {
        ReadingResult result = Read(
            "Gunmen killed five traders in Gao, Mali, on Monday.\n\nOn Sunday gunmen killed two herders in Mopti.\n\nGunmen killed a teacher on Monday, residents said.");

        Assert.Equal(3, result.Reports.Concat(result.Unplaced).Count());
    }

    [Fact]
    public void Read_FireSetToOtherThingsElsewhere_IsAnotherEvent()
    {
        ReadingResult result = Read("Rebels blew up a power station in Gao, Mali, on Monday. They also burned a bus on the road.");

        Assert.Equal(["arson"], result.Reports.Concat(result.Unplaced).Select(r => r.Detail).Where(d => d is not null));
    }

    [Fact]
    public void Read_BombDefusedBehindAnExplosion_IsPartOfIt() =>
        Assert.Single(Read("A bomb exploded at a bank in Gao, Mali, on Monday. The police defused the rest of the charge.").Reports);

    [Fact]
    public void Read_BombFarBehindItsDead_GivesTheType() => Assert.Equal(
        SubEventType.RemoteExplosiveLandmineIed,
        Assert.Single(Read("20 people were killed in an attack near Gao, Mali, on Monday.\n\nThe mayor asked for calm.\n\nThe car bomb hit a police truck.").Reports).SubEventType);

    [Theory]
    [InlineData("Gunmen attacked the school of Gao, Mali, on Monday and explosions were heard in the town.", SubEventType.Attack)]
    [InlineData("Gunmen attacked the school of Gao, Mali, on Monday. Residents heard several explosions.", SubEventType.Attack)]
    [InlineData("Des hommes armés ont attaqué lundi l'école de Gao, au Mali. Des explosions ont retenti.", SubEventType.Attack)]
    [InlineData("Clashes broke out in Gao, Mali, on Monday. Explosions rang out until noon.", SubEventType.ArmedClash)]
    [InlineData("Explosions were heard in Gao, Mali, on Monday.", SubEventType.RemoteExplosiveLandmineIed)]
    [InlineData("Gunmen attacked the school of Gao, Mali, on Monday with a car bomb. The explosion was heard far off.", SubEventType.RemoteExplosiveLandmineIed)]
    public void Read_ExplosionThatWasOnlyHeard_GivesWayToTheAttack(string text, SubEventType type) => Assert.Equal(type, Assert.Single(Read(text).Reports).SubEventType);

    [Fact]
    public void Read_BombsInGeneralBesideAMurder_AreNotItsType() => Assert.Equal(
        SubEventType.Attack,
        Assert.Single(Read("Bombs shook Gao, Mali, on Monday. Gunmen murdered two priests.").Reports).SubEventType);

    [Fact]
    public void Read_TollOfALaterDay_IsOfTheSameEvent() =>
        Assert.Single(Read("A bomb exploded at a market in Gao, Mali, on Monday.\n\nThe mayor came on Tuesday. By Wednesday 12 people had died.").Reports);

    private ReadingResult Read(string text) => fixture.Read(text, Day, Day);
}
