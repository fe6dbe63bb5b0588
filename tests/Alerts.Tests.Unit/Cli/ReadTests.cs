using System.Text.Json.Nodes;
using Alerts.Cli;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

// Texts in own words; the places are GeoNames'.
public sealed class ReadTests : IAsyncLifetime
{
    private const string Article = "GAO, 18 Sep 2024 (SPA) -- Gunmen attacked a market in Gao on Tuesday, killing five people, a local official said.";

    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task Read_AnArticle_WritesReportsWithSpansIntoTheBody()
    {
        Assert.Equal(ExitCodes.Ok, await _cli.RunAsync("read", _cli.File("a.txt", Article), "--country", "ml", "--received", "2024-09-18T08:00Z", "--json"));
        JsonNode line = _cli.OutJson();
        JsonNode report = Assert.Single(line["reports"]!.AsArray())!;
        JsonNode evidence = report["evidence"]!.AsArray().Single(e => (string?)e!["field"] == "sub_event_type")!;
        int start = ((int?)report["textStart"] ?? 0) + (int)evidence["start"]!;
        Assert.Equal("attacked", ((string)line["body"]!).Substring(start, (int)evidence["length"]!));
        Assert.Equal("en", (string?)line["texts"]![0]!["language"]);
        Assert.Equal(64, ((string)line["texts"]![0]!["digest"]!).Length);
    }

    [Fact]
    public async Task Read_AnEmail_KeepsTheSenderOutOfEverything()
    {
        string mail = _cli.File("a.eml", "MIME-Version: 1.0\nFrom: Awa Keita <awa@ngo.example>\nDate: Wed, 18 Sep 2024 06:12:00 +0000\nSubject: Gao\nContent-Type: text/plain\n\nGunmen attacked a market in Gao this morning.\n");
        Assert.Equal(ExitCodes.Ok, await _cli.RunAsync("read", mail, "--json"));
        Assert.Equal("TEXT_FORM_EMAIL", (string?)_cli.OutJson()["texts"]![0]!["form"]);
        Assert.Equal("2024-09-18T06:12:00Z", (string?)_cli.OutJson()["texts"]![0]!["sentTime"]);
        Assert.DoesNotContain("awa", _cli.Out + _cli.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Read_ALanguageThatIsNotRead_Is3AndTheOthersAreRead()
    {
        string spanish = _cli.File("es.txt", "Hombres armados atacaron un pueblo cerca de la frontera el lunes y al menos cuatro personas murieron, según el alcalde.");
        Assert.Equal(ExitCodes.Refused, await _cli.RunAsync("read", spanish, _cli.File("a.txt", Article), "--country", "ML", "--json"));
        Assert.Equal("LANGUAGE_NOT_READ", (string?)_cli.ErrorJson()["reason"]);
        Assert.Contains("Spanish", (string?)_cli.ErrorJson()["message"], StringComparison.Ordinal);
        Assert.NotNull(_cli.OutJson()["reports"]);
    }

    [Fact]
    public async Task Read_InATerminal_ShowsTheTextAndTheReports()
    {
        Assert.Equal(ExitCodes.Ok, await _cli.RunAsync(Article, TestContext.Current.CancellationToken, "read", "-", "--country", "ML"));
        Assert.Contains("report 1", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("5 killed", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Lines_AnswersEachAndTellsTheBadOnes()
    {
        var good = new JsonObject { ["id"] = "d1", ["text"] = Article, ["title"] = "Gao", ["dateline_date"] = "2024-09-18" };
        string lines = _cli.File("in.jsonl", $"{good.ToJsonString()}\nnot json\n{{\"id\":\"d2\",\"text\":\"Nothing happened.\"}}\n");
        Assert.Equal(ExitCodes.Refused, await _cli.RunAsync("read", "--jsonl", lines, "--country", "ML"));
        JsonNode[] answers = [.. _cli.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
        Assert.Equal(["d1", "d2"], answers.Select(a => (string?)a["id"]));
        JsonNode incident = Assert.Single(answers[0]["incidents"]!.AsArray())!;
        Assert.Equal(("attack", "ML", "2024-09-17", 5), ((string?)incident["type"], (string?)incident["country"], (string?)incident["date"], (int)incident["killed"]!));
        Assert.Empty(answers[1]["incidents"]!.AsArray());
        Assert.Contains("Line 2", _cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "-", "--country", "Mali")]
    [InlineData("read", "-", "--country", "UK")]
    [InlineData("read", "-", "--received", "yesterday")]
    [InlineData("read", "-", "--form", "fax")]
    public async Task Read_NotUnderstood_Is2(params string[] args) => Assert.Equal(ExitCodes.Usage, await _cli.RunAsync(args));

    [Fact]
    public async Task Read_NoSuchFile_Is4() => Assert.Equal(ExitCodes.NotFound, await _cli.RunAsync("read", "/nowhere/a.txt"));
}
