using Alerts.Reading;
using Alerts.Reading.Places;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events; places and ids are GeoNames'.
public sealed class PlaceTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2024, 9, 18);

    [Fact]
    public void Read_DistanceAndDirection_IsReckoned()
    {
        ReadPlace place = Assert.Single(Read("On Monday gunmen killed five traders on a track 50 km south of Gao, in Mali.").Reports).Place;

        // Gao lies at 16.27 N; half a degree is 55.6 km.
        Assert.InRange(place.Point.Latitude, 15.77, 15.88);
        Assert.Null(place.GeonameId);
    }

    // Bria and Ippy lie 92 km apart, on one road.
    [Theory]
    [InlineData("On Monday gunmen killed five traders on the road between Bria and Ippy, in the Central African Republic.")]
    [InlineData("Lundi, des hommes armés ont tué cinq commerçants sur l'axe Bria–Ippy, en République centrafricaine.")]
    public void Read_RoadBetweenTwoTowns_IsInItsMiddle(string text)
    {
        ReadReport report = Assert.Single(Read(text).Reports);

        Assert.Equal(6.40, report.Place.Point.Latitude, 1);
        Assert.Equal(21.59, report.Place.Point.Longitude, 1);
        Assert.Contains("middle", report.Reasons[ReadSlot.Place], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Commune_IsTheTownThatItIsCalledAfter()
    {
        ReadReport report = Assert.Single(Read("Lundi, des hommes armés ont tué cinq personnes dans la commune de Kenscoff, en Haïti.").Reports);

        Assert.Equal((PlacePrecision.City, "Kenscoff"), (report.Place.Precision, report.Place.Name));
    }

    [Fact]
    public void Read_Sector_IsTheTownThatItIsCalledAfter() =>
        Assert.Equal(PlacePrecision.City, Assert.Single(Read("Lundi, une frappe aérienne a tué dix terroristes dans le secteur de Niono, au Mali.").Reports).Place.Precision);

    [Theory]
    [InlineData("Lundi, des hommes armés ont tué cinq personnes à dix kilomètres de Fada N'Gourma, sur la route de Pama, au Burkina Faso.", "Fada N'Gourma")]
    [InlineData("On Monday gunmen killed five traders in Gao, on the road to Bamako, in Mali.", "Gao")]
    public void Read_WhereARoadLeads_IsNotWhereItHappened(string text, string name) => Assert.Equal(name, Assert.Single(Read(text).Reports).Place.Name);

    // Nobody who writes about them names the country; some of them are small towns elsewhere, too.
    [Theory]
    [InlineData("Gunmen killed four people in Tigray on Sunday.", "ET")]
    [InlineData("Gunmen killed four people in Kashmir on Sunday.", "IN")]
    [InlineData("A bomb killed four people in the Donbas on Sunday.", "UA")]
    [InlineData("In the West Bank soldiers killed four people on Sunday.", "PS")]
    [InlineData("Gunmen killed four people in Anambra state on Sunday.", "NG")]
    [InlineData("Gunmen killed four people in Sindh on Sunday.", "PK")]
    [InlineData("Des hommes armés ont tué quatre personnes dans le Sinaï dimanche.", "EG")]
    [InlineData("Des hommes armés ont tué quatre personnes en Ituri dimanche.", "CD")]
    public void Read_RegionAlone_TellsItsCountry(string text, string country)
    {
        ReadPlace place = Assert.Single(Read(text).Reports).Place;

        Assert.Equal((country, PlacePrecision.AdminArea), (place.CountryCode, place.Precision));
    }

    [Fact]
    public void Read_GazaCity_IsATown() =>
        Assert.Equal((PlacePrecision.City, "PS"), Assert.Single(Read("Soldiers opened fire in Gaza City on Sunday, killing four.").Reports).Place is var place ? (place.Precision, place.CountryCode) : default);

    // One side of the border may have no gazetteer entry; the country that heads the entry counts.
    [Fact]
    public void Read_EntriesHeadedByCountries_AreInThem()
    {
        ReadingResult result = Read("Digest of the week\n\nNIGERIA. Mon 16, near Damasak: a column ran into an ambush. Ten soldiers dead.\n\nCAMEROON. Kolofata, Tue 17: someone threw a hand grenade over a fence. A man was killed.\n\nCHAD. Wed 18: six fishermen from an island off Baga Sola were abducted.");

        Assert.Equal(["NG", "CM", "TD"], result.Reports.Concat(result.Unplaced).OrderBy(r => r.TypeEvidence.Start).Select(r => r.Place.CountryCode));
    }

    [Fact]
    public void Read_CapitalFarAway_IsNotWhereItHappened() =>
        Assert.DoesNotContain(Read("Samedi, des rebelles ont attaqué une base à 70 kilomètres de la capitale, en Centrafrique, et tué deux soldats.").Reports, r => r.Place.Precision == PlacePrecision.City);

    [Fact]
    public void Read_RoadNamedByTwoTownsAndAHyphen_IsBetweenThem()
    {
        ReadPlace place = Assert.Single(Read("Coupeurs de route hier sur l'axe Batangafo-Kabo, en RCA, un camion vidé, un apprenti tué.").Reports).Place;

        Assert.InRange(place.Point.Latitude, 7.32, 7.68);
    }

    [Fact]
    public void Read_TownWrittenWithAHyphenThatTheGazetteerLacks_IsFound() =>
        Assert.Equal("HT", Assert.Single(Read("Tirs nourris à Pétion-Ville.").Reports).Place.CountryCode);

    [Fact]
    public void Read_RoadBetweenTownsFarApart_IsOneEvent() =>
        Assert.Single(Read("On Monday an army pick-up drove over a mine between Aguililla and El Aguaje, Mexico. One soldier died.").Reports);

    // Towns of India and Sweden are called Mora, too.
    [Fact]
    public void Read_TownOfAGroupsCountry_IsThatOne() =>
        Assert.Equal("CM", Assert.Single(Read("Boko Haram est venu à Mora hier nuit. Un vigilant tué.").Reports).Place.CountryCode);

    [Theory]
    [InlineData("On Monday gunmen killed five traders at 13°55'30\"N 43°30'10\"E in Yemen.", 13.925, 43.5028)]
    [InlineData("On Monday gunmen killed five traders at N 01°46'30\" E 030°15'10\" in DR Congo.", 1.775, 30.2528)]
    [InlineData("On Monday an IED exploded under a truck at grid 41R PR 5528 2997, one driver was killed.", 31.895, 64.642)]
    [InlineData("On Monday gunmen killed five traders at 16.2716, -0.0447.", 16.2716, -0.0447)]
    public void Read_Coordinates_GiveThePoint(string text, double latitude, double longitude)
    {
        ReadPlace place = Assert.Single(Read(text).Reports).Place;

        Assert.Equal(PlacePrecision.Point, place.Precision);
        Assert.Equal(latitude, place.Point.Latitude, 2);
        Assert.Equal(longitude, place.Point.Longitude, 2);
    }

    // "Rwandan troops" may be anywhere; three towns of Mozambique are in Mozambique.
    [Fact]
    public void Read_TownsOfOneCountryAndForeignTroops_IsInTheCountryOfTheTowns()
    {
        ReadReport report = Read("Insurgents attacked a convoy in Montepuez on Monday and killed five traders. Rwandan troops came from Pemba, and people fled to Nampula.").Reports[0];

        Assert.Equal("MZ", report.Place.CountryCode);
    }

    // Santiago is a town in Brazil, too, and Tripoli the capital of Libya.
    [Theory]
    [InlineData("SANTIAGO, 18 Sep 2024 (AGENCY) -- On Monday gunmen killed a policeman in Santiago. The Brazilian embassy is closed.", "CL")]
    [InlineData("TRIPOLI (Lebanon), 18 Sep 2024 (AGENCY) -- On Monday gunmen killed a policeman in Tripoli.", "LB")]
    public void Read_TownWhereTheTextWasFiled_IsTheOneThatItSpeaksOf(string text, string country) =>
        Assert.Equal(country, Assert.Single(Read(text).Reports).Place.CountryCode);

    [Theory]
    [InlineData("CARACAS (Venezuela), 18 Sep 2024 (AGENCY) -- The president's brother-in-law was kidnapped in Colombia on Monday, relatives in Caracas said.", "CO")]
    [InlineData("GUATEMALA CITY, 18 Sep 2024 (AGENCY) -- Five student leaders who were threatened with death on Monday have sought refuge in Panama and Mexico, their union said.", "GT")]
    [InlineData("GUATEMALA CITY, 18 Sep 2024 (AGENCY) -- On Monday a bomb damaged the barracks of the air force. The attack is discussed at the talks in Oslo.", "GT")]
    public void Read_WhereItIsToldOrTalkedOf_IsNotWhereItHappened(string text, string country) =>
        Assert.Equal(country, Assert.Single(Read(text).Unplaced).Place.CountryCode);

    [Fact]
    public void Read_FirstPartOfAHyphenatedName_IsNoPlaceOfItsOwn() =>
        Assert.DoesNotContain(Read("On Monday gunmen killed five traders in Nana-Bakassa, in the Central African Republic.").Reports, r => r.Place.Name == "Nana");

    // The corner of zone 31 at the equator and the Greenwich side of it, from the definition of the grid: 500 km false easting at 3° E.
    [Fact]
    public void ToPoint_CentralMeridianAtTheEquator_IsThreeDegreesEast()
    {
        GeoPoint point = Mgrs.ToPoint("31nea0000000000")!.Value;

        Assert.Equal(0, point.Latitude, 4);
        Assert.Equal(3, point.Longitude, 4);
    }

    [Theory]
    [InlineData("31n")]
    [InlineData("61nea00000000")]
    [InlineData("31nio00000000")]
    [InlineData("31nea000")]
    public void ToPoint_NoReference_IsNull(string text) => Assert.Null(Mgrs.ToPoint(text));

    [Fact]
    public void Read_UnknownVillageOfAKnownRegion_FallsBackAndSaysSo()
    {
        ReadReport report = Assert.Single(Read("On Monday gunmen killed five traders in Xqzwoulou, a village in Tahoua region in Niger.").Reports);

        Assert.Equal((PlacePrecision.AdminArea, "NE", "Xqzwoulou"), (report.Place.Precision, report.Place.CountryCode, report.Place.Name));
        Assert.Contains("gazetteer", report.Reasons[ReadSlot.Place], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CountryThatTheTextPutsItIn_BeatsWhereItWasFiled()
    {
        ReadingResult result = Read("LIMA, 18 Sep 2024 (Agency) - The union condemned the murder on Monday of a priest in Guatemala. A march in Lima starts at noon.");

        Assert.Empty(result.Reports);
        Assert.Equal("GT", Assert.Single(result.Unplaced).Place.CountryCode);
    }

    [Fact]
    public void Read_PlaceOfTheSource_IsNotThatOfTheEvent()
    {
        ReadReport report = Assert.Single(Read("Gunmen killed five traders in Gao, Mali, on Monday. Police in Mopti did not answer calls.").Reports);

        Assert.Equal("Gao", report.Place.Name);
    }

    // San José lies in a dozen countries, none of which the text names; Cano is an old spelling of a large town elsewhere.
    [Theory]
    [InlineData("On Monday gunmen killed five traders in San Jose, in Colombia.", "CO")]
    [InlineData("ON MONDAY GUNMEN KILLED FIVE TRADERS IN SAN JOSE, THE COLOMBIAN ARMY SAID.", "CO")]
    [InlineData("ON MONDAY GUERRILLAS BLEW UP THE CANO OIL PIPELINE NEAR CANO, THE COLOMBIAN ARMY SAID.", "CO")]
    public void Read_NameThatManyPlacesBear_IsNoneOfAnotherCountry(string text, string country)
    {
        ReadingResult result = Read(text);

        Assert.Equal(country, Assert.Single(result.Reports.Concat(result.Unplaced)).Place.CountryCode);
    }

    [Fact]
    public void Read_RegionsOfOneCountryOnly_TellTheCountry()
    {
        ReadReport report = Assert.Single(Read("On Monday bandits killed five farmers in Anka, Zamfara State, and fled to Katsina State.").Reports);

        Assert.Equal("NG", report.Place.CountryCode);
    }

    [Fact]
    public void Read_DatelineOfAnUnknownTown_TellsTheCountry()
    {
        ReadingResult result = Read("QASRABA, Lebanon, 18 September 2024 – An Israeli drone fired two missiles at a car on Tuesday. One man was killed. The Israeli army did not comment.");

        Assert.Equal("LB", Assert.Single(result.Reports.Concat(result.Unplaced)).Place.CountryCode);
    }

    [Fact]
    public void Read_FirstNameAlone_IsNoTown()
    {
        ReadingResult result = Read("Armed men were at the market of Bama, Nigeria, on Monday. They took Musa and a driver into the bush.");

        Assert.Equal("Bama", Assert.Single(result.Reports).Place.Name);
    }

    [Theory]
    [InlineData("Gunmen killed two people in Port-au-Prince on Sunday.", "Port-au-Prince")]
    [InlineData("Gunmen killed two people in Port Said, Egypt, on Sunday.", "Port Said")]
    [InlineData("Gunmen killed two people in Mek'ele, Ethiopia, on Sunday.", "Mek'ele")]
    [InlineData("Gunmen killed two people in Dar'a, Syria, on Sunday.", "Dar'a")]
    [InlineData("Port-au-Prince : dimanche, un médecin a été enlevé à Delmas 33.", "Delmas")]
    public void Read_NameOfWordsThatMeanSomethingElse_IsTheTown(string text, string place) =>
        Assert.Equal(place, Assert.Single(fixture.Read(text, new DateOnly(2025, 9, 29), new DateOnly(2025, 9, 29)).Reports).Place.Name);

    [Theory]
    [InlineData("Bamako, 17 sept. – Des hommes armés ont attaqué mardi à l'aube une école de gendarmerie et l'aéroport militaire. Au moins 70 personnes ont été tuées.")]
    [InlineData("BAMAKO, Sept 17 (AGENCY) - Gunmen attacked a gendarmerie school and the military airport at dawn on Tuesday. At least 70 people were killed.")]
    [InlineData("Bamako, Sept 17 - Gunmen attacked the gendarmerie school of Faladiéville and the military airport early on Tuesday, killing 12.")]
    [InlineData("Bamako, Sept 17 - Gunmen attacked a gendarmerie school in Faladiéville and the military airport early on Tuesday.")]
    [InlineData("Bamako, Sept 17 - Gunmen attacked a gendarmerie school in the neighbourhood of Faladiéville early on Tuesday.")]
    public void Read_AirportOfTheCapitalWhereItWasFiled_IsInTheCapital(string text)
    {
        ReadReport report = Assert.Single(Read(text).Reports);

        // Bamako: GeoNames 2460596.
        Assert.Equal((2460596, PlacePrecision.City), (report.Place.GeonameId, report.Place.Precision));
    }

    [Theory]
    [InlineData("BAMAKO, Sept 17 (AGENCY) - Gunmen attacked a gendarmerie school and a market at dawn on Tuesday. At least 70 people were killed.")]
    [InlineData("BAMAKO, Sept 17 (AGENCY) - Gunmen attacked the village of Xqzwoulou on Tuesday, said a spokesman at the presidential palace.")]
    public void Read_NothingOfTheCapitalWhereItWasFiled_HasNoPlace(string text) =>
        Assert.Empty(Read(text).Reports);

    private ReadingResult Read(string text) => fixture.Read(text, Day, Day);

    // Bukama is a town of its own, far away.
    [Theory]
    [InlineData("Goma, lundi 22 janvier 2024. Les obus sont tombés vendredi dans le quartier Bukama de Sake, une quinzaine de kilomètres au sud.", "Sake")]
    [InlineData("Goma, Monday 22 January 2024. Shells fell on the Bukama suburb of Sake on Friday and killed a woman.", "Sake")]
    public void Read_QuarterOfATown_IsInTheTown(string text, string town) =>
        Assert.EndsWith(town, Assert.Single(fixture.Read(text, new DateOnly(2024, 1, 22), new DateOnly(2024, 1, 22)).Reports).Place.Name, StringComparison.Ordinal);

    // Nothing but the dateline says where it was: the town that everybody means by that name.
    [Theory]
    [InlineData("Gao, 30 August 2021. Five people were killed in an attack by armed men.", "ML")]
    [InlineData("Diffa, lundi 30 août 2021. Cinq personnes ont été tuées dans une attaque d'hommes armés.", "NE")]
    [InlineData("TOMBOUCTOU, 30 août 2021 – Cinq personnes ont été tuées dans une attaque d'hommes armés.", "ML")]
    public void Read_DatelineAlone_SaysTheCountry(string text, string country) =>
        Assert.Equal(country, Assert.Single(fixture.Read(text, new DateOnly(2021, 8, 30), new DateOnly(2021, 8, 30)).Reports).Place.CountryCode);

    [Fact]
    public void Read_DatelineOfATownOfMany_SaysNoCountry() =>
        Assert.Empty(fixture.Read("Santa Ana, 30 August 2021. Five people were killed in an attack by armed men.", new DateOnly(2021, 8, 30), new DateOnly(2021, 8, 30)).Reports);

    // "Bilan" is a town in Turkey, "Mobile" one in Alabama, and here neither.
    [Theory]
    [InlineData("FLASH – Diffa, lundi 30 août 2021. Bilan provisoire du CHR : 5 morts dans une attaque d'hommes armés.", "Diffa")]
    [InlineData("0849 Mobile 4 to base. Gunmen shot at our car in Yei, South Sudan.", "Yei")]
    public void Read_WordThatIsATownElsewhere_IsNone(string text, string place) =>
        Assert.Equal(place, Assert.Single(fixture.Read(text, new DateOnly(2021, 8, 30), new DateOnly(2021, 8, 30)).Reports).Place.Name);

    [Fact]
    public void Read_NewsFromATown_IsOfThatTown() =>
        Assert.Equal("Finote Selam", Assert.Single(Read("Ethiopia. From Finote Selam, a driver: gunmen shot at him on Sunday and killed his mate.").Reports).Place.Name);

    [Fact]
    public void Read_TownOfTheTitle_SaysTheCountry() =>
        Assert.Equal("GN", Assert.Single(fixture.Read("Lundi, des jeunes ont caillassé un pick-up de la gendarmerie ; un élève a été tué par balle.", Day, Day, title: "Conakry : lycéens et forces de l'ordre face à face").Unplaced).Place.CountryCode);
}
