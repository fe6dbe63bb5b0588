using Alerts.Gazetteer;
using Alerts.Reading.Lexicons;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

public sealed class LexiconTests
{
    private static readonly string[] Files = ["triggers", "people", "things", "roles", "casualties", "cues", "grammar", "frame"];

    public static TheoryData<string> AllFiles => [.. Lexicon.Codes.SelectMany(code => Files.Select(file => $"{code}/{file}.txt")), "countries.txt"];

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void Entries_EveryPhrase_IsWrittenFolded(string file) => Assert.All(
        LexiconFile.Entries(file).SelectMany(e => e.Phrases),
        phrase => Assert.Equal(phrase.TrimStart('~').Replace(" * ", " ", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal), NameFolding.Fold(phrase)));

    [Fact]
    public void Actors_EveryGroup_ActsInCountriesOfTheGazetteer()
    {
        HashSet<string> known = [.. PlaceIndex.Load().Scored.Select(p => p.CountryCode)];
        string[] groups = [.. LexiconFile.Lines("actors.txt")];

        Assert.True(groups.Length >= 90);
        Assert.All(groups.SelectMany(g => g.Split(';')[2].Trim().Split(' ')), country => Assert.Contains(country, known));
    }

    [Fact]
    public void Regions_Each_IsWrittenFoldedAndHasItsTown()
    {
        var places = PlaceIndex.Load();

        Assert.All(new Lexicon().Regions, region =>
        {
            Assert.Equal(region.Name, NameFolding.Fold(region.Name));
            Assert.Contains(places.Bearing(region.Seat), place => place.CountryCode == region.Country);
        });
    }

    [Fact]
    public void Languages_All_HaveTheSameFilesAndLoad()
    {
        var lexicon = new Lexicon();

        Assert.Equal(Lexicon.Codes, lexicon.Languages.Keys);
    }

    [Fact]
    public void Parse_UnknownType_FailsAtOnce() => Assert.Throws<ArgumentException>(() => EventKind.Parse("Atack verb", 0));
}
