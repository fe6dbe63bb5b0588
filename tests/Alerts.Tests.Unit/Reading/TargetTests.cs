using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// To whom and to what it was done. Own wording, invented events.
public sealed class TargetTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("Gunmen killed a puppeteer in Gao, Mali, on Monday.", "puppeteer")]
    [InlineData("A puppeteer was kidnapped in Jos, Nigeria, on Monday.", "puppeteer")]
    [InlineData("Des inconnus ont tué un marionnettiste lundi à Gao (Mali).", "marionnettiste")]
    [InlineData("Deux cuisinières ont été enlevées par des soldats lundi à Bria (RCA).", "cuisinières")]
    public void Read_AnyTrade_IsTargetByWhatIsDone(string text, string target) => Assert.Contains(target, Targets(text));

    [Theory]
    [InlineData("L'enlèvement, lundi, de deux instituteurs à Djibo (Burkina Faso) inquiète la région.", "instituteurs")]
    [InlineData("The abduction on Monday near the town of Gao, Mali, of a nurse has shocked the region.", "nurse")]
    [InlineData("A cyclist who did not stop at a barrier near Gao, Mali, was shot dead on Monday by soldiers.", "cyclist")]
    [InlineData("Trois boutiques vidées, une école saccagée lundi à Bria (RCA).", "école")]
    public void Read_FarFromItsVerb_IsTarget(string text, string target) => Assert.Contains(target, Targets(text));

    [Theory]
    [InlineData("Students hurled bottles at police and burned tyres in Gao, Mali, on Monday.", "police")]
    [InlineData("Police fired tear gas to disperse demonstrators in Gao, Mali, on Monday.", "demonstrators")]
    [InlineData("Soldiers opened fire on protesters in Gao, Mali, on Monday.", "protesters")]
    [InlineData("La police a dispersé des manifestants lundi à Gao (Mali).", "manifestants")]
    [InlineData("Rebels set three houses on fire in Gao, Mali, on Monday.", "houses")]
    [InlineData("Thieves broke into the office in Gao, Mali, on Monday.", "office")]
    public void Read_WithinOrBehindThePhraseOfTheDeed_IsTarget(string text, string target) => Assert.Contains(target, Targets(text));

    [Theory]
    [InlineData("Armed men wounded three farmers near Gao, Mali, on Monday, the gendarmerie reported.", "gendarmerie")]
    public void Read_WhoOnlyTells_IsNoTarget(string text, string source) => Assert.DoesNotContain(source, Targets(text));

    [Fact]
    public void Read_AgentFarBehindThePassive_IsDoer() =>
        Assert.Contains("soldiers", Reports("A cyclist who did not stop at a barrier near Gao, Mali, was shot dead on Monday by soldiers.").SelectMany(r => r.Actors).Select(a => a.Written));

    [Fact]
    public void Read_MaiMai_IsNoMonth() =>
        Assert.Equal(new DateOnly(2026, 11, 22), Assert.Single(Reports("Neuf piroguiers emmenés dimanche par des Maï-Maï près de Beni (RDC).")).Time.LocalDate);

    private IEnumerable<string> Targets(string text) => Reports(text).SelectMany(r => r.TargetPhrases).Select(t => t.Text);

    // Whether the gazetteer knows a place of it is no matter here.
    private IReadOnlyList<ReadReport> Reports(string text)
    {
        ReadingResult result = fixture.Read(text, Day, Day);
        return [.. result.Reports, .. result.Unplaced];
    }
}
