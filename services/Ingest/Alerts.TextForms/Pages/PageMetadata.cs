using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Alerts.TextForms.Pages;

// What a page says of itself: Open Graph, schema.org in JSON-LD, HTML's own elements. Pure.
internal sealed class PageMetadata(IHtmlDocument page)
{
    private const int LongestTitle = 500;

    // Metadata that is longer is not a date or a title.
    private const int LongestJson = 256 * 1024;

    private const int JsonDepth = 32;

    public string Title => Line(Meta("og:title") ?? page.QuerySelector("h1")?.TextContent ?? page.Title ?? "");

    public string Site => Line(Meta("og:site_name") ?? Meta("application-name") ?? "");

    public string Url => Line(page.QuerySelector("link[rel='canonical']")?.GetAttribute("href") ?? Meta("og:url") ?? "") is { } url
        && Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https" ? url : "";

    public DateTimeOffset? Published =>
        Instant(Meta("article:published_time")) ?? Instant(Meta("datePublished")) ?? Instant(LinkedData("datePublished"))
        ?? Instant(Meta("date")) ?? Instant(Meta("dc.date")) ?? Instant(page.QuerySelector("time[datetime]")?.GetAttribute("datetime"));

    private string? Meta(string name) => page.QuerySelectorAll("meta")
        .FirstOrDefault(m => Is(m, "property", name) || Is(m, "name", name) || Is(m, "itemprop", name))?.GetAttribute("content");

    private static bool Is(IElement element, string attribute, string value) =>
        string.Equals(element.GetAttribute(attribute), value, StringComparison.OrdinalIgnoreCase);

    private string? LinkedData(string property)
    {
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            if (script.TextContent.Length > LongestJson) continue;
            try
            {
                using JsonDocument data = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { MaxDepth = JsonDepth, AllowTrailingCommas = true });
                if (Find(data.RootElement, property) is { } value) return value;
            }
            catch (JsonException)
            {
                // Broken metadata are as good as none.
            }
        }

        return null;
    }

    private static string? Find(JsonElement data, string property) => data.ValueKind switch
    {
        JsonValueKind.Object => data.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : data.TryGetProperty("@graph", out JsonElement graph) ? Find(graph, property) : null,
        JsonValueKind.Array => data.EnumerateArray().Select(item => Find(item, property)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    // A time without an offset is UTC, as schema.org's examples have it; a bare date is its midnight.
    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) ? instant : null;

    private static string Line(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestTitle ? line : line[..LongestTitle];
    }
}
