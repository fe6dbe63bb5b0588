using System.Text.RegularExpressions;

namespace Alerts.TextForms.Mails;

// An e-mail's words without what its sender did not say in it: the message that is answered, and the signature. A forward that is quoted is
// kept, without its marks. Pure.
internal static partial class QuotedText
{
    public static string Clean(string words)
    {
        string[] lines = [.. words.Replace("\r", "", StringComparison.Ordinal).Split('\n')];
        if (Array.Exists(lines, l => QuotedForward().IsMatch(l))) return Join(lines.Select(Bare));
        int end = Array.FindIndex(lines, l => l is "-- ");
        string[] own = [.. (end < 0 ? lines : lines[..end]).Where(l => !l.StartsWith('>') && !Answered().IsMatch(l))];
        return own.All(string.IsNullOrWhiteSpace) ? Join(lines.Select(Bare)) : Join(own);
    }

    private static string Bare(string line) => Marks().Replace(line, "");

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines).Trim();

    [GeneratedRegex(@"^\s*(>+\s*)?(begin forwarded message|d[ée]but du message (transf[ée]r[ée]|r[ée]exp[ée]di[ée]))\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex QuotedForward();

    [GeneratedRegex(@"^(>\s?)+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*(On\s.{5,200}\swrote|Le\s.{5,200}\sa\s[ée]crit)\s*:\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Answered();
}
