using System.Text.RegularExpressions;

namespace Alerts.TextForms.Plain;

// A subject without what mail programs put before it. Pure.
internal static partial class SubjectText
{
    private const int Longest = 500;

    public static string Of(string subject)
    {
        string line = Prefixes().Replace(string.Join(' ', subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "");
        return line.Length <= Longest ? line : line[..Longest];
    }

    // Reply, forward, in English, French and German.
    [GeneratedRegex(@"^(\s*(re|fwd?|tr|rép|réf|aw|wg)\s*(\[\d+\])?\s*:\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Prefixes();
}
