using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class ZeroTollTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string English = "Gunmen fired at a lorry near Gao, Mali, on Monday and set it on fire. ";
    private const string French = "Des hommes armés ont tiré lundi sur un camion près de Gao, au Mali, et l'ont incendié. ";

    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData(English + "No one injured.")]
    [InlineData(English + "No victims, no damage to speak of, no claim.")]
    [InlineData(English + "Nobody was hit.")]
    [InlineData(English + "No one was manhandled.")]
    [InlineData(English + "None of the four passengers was hurt.")]
    [InlineData(English + "Nobody has been reported killed or wounded.")]
    [InlineData(English + "Police said nobody was injured in the incident.")]
    [InlineData(English + "It hurt nobody.")]
    [InlineData(English + "The attackers left without hurting anybody.")]
    [InlineData(English + "They did not harm the driver.")]
    [InlineData(English + "Casualties: none.")]
    [InlineData(English + "Victims: 0.")]
    [InlineData(French + "Personne n'a été molesté.")]
    [InlineData(French + "Nul n'a été atteint.")]
    [InlineData(French + "Il n'y a pas eu de victimes.")]
    [InlineData(French + "Les assaillants n'ont blessé personne.")]
    [InlineData(French + "Ils sont repartis sans faire de mal aux passagers.")]
    [InlineData(French + "Victimes : néant.")]
    public void Read_NobodyHarmed_IsNoughtDeadAndWounded(string text) => Assert.Equal((0, 0), TollOf(text));

    [Theory]
    [InlineData(English + "Nobody was killed.", 0, null)]
    [InlineData(English + "There were no deaths.", 0, null)]
    [InlineData(English + "There were no reports of injuries.", null, 0)]
    [InlineData(French + "Personne n'a été tué.", 0, null)]
    [InlineData(French + "Aucun blessé n'est signalé.", null, 0)]
    public void Read_NoDeadOrNoWounded_SaysNothingOfTheOthers(string text, int? killed, int? wounded) => Assert.Equal((killed, wounded), TollOf(text));

    [Theory]
    [InlineData(English + "Nobody was seriously hurt.")]
    [InlineData(English + "No soldiers were hurt.")]
    [InlineData(English + "No staff were injured, the agency said.")]
    [InlineData(French + "Aucun membre du personnel n'a été blessé.")]
    [InlineData(English + "It is not known whether anybody was hurt.")]
    [InlineData(English + "There is no word on casualties.")]
    [InlineData(English + "Nobody has claimed the attack.")]
    [InlineData(English + "No one has been arrested.")]
    [InlineData(English + "The ministry gave no casualty figures.")]
    [InlineData(French + "On ne sait pas s'il y a des victimes.")]
    [InlineData(French + "Pas d'information sur les victimes.")]
    [InlineData(French + "Personne n'a revendiqué l'attaque.")]
    public void Read_TollUntold_IsUnknown(string text) => Assert.Equal((null, null), TollOf(text));

    [Theory]
    [InlineData("Three hundred people marched to the prefecture of Gao, Mali, on Monday over the price of bread and dispersed without incident.")]
    [InlineData("Trois cents personnes ont manifesté lundi à Gao, au Mali, contre le prix du pain et se sont dispersées sans heurts.")]
    public void Read_CrowdStayedCalm_HarmedNobody(string text) => Assert.Equal((0, 0), TollOf(text));

    private (int? Killed, int? Wounded) TollOf(string text)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);
        return (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate);
    }
}
