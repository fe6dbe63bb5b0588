using Alerts.Gazetteer;
using Alerts.Reading.Lexicons;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("triggers.txt")]
    [InlineData("roles.txt")]
    [InlineData("targets.txt")]
    [InlineData("background.txt")]
    [InlineData("standing.txt")]
    [InlineData("states.txt")]
    [InlineData("countries.txt")]
    public void Entries_EveryPhrase_IsWrittenFolded(string file) => Assert.All(
        LexiconFile.Entries(file).SelectMany(e => e.Phrases),
        phrase => Assert.Equal(phrase.Replace("*", "", StringComparison.Ordinal), NameFolding.Fold(phrase)));

    [Fact]
    public void Actors_EveryGroup_ActsInCountriesOfTheGazetteer()
    {
        HashSet<string> known = [.. PlaceIndex.Load().Scored.Select(p => p.CountryCode)];
        string[] groups = [.. LexiconFile.Lines("actors.txt")];

        Assert.True(groups.Length >= 40);
        Assert.All(groups.SelectMany(g => g.Split(';')[2].Trim().Split(' ')), country => Assert.Contains(country, known));
    }
}
