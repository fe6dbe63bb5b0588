using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Alerts.TextForms.Pages;

// A page: its title, its article, and what its metadata say of time, site and address. Pure: nothing is fetched, nothing runs.
internal static class PageReducer
{
    public static ReducedText Reduce(ReadOnlyMemory<byte> file)
    {
        using IHtmlDocument page = Parse(parser => parser.ParseDocument(new MemoryStream(file.ToArray(), writable: false)));
        return Reduce(page);
    }

    // A part of an e-mail that is in memory.
    public static ReducedText Reduce(string html)
    {
        using IHtmlDocument page = Parse(parser => parser.ParseDocument(html));
        return Reduce(page);
    }

    private static ReducedText Reduce(IHtmlDocument page)
    {
        var metadata = new PageMetadata(page);
        string title = metadata.Title;
        string body = new PageText(ArticleFinder.Find(page)).Body;

        // Most pages print the title above the article.
        if (title.Length > 0 && body.StartsWith(title, StringComparison.OrdinalIgnoreCase))
            body = body[title.Length..].TrimStart();
        return new ReducedText
        {
            Form = TextForm.Html,
            Title = title,
            Body = body,
            SentTime = metadata.Published,
            Sender = metadata.Site.Length > 0 ? new TextSender(metadata.Site, "") : null,
            Url = metadata.Url,
        };
    }

    private static IHtmlDocument Parse(Func<HtmlParser, IHtmlDocument> parse)
    {
        int elements = 0;
        IElement? last = null;
        var options = new HtmlParserOptions
        {
            // Deeper than what is taken, so that a page of more levels is seen to have them before the parser flattens it.
            MaximumDepth = TextLimits.ElementDepth + 8,
            SkipComments = true,
            OnCreated = (element, _) =>
            {
                if (++elements > TextLimits.Elements)
                    throw new TextFormException(TextRefusal.TooComplex, $"The page has more than {TextLimits.Elements} elements.");
                // A new element has no parent yet; the one before it has.
                if (last is not null && last.GetAncestors().Count() > TextLimits.ElementDepth)
                    throw new TextFormException(TextRefusal.TooComplex, $"The page is nested more than {TextLimits.ElementDepth} levels deep.");
                last = element;
            },
        };
        return parse(new HtmlParser(options, BrowsingContext.New(Configuration.Default)));
    }
}
