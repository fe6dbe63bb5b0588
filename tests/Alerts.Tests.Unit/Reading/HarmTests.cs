using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events: how people say how many, and what must not be taken for a number of people.
public sealed class HarmTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Theory]
    [InlineData("Gunmen attacked a farm near Gao, Mali, on Monday. A woman, 64, was found dead in the yard.", 1, null)]
    [InlineData("Gunmen attacked a farm near Gao, Mali, on Monday. A guard, 31, was killed and a nurse, 29, was wounded.", 1, 1)]
    [InlineData("Gunmen fired on a bus near Gao, Mali, on Monday. Two girls, 12 and 14, were killed.", 2, null)]
    [InlineData("Gunmen attacked a village near Gao, Mali, on Monday, killing a 34-year-old teacher.", 1, null)]
    [InlineData("Gunmen fired on a bus near Gao, Mali, on Monday. Three men, aged 34, 50 and 72, were wounded.", null, 3)]
    [InlineData("Lundi, des hommes armés ont attaqué un bus près de Gao, au Mali. Un homme de 45 ans a été tué.", 1, null)]
    [InlineData("Gunmen attacked a camp near Gao, Mali, on Monday. Five rangers and two soldiers were killed.", 7, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un camp près de Gao, au Mali. Cinq agents du parc et deux militaires ont péri.", 7, null)]
    [InlineData("Gunmen attacked a market in Gao, Mali, on Monday. Five traders died, and one guard.", 6, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un village près de Gao, au Mali. Cinq femmes et trois enfants ont été tués.", 8, null)]
    [InlineData("Gunmen attacked a convoy near Gao, Mali, on Monday. Six soldiers and a driver were killed.", 7, null)]
    [InlineData("Gunmen attacked a village near Gao, Mali, on Monday. Eight people, among them two children, were killed.", 8, null)]
    [InlineData("Gunmen fired on a car near Gao, Mali, on Monday. Both young women died.", 2, null)]
    [InlineData("Lundi, des hommes armés ont tiré sur une voiture près de Gao, au Mali. Les deux hommes sont morts.", 2, null)]
    [InlineData("Gunmen attacked a house in Gao, Mali, on Monday. A couple and their son were shot dead.", 3, null)]
    [InlineData("Gunmen raided a village near Gao, Mali, on Monday. Four men, accused by the group of having helped the army, were beheaded.", 4, null)]
    [InlineData("Gunmen stopped two buses near Gao, Mali, on Monday. The driver of the first bus, who tried to turn round, was shot in the head and died.", 1, null)]
    [InlineData("Gunmen attacked a village near Gao, Mali, on Monday. Three men were carried to the hospital dead.", 3, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un poste à Gao, au Mali. Un gendarme est mort, deux autres ont été transportés à l'hôpital.", 1, 2)]
    [InlineData("Gunmen attacked a village near Gao, Mali, on Monday. Dead: 7. Wounded: 12.", 7, 12)]
    [InlineData("Gunmen looted a warehouse in Gao, Mali, on Monday. Casualties: none.", 0, 0)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday. 3 KIA 2 WIA.", 3, 2)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday: killed 3, wounded 2.", 3, 2)]
    [InlineData("Gunmen fired on a car in Gao, Mali, on Monday. The driver has a bullet in the thigh.", null, 1)]
    [InlineData("Gunmen fired on a car in Gao, Mali, on Monday. A passenger lost a foot.", null, 1)]
    [InlineData("Gunmen fired on a car in Gao, Mali, on Monday. The driver has a wound in the arm.", null, 1)]
    [InlineData("A bomb exploded at a market in Gao, Mali, on Monday. Eight people have burns.", null, 8)]
    [InlineData("Gunmen attacked a market in Gao, Mali, on Monday. Nine people were treated at the hospital.", null, 9)]
    [InlineData("Lundi, des hommes armés ont attaqué un poste à Gao, au Mali. Un vendeur a la jambe brisée.", null, 1)]
    [InlineData("Lundi, des hommes armés ont attaqué une maison à Gao, au Mali. Le gardien a reçu un coup de crosse.", null, 1)]
    [InlineData("Lundi, des hommes armés ont tiré sur une voiture à Gao, au Mali. Le chauffeur a été touché à l'épaule.", null, 1)]
    [InlineData("Lundi, des hommes armés ont tiré sur une voiture à Gao, au Mali. Un passager a été blessé par balle.", null, 1)]
    [InlineData("Gunmen fired on a car in Gao, Mali, on Monday. No one hurt.", 0, 0)]
    [InlineData("Lundi, des hommes armés ont tiré sur une voiture à Gao, au Mali. Pas de victimes.", 0, 0)]
    [InlineData("Lundi, des hommes armés ont tiré sur une voiture à Gao, au Mali. Ni mort ni blessé.", 0, 0)]
    [InlineData("Lundi, des hommes armés ont tiré sur une voiture à Gao, au Mali. Personne n'a été blessé.", 0, 0)]
    [InlineData("Rectificatif : lundi, des hommes armés ont attaqué un village près de Gao, au Mali ; le bilan est de 4 morts et non 5.", 4, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un village près de Gao, au Mali, tuant huit personnes. Le bilan passe à 12 morts.", 12, null)]
    [InlineData("Gunmen attacked a village near Gao, Mali, on Monday. The elders buried seven people.", 7, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un village près de Gao, au Mali. Le curé en a enterré sept.", 7, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un village près de Gao, au Mali. Une vingtaine de civils ont été tués.", 20, null)]
    [InlineData("Gunmen attacked a village near Gao, Mali, on Monday. The ministry counts 4 workers killed and 11 injured.", 4, 11)]
    [InlineData("A bomb exploded in Gao, Mali, on Monday, killing two people and wounding thirteen, the mayor's office said.", 2, 13)]
    [InlineData("Gunmen fired on a truck near Gao, Mali, on Monday. The driver was killed and his apprentice wounded.", 1, 1)]
    [InlineData("Gunmen fired on a truck near Gao, Mali, on Monday. One trader was wounded; two more have light injuries.", null, 3)]
    [InlineData("Gunmen burned eleven cars in Gao, Mali, on Monday.", null, null)]
    [InlineData("Gunmen ambushed a patrol near Gao, Mali, on Monday. A patrolman and a woman selling fruit were killed.", 2, null)]
    [InlineData("Gunmen attacked a market in Gao, Mali, on Monday. The governor put the number of people killed in the attack on the market at nine.", 9, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un marché à Gao, au Mali. Bilan provisoire : 5 civils tués et 13 blessés.", 5, 13)]
    [InlineData("Lundi, des hommes armés ont attaqué un barrage à Gao, au Mali. Un membre de la sécurité intérieure a été tué et quatre autres blessés.", 1, 4)]
    [InlineData("Lundi, des hommes armés ont tiré sur la foule à Gao, au Mali. Un écolier de douze ans, touché à la tête, est mort.", 1, null)]
    [InlineData("Lundi, des hommes armés ont attaqué une maison à Gao, au Mali. Un vendeur et sa fille ont été tués.", 2, null)]
    [InlineData("Gunmen fired on a car in Gao, Mali, on Monday. Another traveller was shot and died on the road.", 1, null)]
    [InlineData("Gunmen fired on a car in Gao, Mali, on Monday. Two people with gunshot wounds were brought in.", null, 2)]
    [InlineData("Gunmen attacked a village near Gao, Mali, on Monday. Three herders lay dead.", 3, null)]
    [InlineData("A bomb exploded in Gao, Mali, on Monday. Nobody died, but four were hurt.", 0, 4)]
    [InlineData("Gunmen attacked a farm near Gao, Mali, on Monday. A watchman killed.", 1, null)]
    [InlineData("Lundi, à Gao, au Mali, une grenade a explosé : 2 morts, 1 blessé.", 2, 1)]
    [InlineData("Gunmen attacked a village near Gao, Mali, on Monday. They slit the throats of three shepherds.", 3, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un champ près de Gao, au Mali. Ils ont égorgé deux gardiens.", 2, null)]
    [InlineData("Gunmen attacked a shop in Gao, Mali, on Monday. The owner got a beating and has eleven stitches.", null, 1)]
    [InlineData("Gunmen looted a store in Gao, Mali, on Monday. Two guards were beaten.", null, 2)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday. Five were dead on arrival and one more has since died.", 6, null)]
    [InlineData("Lundi, à Gao, au Mali, des tirs de la police ont fait deux blessés parmi les manifestants.", null, 2)]
    [InlineData("Lundi, un bus a sauté sur une mine près de Gao, au Mali. Quatre blessés n'ont pas survécu.", 4, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un marché à Gao, au Mali. Deux femmes et un enfant blessés.", null, 3)]
    [InlineData("Gunmen attacked a quarry near Gao, Mali, on Monday and hacked two to death.", 2, null)]
    [InlineData("Gunmen attacked a quarry near Gao, Mali, on Monday and slit the throats of two.", 2, null)]
    [InlineData("Gunmen attacked a quarry near Gao, Mali, on Monday. The ambush cost five miners their lives.", 5, null)]
    [InlineData("Gunmen killed, late on Monday evening, three watchmen in Gao, Mali.", 3, null)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday. A herder was hit in the leg by a stray bullet.", null, 1)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday. Nineteen people were taken to Mopti for treatment.", null, 19)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday. Nineteen people needed hospital treatment.", null, 19)]
    [InlineData("A shell fell near Gao, Mali, on Monday. A herder lost a hand and some thirty goats were killed.", null, 1)]
    [InlineData("Lundi, des hommes armés ont attaqué un poste à Gao, au Mali. L'armée déplore la perte de trois soldats.", 3, null)]
    [InlineData("Lundi, des hommes armés ont attaqué un poste à Gao, au Mali. Un berger a perdu la main droite.", null, 1)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday. Two drovers were gunned down.", 2, null)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday. Two guards were beaten up.", null, 2)]
    [InlineData("Gunmen attacked a post near Gao, Mali, on Monday. A woman was hit by a stray bullet.", null, 1)]
    public void Read_Harm_CountsThoseHarmed(string text, int? killed, int? wounded)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal((killed, wounded), (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate));
    }

    [Theory]
    [InlineData("The hospital in Gao, Mali, treated 40 people for cholera on Monday.")]
    [InlineData("Twelve patients were admitted to the clinic in Gao, Mali, on Monday.")]
    [InlineData("The town of Gao, Mali, buried its former mayor on Monday.")]
    [InlineData("Lundi, à Gao, au Mali, 12 malades ont été admis au centre de santé.")]
    [InlineData("Lundi, à Gao, au Mali, deux camions sont tombés en panne.")]
    [InlineData("Lundi, à Gao, au Mali, quatre agents sont tombés malades.")]
    public void Read_TheSickAndTheBuried_RaiseNothing(string text) => Assert.Empty(fixture.Read(text, Day, Day).Reports);

    [Theory]
    [InlineData("Gunmen burned eleven cars in Gao, Mali, on Monday.")]
    [InlineData("Gunmen attacked a three-storey house in Gao, Mali, on Monday.")]
    [InlineData("Gunmen attacked a shop in Gao, Mali, on Monday. The owner, 63, hid in the kitchen.")]
    [InlineData("Gunmen raided a farm near Gao, Mali, on Monday and drove off 40 cows.")]
    [InlineData("Lundi, des hommes armés ont pillé une boutique à Gao, au Mali. Ils ont pris 12 motos.")]
    public void Read_ThingsAgesAndAnimals_AreNobody(string text)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal((null, null), (report.Killed?.Count.Estimate, report.Wounded?.Count.Estimate));
    }
}
