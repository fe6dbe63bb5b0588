using System.Text.RegularExpressions;

namespace Alerts.TextForms.Plain;

// A sender as people and programs write one: "Name <address>", an address, a telephone number, a name. Pure.
internal static partial class SenderText
{
    private const int Longest = 200;

    public static TextSender Of(string written)
    {
        string text = Marks().Replace(written, "").Trim();
        if (text.Length > Longest) text = text[..Longest];
        if (Mail().Match(text) is { Success: true } mail)
        {
            string name = Rest().Replace(text.Remove(mail.Index, mail.Length), " ").Trim(' ', '"', '\'', '*');
            return new TextSender(name, mail.Value);
        }

        return Phone().IsMatch(text) ? new TextSender("", text) : new TextSender(text.TrimStart('~', ' ', '\u202F', '\u00A0'), "");
    }

    // Marks of direction, which exports put around names and numbers.
    [GeneratedRegex("[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[^\s<>\[\]():;,""]{1,64}@[^\s<>\[\]():;,""]{1,120}")]
    private static partial Regex Mail();

    [GeneratedRegex(@"<>|\[(mailto:)?\]|\(\)|mailto:", RegexOptions.IgnoreCase)]
    private static partial Regex Rest();

    [GeneratedRegex(@"^\+?[\d\s().\-\u00A0\u2011]{7,24}$")]
    private static partial Regex Phone();
}
