using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Texts that say only roughly where it was. Own wording, invented events.
public sealed class RoughPlaceTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    // A distance without a direction, a road alone, who tells it: the town is all that is known, and the report says so. A member of a force is no place.
    [Theory]
    [InlineData("Rebels attacked a convoy 20 km from Gao, Mali, on Monday.", "Gao", PlacePrecision.City, true)]
    [InlineData("Des rebelles ont attaqué un convoi à 30 km de Gao, au Mali, lundi.", "Gao", PlacePrecision.AdminArea, true)]
    [InlineData("Gunmen ambushed a bus on the road to Rutshuru, eastern Congo, on Monday.", "Rutshuru", PlacePrecision.City, true)]
    [InlineData("Lundi, des hommes armés ont tué deux commerçants sur la route d'Ansongo, au Mali.", "Ansongo", PlacePrecision.City, true)]
    [InlineData("The police chief of Santa Cruz, Bolivia, said that five men kidnapped the son of a planter on Monday.", "Santa Cruz", PlacePrecision.City, true)]
    [InlineData("In Concepción, Chile, a corporal of Carabineros was killed on Monday.", "Concepción", PlacePrecision.City, false)]
    public void Read_TownOnlyRoughlyWhereItWas_IsTakenAndSaidToBe(string text, string town, PlacePrecision precision, bool assumed)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal((town, precision), (report.Place.Name, report.Place.Precision));
        Assert.Equal(assumed, report.Reasons.ContainsKey(ReadSlot.Place));
    }

    // Where fire came from is not where it hit.
    [Theory]
    [InlineData("LAS ANOD, Somalia. Shelling from the direction of Oog on the eastern quarters on Monday. Three people died.", "LAS ANOD")]
    [InlineData("Mortar fire from positions in the hills above Uvira hit a school in Baraka, DR Congo, on Monday, killing two.", "Baraka")]
    [InlineData("Lundi, des roquettes lancées depuis les hauteurs de Masisi se sont abattues sur Sake, en RD Congo, tuant deux femmes.", "Sake")]
    [InlineData("Lundi, des tirs venant de la direction de Kiwanja ont tué trois civils à Rutshuru, en RD Congo.", "Rutshuru")]
    public void Read_WhereFireCameFrom_IsNotWhereItHit(string text, string town) => Assert.Equal(town, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

    // Where the hurt were brought, where somebody fled, spoke or nurses them.
    [Theory]
    [InlineData("Gunmen attacked a bus near Anka, Nigeria, on Monday. Two of the wounded died at the general hospital in Gusau.", "Anka")]
    [InlineData("Gunmen shot three farmers in Anka, Nigeria, on Monday. The hospital in Gusau received nine wounded.", "Anka")]
    [InlineData("Four girls were taken to Maiduguri after gunmen raided Gwoza, Nigeria, on Monday.", "Gwoza")]
    [InlineData("On Monday three herders were shot dead in Ouallam, Niger, the prefect told journalists at Tillabéri.", "Ouallam")]
    [InlineData("Lundi, trois bergers ont été tués à Ouallam, au Niger, a dit le préfet lors d'un point de presse à Tillabéri.", "Ouallam")]
    [InlineData("Lundi, une attaque près d'Ansongo, au Mali, a fait des blessés, évacués par hélicoptère vers Gao.", "Ansongo")]
    [InlineData("Lundi, des hommes armés ont attaqué un bus près d'Ansongo, au Mali. Deux blessés ont été transférés au centre de santé de Gao.", "Ansongo")]
    public void Read_WhereTheHurtWereBroughtOrSomebodySpoke_IsNotWhereItWas(string text, string town) => Assert.Equal(town, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

    [Theory]
    [InlineData("On Monday gunmen stormed the hospital in Gusau, Nigeria, and shot two nurses.", "Gusau")]
    [InlineData("On Monday a bomb exploded at the hospital in Gusau, Nigeria, killing two.", "Gusau")]
    [InlineData("Lundi, des hommes armés ont attaqué l'hôpital de Gao, au Mali.", "Gao")]
    [InlineData("On Monday five people from the village of Kaya, Burkina Faso, were killed by gunmen.", "Kaya")]
    [InlineData("On Monday a patrol was ambushed close to Dori, Burkina Faso. Three soldiers died.", "Dori")]
    public void Read_HospitalThatWasHit_IsWhereItWas(string text, string town) => Assert.Equal(town, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

    // The only town that the text names beside is where the other event was.
    [Fact]
    public void Read_EventWithoutATownBesideAnotherOne_IsWhereTheTextWasFiled()
    {
        ReadingResult result = fixture.Read("LAKKI MARWAT, Pakistan, Sept 17: Gunmen shot dead four policemen on Monday in the limits of Dadiwala police station.\n\nSeparately, a hand grenade went off in the courtyard of a house in Serai Naurang on Tuesday.", Day, Day);

        Assert.Equal(["LAKKI MARWAT", "Serai Naurang"], result.Reports.Select(r => r.Place.Name));
    }

    // A people's name says whose somebody is, not where.
    [Theory]
    [InlineData("Shops belonging to Syrian families were stoned in Gaziantep, Turkey, on Monday.", "Gaziantep")]
    [InlineData("Des hommes armés ont tiré sur le bus des Maliens à Agadez, au Niger, lundi.", "Agadez")]
    public void Read_NameOfAPeopleBeside_SaysNotWhereItWas(string text, string town) => Assert.Equal(town, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

    // A message that names no town tells of its sender's.
    [Theory]
    [InlineData("From: Duty officer Gao\nTo: Day team, Mali\n\nOn Monday three rockets hit the wall of the airport. Two guards were wounded.", "Gao")]
    [InlineData("De : Base de Gao\nÀ : coordination, Mali\n\nLundi, trois roquettes ont touché le mur de l'aéroport. Deux gardes ont été blessés.", "Gao")]
    [InlineData("From: Duty officer Gao\nTo: Day team, Mali\n\nOn Monday three rockets hit the market of Ansongo. Two guards were wounded.", "Ansongo")]
    public void Read_MessageWithItsSender_IsAtTheTownItNamesElseTheSenders(string text, string town) => Assert.Equal(town, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

    // A force, a make of buses and a cinema bear names that places bear as well.
    [Theory]
    [InlineData("Two men of the District Reserve Guard died in an ambush in Bijapur district, India, on Monday.", "Bijapur")]
    [InlineData("Bandits who came in three Sienna buses attacked the police in Orsu, Nigeria, on Monday.", "Orsu")]
    [InlineData("On Monday gunmen in a Hilux pickup killed two traders in Gao, Mali.", "Gao")]
    public void Read_NameThatIsNoPlaceBesideAPlace_IsNotWhereItWas(string text, string name)
    {
        ReadingResult result = fixture.Read(text, Day, Day);

        Assert.Equal(name, Assert.Single(result.Reports.Concat(result.Unplaced)).Place.Name);
    }

    // Where an accord was signed, where a lorry was bound.
    [Theory]
    [InlineData("Two factions that signed a truce brokered in Khartoum fought in the streets of Bria, Central African Republic, on Monday.", "Bria")]
    [InlineData("Gunmen burnt a bus bound for Ansongo at the gates of Gao, Mali, on Monday.", "Gao")]
    public void Read_PlaceOfSomethingElse_IsNotWhereItWas(string text, string town) => Assert.Equal(town, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

    // Towns as newspapers in French write them.
    [Theory]
    [InlineData("Ukraine", "Boutcha", 50.5)]
    [InlineData("Afghanistan", "Lachkar Gah", 31.6)]
    [InlineData("Libye", "Zaouïa", 32.8)]
    [InlineData("Soudan", "Ouad Médani", 14.4)]
    [InlineData("Yémen", "Taëz", 13.6)]
    public void Read_TownInFrenchSpelling_IsFound(string country, string town, double latitude)
    {
        ReadPlace place = Assert.Single(fixture.Read($"{country}. Des hommes armés ont tué deux personnes lundi à {town}.", Day, Day).Reports).Place;

        Assert.Equal((town, PlacePrecision.City), (place.Name, place.Precision));
        Assert.InRange(place.Point.Latitude, latitude - 0.3, latitude + 0.3);
    }
}
