using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// What stands behind an attack and denies something, but not that it happened: each of the first list once took the attack back, or might have. Own wording, invented events.
public sealed class DenialTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string Attack = "Gunmen attacked the market of Gao, Mali, on Sunday and killed six people. ";
    private const string Attaque = "Des hommes armés ont attaqué le marché de Gao, au Mali, dimanche et tué six personnes. ";
    private static readonly DateOnly Day = new(2025, 9, 29);

    [Theory]
    [InlineData(Attack + "The governor said that no attack would go unpunished.")]
    [InlineData(Attack + "No attack of this kind had happened in the town before.")]
    [InlineData(Attack + "We must not permit terrorist actions, the president said.")]
    [InlineData(Attack + "There was no attack on the neighbouring village.")]
    [InlineData(Attack + "Nobody has claimed the attack.")]
    [InlineData(Attack + "The army denied that it had killed anybody.")]
    [InlineData(Attack + "The army denied any part in the attack.")]
    [InlineData(Attack + "It was not the first attack on the market.")]
    [InlineData(Attack + "Police did not rule out further attacks.")]
    [InlineData(Attack + "The mayor called reports of a second attack false.")]
    [InlineData(Attack + "Reports that the mayor had been killed were false.")]
    [InlineData(Attack + "Contrary to first reports, no soldiers were killed.")]
    [InlineData(Attack + "Rumours of another attack emptied the schools.")]
    [InlineData(Attack + "No soldiers were killed.")]
    [InlineData(Attack + "The attackers did not attack the barracks.")]
    [InlineData(Attack + "Residents disputed that only six had been killed.")]
    [InlineData(Attack + "It was not clear who attacked the market.")]
    [InlineData(Attack + "A video said to show the attack is from another country.")]
    [InlineData(Attack + "A second bomb failed to explode.")]
    [InlineData(Attack + "There were no arrests.")]
    [InlineData(Attack + "The town had not been attacked since 2020.")]
    [InlineData(Attack + "The rebels said that they never attack civilians.")]
    [InlineData(Attack + "It is untrue that the army fled, said its spokesman.")]
    [InlineData(Attack + "The hospital asked people to ignore a false alarm about a second attack.")]
    [InlineData(Attack + "In another town an alarm turned out to be false.")]
    [InlineData(Attack + "A separate report of an explosion in Bamako turned out to be a gas cylinder.")]
    [InlineData(Attack + "No one was arrested after the attack, and calm has returned.")]
    [InlineData(Attack + "All has been calm since then.")]
    [InlineData(Attack + "Not a single soldier came during the attack.")]
    [InlineData(Attack + "The authorities never mentioned the attack.")]
    [InlineData(Attaque + "Le gouverneur a dit qu'aucune attaque ne resterait impunie.")]
    [InlineData(Attaque + "Aucun groupe n'a revendiqué l'attaque.")]
    [InlineData(Attaque + "L'armée dément toute implication.")]
    [InlineData(Attaque + "Ce n'était pas la première attaque contre le marché.")]
    [InlineData(Attaque + "Aucune arrestation n'a eu lieu.")]
    [InlineData(Attaque + "Le maire a démenti la mort d'un adjoint.")]
    [InlineData(Attaque + "Une rumeur d'attaque a vidé les écoles.")]
    [InlineData(Attaque + "Le calme est revenu.")]
    [InlineData(Attaque + "L'information selon laquelle le maire serait mort est fausse.")]
    [InlineData(Attaque + "Aucun soldat n'est venu pendant l'attaque.")]
    [InlineData(Attack + "In Mopti people ran when a burst tyre was mistaken for a bomb.")]
    [InlineData(Attack + "The message about Kidal is false.")]
    [InlineData(Attaque + "À Mopti, ce n'étaient que des tirs de mariage.")]
    public void Read_OtherThingDeniedBehindAnAttack_LeavesItStanding(string text)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal("Gao", report.Place.Name);
        Assert.Equal(Day.AddDays(-1), report.Time.LocalDate);
    }

    // Who is accused denies: that is for the officer to weigh.
    [Theory]
    [InlineData("Soldiers shot dead four fishermen near Gao, Mali, on Sunday, their families say. The report is false, an army spokesman said.")]
    [InlineData("Des soldats ont abattu quatre pêcheurs près de Gao, au Mali, dimanche, selon leurs familles. L'état-major parle d'une fausse information.")]
    public void Read_DeniedByTheAccused_IsReportedWithTheDenial(string text)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal("Gao", report.Place.Name);
        Assert.Equal((Standing.Denied, ClaimantKind.Authorities), (report.Denial?.Standing, report.Denial?.Claimant));
        Assert.DoesNotContain(report.Standings, s => s is { Standing: Standing.Reported, Claimant: ClaimantKind.Authorities });
    }

    [Theory]
    [InlineData("Messages say that gunmen attacked the market of Gao, Mali, on Sunday. No such attack took place.")]
    [InlineData("Messages say that gunmen attacked the market of Gao, Mali, on Sunday. There was no attack.")]
    [InlineData("Gunmen attacked the market of Gao, Mali, on Sunday. Please disregard.")]
    [InlineData("Gunmen attacked the market of Gao, Mali, on Sunday, a post says. It is fake news.")]
    [InlineData("Gunmen attacked the market of Gao, Mali, on Sunday, people wrote. The story was false.")]
    [InlineData("On Sunday we wrote that gunmen attacked the market of Gao, Mali. It did not happen.")]
    [InlineData("Un message dit que des hommes armés ont attaqué le marché de Gao, au Mali, dimanche. C'est faux.")]
    [InlineData("Un message dit que des hommes armés ont attaqué le marché de Gao, au Mali, dimanche. L'attaque n'a pas eu lieu.")]
    public void Read_AttackTakenBack_IsNoReport(string text) => Assert.Empty(fixture.Read(text, Day, Day).Reports);

    [Fact]
    public void Read_TitleThatCallsItFalse_IsSetAside()
    {
        ReadingResult result = fixture.Read("Parents came running. Gunmen had entered the school of Gao, Mali, on Sunday and killed the headmaster, a message said. He stood at the gate.", Day, Day, title: "No, the school of Gao was not attacked");

        Assert.Empty(result.Reports);
        Assert.Contains(result.Background, b => b.Kind == BackgroundKind.Denied);
    }

    // Only what the next line answers is taken back.
    [Fact]
    public void Read_ChatLineThatAnswersFalse_TakesBackTheLineBefore()
    {
        ReadingResult result = fixture.Read("[13/07/2023, 06:52] Kasereka: gunmen killed two drivers in Bunia, DR Congo, today\n[13/07/2023, 08:10] Dieudo: the bridge of Epulu was blown up by rebels\n[13/07/2023, 08:26] Pascal: FALSE. A truck broke it.", new DateOnly(2023, 7, 13), new DateOnly(2023, 7, 13));

        Assert.Equal("Bunia", Assert.Single(result.Reports).Place.Name);
    }

    [Fact]
    public void Read_TitleThatSaysThereWasNone_SetsAllAside() =>
        Assert.Empty(fixture.Read("A row of gas cylinders went up in the kitchen of a wedding hall in Jalalabad, Afghanistan, on Tuesday. Within minutes phones all over town said \"suicide attack\" and gave the number of dead as 80.", Day, Day, title: "No bomb in Jalalabad, governor insists").Reports);

    [Fact]
    public void Read_TextAboutAnExercise_IsNoReport() =>
        Assert.Empty(fixture.Read("Passengers of the flight from Gao, Mali, had a good view from behind the glass: four men with black scarves drove up in a jeep on Thursday, fired in the air and dragged a lady to the desk. Nineteen people were lying on the floor of the hall. They were students of nursing from two colleges, and their wounds were made from ketchup. The exercise was to show how the police and three hospitals work together. It took forty minutes until the hostage was free.", Day, Day).Reports);
}
