using Alerts.Reading;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Places told with what they lie in. Own wording, invented events; places are GeoNames'.
public sealed class ChainedPlaceTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    // A department or state that bears a town's name as well is no second town.
    [Theory]
    [InlineData("In Malacatán, San Marcos, Guatemala, masked men shot dead a lorry driver on Monday.", "Malacatán")]
    [InlineData("On Monday hooded men opened fire on a patrol car at the market of Tecate, Baja California, Mexico.", "Tecate")]
    [InlineData("Lundi, des hommes armés ont tué un commerçant à Malacatán (San Marcos), au Guatemala.", "Malacatán")]
    [InlineData("Lundi, une bombe a explosé à Bello, Medellín, en Colombie, tuant deux passants.", "Bello")]
    public void Read_TownAndWhatItLiesIn_IsOneEvent(string text, string town) => Assert.Equal(town, Assert.Single(Read(text).Reports).Place.Name);

    [Theory]
    [InlineData("Gunmen killed five traders in Gao, Mopti and Kidal, Mali, on Monday.")]
    [InlineData("Des hommes armés ont tué cinq commerçants à Gao, Mopti et Kidal, au Mali, lundi.")]
    [InlineData("On Monday bombs went off in Gao, Mopti, and Kidal, Mali.")]
    public void Read_TownsThatAndJoins_AreOneEventEach(string text) => Assert.Equal(["Gao", "Mopti", "Kidal"], Read(text).Reports.Select(r => r.Place.Name));

    // The Buenavista of the gazetteer lies in the next province, La Victoria and Khogyani in other ones.
    [Fact]
    public void Read_PartOfATownThatTheGazetteerLacks_IsAtTheTown()
    {
        ReadReport report = Assert.Single(Read("Four men shot dead a councilman on Monday in Barangay Buenavista, Himamaylan City, in the Philippines.").Reports);

        Assert.Equal(PlacePrecision.City, report.Place.Precision);
        Assert.Equal(10.10, report.Place.Point.Latitude, 1);
        Assert.True(report.Reasons.ContainsKey(ReadSlot.Place));
    }

    [Theory]
    [InlineData("Three soldiers stepped on a mine on Monday near La Victoria, in Apure State, Venezuela, and died.", "La Victoria", "VE")]
    [InlineData("Afghanistan: on Monday gunmen shot dead a nurse in Khogyani, Nangarhar.", "Khogyani", "AF")]
    [InlineData("Afghanistan : lundi, des hommes armés ont tué une infirmière à Khogyani (Nangarhar).", "Khogyani", "AF")]
    public void Read_HomonymOutsideTheUnitTold_IsNotMeant(string text, string name, string country)
    {
        ReadPlace place = Assert.Single(Read(text).Reports).Place;

        Assert.Equal((name, country, PlacePrecision.AdminArea), (place.Name, place.CountryCode, place.Precision));
    }

    // The gazetteer counts Torodi to the next region, or the name behind the comma does something of its own.
    [Theory]
    [InlineData("Gunmen killed five traders in Torodi, in the Tillaberi region of Niger, on Monday.", "Torodi")]
    [InlineData("After gunmen killed five traders in Ansongo, Bamako sent troops to the north of Mali on Monday.", "Ansongo")]
    public void Read_NameThatBarsNothing_LeavesThePlace(string text, string town) =>
        Assert.Equal((town, PlacePrecision.City), Assert.Single(Read(text).Reports).Place is var place ? (place.Name, place.Precision) : default);

    private ReadingResult Read(string text) => fixture.Read(text, Day, Day);
}
