using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Own wording, invented events.
public sealed class TextSignsTests
{
    private const string Padding = " The minister opened a school with many classes and a garden, and he thanked everybody who had given money, time or stones for it in the past years.";

    private static readonly Lexicon Words = new();

    [Fact]
    public void Of_ReportOfFourSentences_GivesTheSharesOfWarAndOfWhatShouldBe()
    {
        Dictionary<string, double> signs = Of("The battalion fought the enemy for hours, and gunmen attacked a bank." + Padding + Padding + " We must attack no one.", "attacked");

        Assert.Equal(0.25, signs["Text.War"]);
        Assert.Equal(0.25, signs["Text.Modal"]);
        Assert.Equal(0.5, signs["Text.Dense"]);
        Assert.Equal(1, signs["War"]);
    }

    [Fact]
    public void Of_Message_GivesNone() => Assert.Empty(Of("The battalion fought the enemy, gunmen attacked a bank.", "attacked"));

    [Fact]
    public void Of_Fight_HasNoSignOfWar()
    {
        Dictionary<string, double> signs = Of("The battalion clashed with the enemy." + Padding + Padding, "clashed");

        Assert.DoesNotContain("War", signs.Keys);
        Assert.Contains("Text.Dense", signs.Keys);
    }

    private static Dictionary<string, double> Of(string text, string trigger)
    {
        var analysis = new Analysis(new Document(text), Words.Languages["en"]);
        Mark mark = analysis.Marks(0, analysis.Words.Count).First(m => analysis.Words[m.First].Text == trigger && m.Of(Sort.Trigger) is not null);
        var mention = new EventMention(analysis.Sentences.First(s => s.First <= mark.First && mark.First < s.End), mark, mark.Of(Sort.Trigger)!.Event!);
        return new TextSigns(analysis).Of(new EventDraft(mention)).ToDictionary(s => s.Name, s => s.Value);
    }
}
