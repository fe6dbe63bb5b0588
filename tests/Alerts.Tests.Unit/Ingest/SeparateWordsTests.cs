using Alerts.Ingest.Incidents;
using Xunit;

namespace Alerts.Tests.Unit.Ingest;

// Own sentences.
public sealed class SeparateWordsTests
{
    [Theory]
    [InlineData("Another attack was heard near the market.")]
    [InlineData("A second suicide bombing hit the same street an hour later.")]
    [InlineData("New gunfire at the terminal this afternoon")]
    [InlineData("Une nouvelle attaque a frappé la ville.")]
    [InlineData("Une deuxième explosion a retenti")]
    [InlineData("D'autres tirs sont signalés")]
    public void Says_AnotherEvent_True(string text) => Assert.True(SeparateWords.Says(text));

    [Theory]
    [InlineData("Attack on the school at dawn, gunfire goes on.")]
    [InlineData("A second source confirms the attack.")]
    [InlineData("A new toll of the attack: 12 dead.")]
    [InlineData("Attack on the new bridge")]
    [InlineData("For the second day after the attack, shops stay closed.")]
    [InlineData("Another witness. Attack began at five.")]
    [InlineData("Un nouveau bilan de l'attaque")]
    [InlineData("")]
    public void Says_SameEvent_False(string text) => Assert.False(SeparateWords.Says(text));
}
