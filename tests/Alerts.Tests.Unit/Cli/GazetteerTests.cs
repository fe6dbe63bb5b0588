using System.Text.Json.Nodes;
using Alerts.Cli;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

// The village and the site are invented.
public sealed class GazetteerTests : IAsyncLifetime
{
    private const string Village = "99000001\tTin Testen\tTin Testen\t\t16.5\t0.25\tP\tPPL\tML\t\t08\t01\t\t\t0\t\t260\tAfrica/Bamako\t2024-01-01";

    private CliFixture _cli = null!;

    private string Data => Path.Combine(_cli.StateFolder, "data");

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task Import_ACountryFile_TellsItsPlacesAndIsKnownToRead()
    {
        string article = _cli.File("a.txt", "GAO, 18 Sep 2024 (SPA) -- Gunmen attacked the village of Tin Testen on Tuesday, killing five people, a local official said.");
        Assert.Equal(ExitCodes.Ok, await _cli.RunAsync("gazetteer", "import", _cli.File("ML.txt", Village), "--data", Data, "--json"));
        Assert.Equal("geonames-ML", (string?)_cli.OutJson()["layers"]![0]!["name"]);
        Assert.True((bool)_cli.OutJson()["changed"]!);

        Assert.Equal(ExitCodes.Ok, await _cli.RunAsync("read", article, "--data", Data, "--country", "ML", "--received", "2024-09-18T08:00Z", "--json"));
        JsonNode place = Assert.Single(_cli.OutJson()["reports"]!.AsArray())!["sites"]![0]!["place"]!;
        Assert.Equal((99000001, "Tin Testen"), ((int)place["geonamesId"]!, (string?)place["name"]));
    }

    [Fact]
    public async Task Import_WrongLines_Is3WithTheirNumbers()
    {
        Assert.Equal(ExitCodes.Refused, await _cli.RunAsync("gazetteer", "import", _cli.File("sites.csv", "name,latitude,longitude\nOffice,16.27,-0.04\nDepot,north,1\n"), "--data", Data, "--json"));
        Assert.Equal("line 3", (string?)_cli.ErrorJson()["fields"]![0]!["field"]);
        Assert.False(Directory.Exists(Path.Combine(Data, "gazetteer")));
    }

    [Fact]
    public async Task Import_NoSuchFile_Is4() => Assert.Equal(ExitCodes.NotFound, await _cli.RunAsync("gazetteer", "import", "/nowhere/ML.txt", "--data", Data));
}
