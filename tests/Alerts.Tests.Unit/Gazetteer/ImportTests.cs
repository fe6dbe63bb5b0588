using System.Text;
using Alerts.Feeds.Places;
using Alerts.Gazetteer;
using Alerts.Gazetteer.Import;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Gazetteer;

/// <summary>Layers over the built-in places. Gao's id and position are GeoNames'; the villages and sites are invented.</summary>
public sealed class ImportTests : IDisposable
{
    private const int Gao = 2457163;
    private const string Village = "99000001\tTin Testen\tTin Testen\tTinn Testène,تن\t16.5\t0.25\tP\tPPL\tML\t\t08\t01\t\t\t0\t\t260\tAfrica/Bamako\t2024-01-01";
    private const string Region = "99000002\tRégion de Test\tRegion de Test\t\t16.5\t0.25\tA\tADM1\tML\t\t08\t\t\t\t0\t\t260\tAfrica/Bamako\t2024-01-01";
    private const string River = "99000003\tOued Testen\tOued Testen\t\t16.5\t0.25\tH\tWAD\tML\t\t08\t\t\t\t0\t\t260\tAfrica/Bamako\t2024-01-01";
    private const string Ruin = "99000004\tTin Gone\tTin Gone\t\t16.5\t0.25\tP\tPPLQ\tML\t\t08\t\t\t\t0\t\t260\tAfrica/Bamako\t2024-01-01";

    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-gazetteer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void CountryFile_LaidOver_IsFoundByEveryNameAndKeepsTheRest()
    {
        Put("geonames-ML", Read(Village, Region, River, Ruin));
        PlaceIndex places = new GazetteerFolder(_folder).Load();
        Place village = Assert.Single(places.FindByName("tin testen", "ML"));
        Assert.Equal((99000001, "Tin Testen", "Région de Test", "Africa/Bamako"), (village.GeonameId, village.Name, village.Admin1, village.TimeZoneId));
        Assert.Equal(village, Assert.Single(places.FindByName("Tinn Testène", null)));
        Assert.Empty(places.FindByName("Tin Gone", null));
        PlaceIndex builtIn = PlaceIndex.Load();
        Assert.Equal(builtIn.Count + 1, places.Count);
        Assert.Equal(builtIn.Find(Gao)!.Value.Admin1, places.Find(Gao)!.Value.Admin1);
        Assert.Equal(builtIn.FindByName("Gao", null).Select(p => p.GeonameId), places.FindByName("Gao", null).Select(p => p.GeonameId));
        Assert.Equal(builtIn.NeighboursOf("ML"), places.NeighboursOf("ML"));
        Assert.Equal(builtIn.Scored.Count, places.Scored.Count);
    }

