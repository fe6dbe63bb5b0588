using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Languages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("FR", "fr")]
    [InlineData("fr-ML", "fr")]
    [InlineData("de", null)]
    [InlineData("french", null)]
    [InlineData("", null)]
    public void Find_Tag_LooksAtItsFirstSubtag(string tag, string? found) => Assert.Equal(found, Language.Find(tag)?.Tag);
}
