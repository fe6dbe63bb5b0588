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

    // A people's name says whose somebody is, not where.
    [Theory]
    [InlineData("Shops belonging to Syrian families were stoned in Gaziantep, Turkey, on Monday.", "Gaziantep")]
    [InlineData("Des hommes armés ont tiré sur le bus des Maliens à Agadez, au Niger, lundi.", "Agadez")]
    public void Read_NameOfAPeopleBeside_SaysNotWhereItWas(string text, string town) => Assert.Equal(town, Assert.Single(fixture.Read(text, Day, Day).Reports).Place.Name);

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