    [Fact]
    public void CountryFile_Again_ChangesNothing()
    {
        Assert.True(Put("geonames-ML", Read(Village)));
        byte[] before = File.ReadAllBytes(Path.Combine(_folder, "gazetteer", "places.bin"));
        Assert.False(Put("geonames-ML", Read(Village)));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_folder, "gazetteer", "places.bin")));
    }

    // Rutshuru ships without an id of GeoNames; a country file brings it with its own.
    [Fact]
    public void CountryFile_WithATownOfTheSupplement_TakesItsPlace()
    {
        Assert.InRange(Assert.Single(PlaceIndex.Load().FindByName("Rutshuru", "CD")).GeonameId, 1_900_000_000, 1_999_999_999);
        Put("geonames-CD", Read("99000005\tRutshuru\tRutshuru\t\t-1.185\t29.445\tP\tPPLA2\tCD\t\t11\t\t\t\t0\t\t1289\tAfrica/Lubumbashi\t2024-01-01"));
        Assert.Equal(99000005, Assert.Single(new GazetteerFolder(_folder).Load().FindByName("Rutshuru", "CD")).GeonameId);
    }

    [Fact]
    public void Layer_PutAgain_ReplacesItsOwnPlacesOnly()
    {
        Put("geonames-ML", Read(Village));
        Put("sites-a", [Site("Depot")]);
        Put("sites-a", [Site("Depot two")]);
        PlaceIndex places = new GazetteerFolder(_folder).Load();
        Assert.Empty(places.FindByName("Depot", null));
        Assert.Single(places.FindByName("Depot two", null));
        Assert.Single(places.FindByName("Tin Testen", null));
    }

    [Fact]
    public void KnownPlace_InTheFile_TakesItsFiguresAndKeepsItsNames()
    {
        Put("geonames-ML", Read($"{Gao}\tGao Ville\tGao Ville\t\t16.27\t-0.04\tP\tPPLA\tML\t\t09\t\t\t\t200000\t\t260\tAfrica/Bamako\t2024-01-01"));
        Place gao = new GazetteerFolder(_folder).Load().Find(Gao)!.Value;
        Assert.Equal(("Gao Ville", 200_000), (gao.Name, gao.Population));
        Assert.Contains(gao, new GazetteerFolder(_folder).Load().FindByName("Gao", "ML"));
        Assert.NotNull(gao.Admin1);
    }

    [Fact]
    public void Site_IsFoundByNameAndNeverTheNearestTown()
    {
        Put("sites-a", [Site("Depot")]);
        PlaceIndex places = new GazetteerFolder(_folder).Load();
        Place depot = Assert.Single(places.FindByName("depot", "ML"));
        Assert.True(depot.IsSite);
        Assert.Equal("Africa/Bamako", depot.TimeZoneId);
        Assert.Equal(Gao, places.Nearest(depot.Point, 50)!.Value.Place.GeonameId);
    }

    [Fact]
    public void File_OfAnOlderProgram_IsLaidOverAnew()
    {
        Put("geonames-ML", Read(Village));
        string merged = Path.Combine(_folder, "gazetteer", "places.bin");
        byte[] bytes = File.ReadAllBytes(merged);
        bytes[^1] ^= 1;
        File.WriteAllBytes(merged, bytes);
        Assert.Single(new GazetteerFolder(_folder).Load().FindByName("Tin Testen", null));
        Assert.NotEqual(bytes, File.ReadAllBytes(merged));
    }

    [Fact]
    public void CountryFile_WithBadLines_IsRefusedWithTheirNumbers()
    {
        var refusal = Assert.Throws<GazetteerFormatException>(() => Read(Village, "half a line", Village.Replace("16.5", "96.5", StringComparison.Ordinal)));
        Assert.Equal([2, 3], refusal.Lines.Select(l => l.Line));
        Assert.Contains("19", refusal.Lines[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,latitude,longitude,country,other_names\nGuest house,16.27,-0.04,ML,Maison | GH\n")]
    [InlineData("Name;Lat;Lon;Country;Other_names\nGuest house;16.27;-0.04;ml;Maison|GH\n")]
    public void Sites_AsCsv_AreRead(string csv)
    {
        ImportedPlace site = Assert.Single(SiteReader.ReadCsv(new StringReader(csv), "sites-a"));
        Assert.Equal(("Guest house", "ML", new GeoPoint(16.27, -0.04)), (site.Name, site.CountryCode, site.Point));
        Assert.Equal(["Maison", "GH"], site.OtherNames);
        Assert.True(site.Id >= SiteIds.First);
        Assert.Equal(site.Id, SiteReader.ReadCsv(new StringReader(csv), "sites-a")[0].Id);
    }

    [Fact]
    public void Sites_AsGeoJson_AreRead()
    {
        const string Json = """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[-0.04,16.27]},"properties":{"name":"Guest house","other_names":["GH"]}}]}""";
        Assert.Equal(new GeoPoint(16.27, -0.04), Assert.Single(SiteReader.ReadGeoJson(new MemoryStream(Encoding.UTF8.GetBytes(Json)), "a")).Point);
    }

    [Theory]
    [InlineData("name,latitude\nx,1\n", "longitude")]
    [InlineData("name,latitude,longitude\n", "no site")]
    [InlineData("name,latitude,longitude\nx,north,1\n", "1 lines")]
    public void Sites_ThatAreWrong_AreRefused(string csv, string why) =>
        Assert.Contains(why, Assert.Throws<GazetteerFormatException>(() => SiteReader.ReadCsv(new StringReader(csv), "a")).Message, StringComparison.Ordinal);

    [Fact]
    public void Site_InNoCountry_IsRefusedWithItsLineAndCode()
    {
        GazetteerFormatException refused = Assert.Throws<GazetteerFormatException>(() => SiteReader.ReadCsv(new StringReader("name,latitude,longitude,country\nx,16.27,-0.04,UK\n"), "a"));
        (int line, string why) = Assert.Single(refused.Lines);
        Assert.Equal(2, line);
        Assert.Contains("\"UK\"", why, StringComparison.Ordinal);
    }

    private bool Put(string layer, IReadOnlyList<ImportedPlace> places) => new GazetteerFolder(_folder).Put(layer, places);

    private static IReadOnlyList<ImportedPlace> Read(params string[] lines) => GeoNamesReader.Read(new StringReader(string.Join('\n', lines)), null).Places;

    private static ImportedPlace Site(string name) => new(SiteIds.Of("a", name, new HashSet<int>()), name, [], new GeoPoint(16.272, -0.045), 0, "", SiteIds.FeatureCode, "", null, null);
}
