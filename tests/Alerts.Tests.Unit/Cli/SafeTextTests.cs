using Alerts.Cli.Rendering;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("\u001b[31mred", "<U+001B>[31mred")]
    [InlineData("a\u202Eb", "a<U+202E>b")]
    [InlineData("a\u2066b\u2069", "a<U+2066>b<U+2069>")]
    [InlineData("a\u009Bb", "a<U+009B>b")]
    [InlineData("a\u200Bb", "a<U+200B>b")]
    [InlineData("two\r\nlines", "two lines")]
    [InlineData("غاو می‌رود", "غاو می‌رود")]
    [InlineData("Bamako–Sénou", "Bamako–Sénou")]
    public void Of_TextFromOutside_ShowsWhatATerminalWouldObey(string text, string expected) => Assert.Equal(expected, SafeText.Of(text));

    [Fact]
    public void Markup_Brackets_MeanNothing() => Assert.Equal("[[red]]x[[/]]", SafeText.Markup("[red]x[/]"));

    [Property]
    public bool Of_AnyText_HasNoControlCharacters(string? text) => !SafeText.Of(text ?? "").Any(char.IsControl);
}
