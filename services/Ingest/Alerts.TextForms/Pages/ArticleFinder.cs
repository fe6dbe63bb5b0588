using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Alerts.TextForms.Pages;

// Finds the part of a page that holds its article. What a page marks as its article comes first; a page without marks is taken as a whole,
// less its lists of links. Pure.
internal static class ArticleFinder
{
    // An article shorter than this is a teaser of another page.
    private const int LeastChars = 140;

    // A block whose words are for more than this share links is a list of other articles.
    private const double MostLinked = 0.6;

    // Longer blocks are prose even when they are full of links.
    private const int LongBlock = 600;

    private const string Marked = "[itemprop='articleBody'], article, [role='article'], main, [role='main']";

    public static INode Find(IHtmlDocument page)
    {
        IElement? body = page.Body;
        if (body is null) return page;
        foreach (IElement list in body.QuerySelectorAll("ul, ol, div, section, p").Where(IsLinks).ToArray())
            list.Remove();
        IElement? marked = body.QuerySelectorAll(Marked)
            .Select((element, order) => (Element: element, Order: order, Chars: ProseChars(element)))
            .Where(e => e.Chars >= LeastChars)
            .OrderBy(e => RankOf(e.Element)).ThenByDescending(e => e.Chars).ThenBy(e => e.Order)
            .Select(e => e.Element)
            .FirstOrDefault();
        return marked ?? body;
    }

    private static int RankOf(IElement element) =>
        element.HasAttribute("itemprop") ? 0 : element.LocalName == "article" || element.GetAttribute("role") == "article" ? 1 : 2;

    private static int ProseChars(IElement element) => element.QuerySelectorAll("p, li, blockquote, td").Sum(p => p.TextContent.Length) is > 0 and var chars
        ? chars
        : element.TextContent.Length;

    private static bool IsLinks(IElement element)
    {
        int all = element.TextContent.Length;
        if (all is 0 or > LongBlock) return false;
        int linked = element.QuerySelectorAll("a").Sum(a => a.TextContent.Length);
        return linked > MostLinked * all;
    }
}
