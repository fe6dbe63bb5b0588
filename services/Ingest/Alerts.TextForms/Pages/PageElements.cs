using AngleSharp.Dom;

namespace Alerts.TextForms.Pages;

// Which elements of a page stand for words that a reader sees, and which begin a paragraph. Pure.
internal static class PageElements
{
    // Not words, or words around the article: menus, forms, what to read next.
    private static readonly HashSet<string> Left =
    [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas", "head",
        "nav", "aside", "footer", "form", "button", "select", "input", "textarea", "dialog", "menu",
    ];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ];

    private static readonly HashSet<string> Roles = ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu"];

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsShown(IElement element) =>
        !Left.Contains(element.LocalName) && !element.HasAttribute("hidden")
        && element.GetAttribute("aria-hidden") != "true"
        && !(element.GetAttribute("role") is { } role && Roles.Contains(role))
        && !IsHiddenByStyle(element.GetAttribute("style"));

    private static bool IsHiddenByStyle(string? style) =>
        style is not null && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
}
