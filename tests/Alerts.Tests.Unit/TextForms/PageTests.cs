using System.Diagnostics;
using System.Text;
using Alerts.TextForms;
using Xunit;

namespace Alerts.Tests.Unit.TextForms;

/// <summary>Pages in own words, marked up as news sites do it.</summary>
public sealed class PageTests
{
    private const string Article = """
        <!DOCTYPE html>
        <html lang="en"><head><title>Market attack kills five | The Sahel Courier</title>
        <meta property="og:title" content="Market attack kills five"><meta property="og:site_name" content="The Sahel Courier">
        <link rel="canonical" href="https://courier.example/market-attack">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","datePublished":"2024-09-18T07:30:00+00:00"}]}</script>
        <style>p { color: red }</style></head>
        <body><nav><a href="/">Home</a> <a href="/war">Bomb attack in Kabul</a></nav>
        <article><h1>Market attack kills five</h1><p>Gunmen opened fire on a market near <b>Gao</b> on Tuesday, killing five people, &eacute;lus said.</p>
        <p>Soldiers arrived<br>an hour later.</p><script>alert("explosion")</script><p style="display: none">hidden bomb</p>
        <aside>Related: mosque bombed</aside></article>
        <ul><li><a href="/1">Blast in Mopti kills ten</a></li><li><a href="/2">Raid in Kidal</a></li></ul><footer>Contact</footer></body></html>
        """;

    [Fact]
    public void Page_WithAnArticle_LeavesItsWordsOnly()
    {
        ReducedText page = Reduced.One(Article);
        Assert.Equal(TextForm.Html, page.Form);
        Assert.Equal("Market attack kills five", page.Title);
        Assert.Equal("Gunmen opened fire on a market near Gao on Tuesday, killing five people, élus said.\n\nSoldiers arrived\nan hour later.", page.Body);
    }

    [Fact]
    public void Page_Metadata_GiveTimeSiteAddressAndLanguage()
    {
        ReducedText page = Reduced.One(Article);
        Assert.Equal(new DateTimeOffset(2024, 9, 18, 7, 30, 0, TimeSpan.Zero), page.SentTime);
        Assert.Equal(new TextSender("The Sahel Courier", ""), page.Sender);
        Assert.Equal("https://courier.example/market-attack", page.Url);
        Assert.Equal("en", page.Language);
    }

    [Fact]
    public void Page_WithoutMarks_KeepsProseAndDropsListsOfLinks()
    {
        ReducedText page = Reduced.One("<html><body><div><a href=a>One bomb</a> <a href=b>Two bombs</a></div><p>Shots were heard in the town.</p><div>Quiet <a href=c>since</a> then.</div></body></html>");
        Assert.Equal("Shots were heard in the town.\n\nQuiet since then.", page.Body);
    }

    [Fact]
    public void Page_InAnOldEncoding_IsReadByItsOwnWord()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("<html><head><meta charset=\"iso-8859-1\"></head><body><p>Des tirs à Ménaka, blessés évacués.</p></body></html>");
        Assert.Equal("Des tirs à Ménaka, blessés évacués.", Reduced.One(bytes).Body);
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b id=x><i>", 20_000)]
    [InlineData("<table><tr><td>", 20_000)]
    [InlineData("<p><a href=x>y", 50_000)]
    public void Page_ThatIsABomb_IsRefusedSoon(string piece, int times)
    {
        long start = Stopwatch.GetTimestamp();
        Assert.Equal(TextRefusal.TooComplex, Reduced.Refusal("<!doctype html><body>" + string.Concat(Enumerable.Repeat(piece, times))));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Page_NestedDeeperThanAnyReal_IsRefused() =>
        Assert.Equal(TextRefusal.TooComplex, Reduced.Refusal("<!doctype html><body>" + string.Concat(Enumerable.Repeat("<div>", 2_000)) + "word"));

    [Fact]
    public void Page_WithoutWords_IsRefused() => Assert.Equal(TextRefusal.Empty, Reduced.Refusal("<html><body><script>x</script><nav>menu</nav></body></html>"));
}
