using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// What lists, bulletins, messages and corrections have that articles have not: own wording, invented events.
public sealed class FieldReportTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2025, 9, 29);

    [Fact]
    public void Read_EntryHeadedByPlaceDayAndHour_TakesThemForWhatFollows()
    {
        ReadReport report = Only("Mozambique, week 39.\n\nINCIDENTS\n* Pemba — 22 Sep, ~20:00. Armed men went from house to house. 4 civilians killed.");

        Assert.Equal("Pemba", report.Place.Name);
        Assert.Equal(new DateOnly(2025, 9, 22), report.Time.LocalDate);
    }

    [Fact]
    public void Read_NumberedSubentries_KeepTheirPlacesApart()
    {
        ReadingResult read = Read("South Sudan\n\n 2.1 Malakal, Sun 28 Sep. Gunmen fired on a barge, two deckhands wounded.\n 2.2 Torit, Fri 26 Sep. A trader was shot dead by robbers.");

        Assert.Equal(["Malakal", "Torit"], read.Reports.Select(r => r.Place.Name));
    }

    [Fact]
    public void Read_HeadingThatNamesAUnit_IsNoTownAbroad() =>
        Assert.Equal("MZ", Only("CABO DELGADO / WEEK 39\n\nOn 25 Sep gunmen killed two fishermen in Pemba.").Place.CountryCode);

    [Fact]
    public void Read_SentenceThatBeginsWithAnOldDate_IsBackground()
    {
        ReadingResult read = Read("On 16 December 2014 a band of gunmen climbed over the wall of a school in Peshawar, Pakistan, and killed 150 people.");

        Assert.Empty(read.Reports);
        Assert.All(read.Background, b => Assert.Equal(BackgroundKind.Past, b.Kind));
    }

    [Fact]
    public void Read_UndatedSentenceBehindAnOldDay_IsBackground() =>
        Assert.Empty(Read("I came to Bojayá in Colombia a week after 2 May 2002. The bomb had gone through the roof and killed the families at the altar.").Reports);

    [Fact]
    public void Read_PrepositionBeforeAnArticle_PlansNothing() =>
        Assert.Equal(SubEventType.Arrests, Only("In Mazatlán, 200 kilometers to the south, marines arrested six men on Sunday in Mexico.").SubEventType);

    [Fact]
    public void Read_DistrictOfACity_LiesInTheCity()
    {
        ReadReport report = Only("Gunmen walked into a bar in the Tierra Blanca district of Culiacán, Mexico, late on Sunday and killed four men.");

        Assert.Equal("Culiacán", report.Place.Name);
        Assert.Equal(PlacePrecision.City, report.Place.Precision);
    }

    [Fact]
    public void Read_BeachThatTheGazetteerDoesNotKnow_LiesInTheOnlyTown() =>
        Assert.Equal("Mogadishu", Only("In Somalia 37 people were killed in Friday evening's attack on Lido beach. Mogadishu buried them on Sunday.").Place.Name, ignoreCase: true);

    [Fact]
    public void Read_WhereTheHurtWereBrought_IsNotWhereItHappened() =>
        Assert.NotEqual("Diffa", Only("Niger : lundi, un véhicule a roulé sur un engin explosif à la sortie de Toumour. 1 gendarme décédé, 3 blessés évacués sur Diffa.", unplaced: true).Place.Name);

    [Fact]
    public void Read_TrucksStoppedByGunmen_AreNotArrested()
    {
        ReadReport report = Only("Hier matin, à Diéma au Mali, cinq camions-citernes ont été arrêtés par des hommes armés qui ont mis le feu aux cuves.");

        Assert.Equal(SubEventType.LootingPropertyDestruction, report.SubEventType);
    }

    [Fact]
    public void Read_MessageWithoutCapitals_FindsItsTown()
    {
        ReadReport report = Only("slt a ts. hier ver 16h minibus venan de bandiagara a sauté sur 1 mine. 2 mort sur place + 9 blessé");

        Assert.Equal("bandiagara", report.Place.Name);
        Assert.Equal("ML", report.Place.CountryCode);
    }

    [Theory]
    [InlineData("On Sunday we said that a drone had struck the refinery of Zawiya in Libya. This was wrong.")]
    [InlineData("Nous avons rapporté l'enlèvement de quatre agents dimanche à Diffa, au Niger. L'information est inexacte.")]
    public void Read_Correction_ReportsNothing(string text)
    {
        ReadingResult read = Read(text);

        Assert.Empty(read.Reports);
        Assert.Empty(read.Unplaced);
    }

    // Words that mostly tell of sport, accidents or corrections, in texts of attacks.
    [Theory]
    [InlineData("A bus was shot up by bandits near Gao, Mali, on Sunday.")]
    [InlineData("Three teachers were abducted on Sunday: they were taken in Gao, Mali, by gunmen.")]
    [InlineData("A shop keeper was killed by a bomb in Gao, Mali, on Sunday.")]
    [InlineData("Cinq supporters d'un parti ont été tués par une bombe dimanche à Gao, au Mali.")]
    [InlineData("A car crashed into a checkpoint in Gao, Mali, on Sunday and exploded, killing five soldiers.")]
    [InlineData("Gunmen attacked the market of Gao, Mali, on Sunday. The army post has been withdrawn.")]
    [InlineData("Gunmen attacked the market of Gao, Mali, on Sunday. Local elections did not take place.")]
    [InlineData("Des hommes armés ont attaqué Gao, au Mali, dimanche. La foire n'a pas eu lieu.")]
    public void Read_AttackInWordsOfOtherThings_IsReportedWhereItWas(string text) => Assert.Equal("Gao", Only(text).Place.Name);

    [Theory]
    [InlineData("ISWAP said it had killed nine soldiers in Gao, Mali, on Sunday.")]
    [InlineData("JNIM claimed the killing of two teachers in Gao, Mali, on Sunday.")]
    [InlineData("Four members of a kidnapping ring abducted a trader in Gao, Mali, on Sunday.")]
    [InlineData("Three teachers are still being held hostage in Gao, Mali, since Sunday.")]
    public void Read_DeedWithinTheWordsOfWhoSpeaks_IsReported(string text) => Assert.Equal("Gao", Only(text).Place.Name);

    [Theory]
    [InlineData("Gunmen took five nuns hostage in Gao, Mali, on Sunday.", SubEventType.AbductionForcedDisappearance)]
    [InlineData("Bandits led twelve villagers into the bush near Gao, Mali, on Sunday.", SubEventType.AbductionForcedDisappearance)]
    [InlineData("Gunmen set a church alight in Gao, Mali, on Sunday.", SubEventType.LootingPropertyDestruction)]
    [InlineData("Rebels blew a bridge up near Gao, Mali, on Sunday.", SubEventType.RemoteExplosiveLandmineIed)]
    [InlineData("Dimanche, des rebelles ont fait sauter un pont à Gao, au Mali.", SubEventType.RemoteExplosiveLandmineIed)]
    [InlineData("Rebels attacked the police post of Gao, Mali, with explosives on Sunday.", SubEventType.RemoteExplosiveLandmineIed)]
    [InlineData("Police arrested two men with explosives in Gao, Mali, on Sunday.", SubEventType.Arrests)]
    [InlineData("Rebels sabotaged the power line of Gao, Mali, on Sunday.", SubEventType.Attack)]
    public void Read_VerbWithItsObjectOrMeans_SaysWhatItWas(string text, SubEventType type) => Assert.Equal(type, Only(text).SubEventType);

    [Theory]
    [InlineData("The minister held talks with hostage families in Gao, Mali, on Sunday.")]
    [InlineData("A helicopter took the freed hostages home from Gao, Mali, on Sunday.")]
    [InlineData("Bodyguards led the minister away in Gao, Mali, on Sunday.")]
    [InlineData("Officials in Gao, Mali, warned of threats against democracy on Sunday.")]
    [InlineData("The court overturned the ruling on a bus owner in Gao, Mali, on Sunday.")]
    [InlineData("The judge of Gao, Mali, spoke of members of a kidnapping ring and of a social time bomb on Sunday.")]
    public void Read_HalvesThatAreNoVerb_TellNothing(string text) => Assert.Empty(Read(text).Reports);

    [Theory]
    [InlineData("Two nurses in Gao, Mali, received death threats on Sunday.", "nurses")]
    [InlineData("Rebels threatened to kill the judges of Gao, Mali, on Sunday.", "judges")]
    [InlineData("There are threats against teachers in Gao, Mali, the union said on Sunday.", "teachers")]
    public void Read_Threat_NamesWhomItIsDirectedAt(string text, string target)
    {
        ReadReport report = Only(text);

        Assert.Equal(LocalType.IntimidationThreat, report.LocalType);
        Assert.Contains(report.TargetPhrases, t => t.Text.Contains(target, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_GroupOfAnotherEntry_DidNotDoThisOne() =>
        Assert.DoesNotContain(
            Only("Nigeria\n\n* Maiduguri — 28 Sep. Armed men went from house to house. 4 civilians killed.\n* Jos — 28 Sep. In court the history of Boko Haram was read out.").Actors,
            a => a.Name == "Boko Haram" && a.Attribution != Attribution.Assumed);

    [Theory]
    [InlineData("Armed men came to a guest house in Gao, Mali, on Sunday and took four people away with them.", SubEventType.AbductionForcedDisappearance)]
    [InlineData("On Sunday a helicopter of the army fired on villagers near Gao, in Mali, and killed six.", SubEventType.AirDroneStrike)]
    [InlineData("On Sunday two jets of the air force bombed a school in Gao, Mali.", SubEventType.AirDroneStrike)]
    [InlineData("Dimanche, des jeunes barrent la route à Gao, au Mali, à cause d'une taxe.", SubEventType.PeacefulProtest)]
    [InlineData("The army cleansed the town of Menaka, Mali, on Sunday, its spokesman said.", SubEventType.GovernmentRegainsTerritory)]
    public void Read_DeedOfSeveralWords_HasItsType(string text, SubEventType type) => Assert.Equal(type, Only(text).SubEventType);

    [Theory]
    [InlineData("An ambulance took four people away from the market of Gao, in Mali, on Sunday.")]
    [InlineData("Residents of Gao, in Mali, saw three injured soldiers being taken away on Sunday.")]
    [InlineData("Thieves took the laptops away from an office in Gao, Mali, on Sunday.")]
    public void Read_TakenAwayWithoutForce_IsNoAbduction(string text) =>
        Assert.DoesNotContain(Read(text).Reports, r => r.SubEventType == SubEventType.AbductionForcedDisappearance);

    [Theory]
    [InlineData("Deux mille réfugiés sont entrés dans la ville de Diffa, au Niger, dimanche.")]
    [InlineData("The president entered the town of Gao, Mali, on Sunday to cheers.")]
    [InlineData("The minister closed the road between Gao and Ansongo, Mali, on Sunday for repairs.")]
    public void Read_ComingsAndGoings_AreNoEvents(string text) => Assert.Empty(Read(text).Reports);

    [Theory]
    [InlineData("Des hommes armés sont entrés dans le village près de Gao, au Mali, dimanche.")]
    [InlineData("Gunmen entered the town of Diffa, Niger, on Sunday.")]
    public void Read_ArmedWhoEnter_AreAnAttack(string text) => Assert.Equal(SubEventType.Attack, Only(text).SubEventType);

    [Fact]
    public void Read_TorchThatSomebodyLooksFor_SetsNothingOnFire() =>
        Assert.Equal(SubEventType.Attack, Only("By the time the watchman had found his torch, gunmen had shot dead a cook in Gao, Mali, on Sunday.").SubEventType);

    private ReadingResult Read(string text) => fixture.Read(text, Day, Day);

    private ReadReport Only(string text, bool unplaced = false) => Assert.Single(unplaced ? [.. Read(text).Reports, .. Read(text).Unplaced] : Read(text).Reports);
}
