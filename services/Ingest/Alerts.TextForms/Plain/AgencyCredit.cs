using System.Text.RegularExpressions;

namespace Alerts.TextForms.Plain;

// The news agency that a text credits, as papers and sites print it: "(AFP)", "[Reuters]", "(avec AFP)" in the title, in the dateline or on the
// last line. An agency that is named in running text is a source among others and no credit. Pure.
internal static partial class AgencyCredit
{
    // A dateline ends within so many chars; a foot line is no longer.
    private const int HeadChars = 240;
    private const int FootChars = 120;

    // As the agencies write themselves; the credit may be in any case.
    private static readonly string[] Agencies =
    [
        "AFP", "Reuters", "AP", "Associated Press", "Agence France-Presse", "Xinhua", "EFE", "DPA", "ANSA", "TASS", "Interfax", "Anadolu", "UPI", "PTI", "ANI", "SPA", "SANA", "APA", "APS", "PANA", "Kyodo", "Yonhap", "Ukrinform", "Belga", "ATS", "Lusa",
    ];

    /// <summary>The one agency that title and body credit; empty when they credit none, or several.</summary>
    public static string Of(string title, string body)
    {
        string text = body.Trim();
        string head = text[..Math.Min(HeadChars, text.Length)];
        string foot = text[Math.Max(text.LastIndexOf('\n') + 1, text.Length - FootChars)..];
        string[] credited = [.. new[] { title, head, foot }.SelectMany(part => Credit().Matches(part)).Select(m => NameOf(m.Groups[1].Value)).OfType<string>().Distinct()];
        return credited is [var only] ? only : "";
    }

    private static string? NameOf(string written) => Array.Find(Agencies, name => string.Equals(name, written, StringComparison.OrdinalIgnoreCase)) switch
    {
        "Associated Press" => "AP",
        "Agence France-Presse" => "AFP",
        var name => name,
    };

    [GeneratedRegex(@"[(\[](?:(?:with|avec|source|via|by|par)\s*:?\s*)?([A-Za-z][A-Za-z \-]{1,24})[)\]]", RegexOptions.IgnoreCase)]
    private static partial Regex Credit();
}
