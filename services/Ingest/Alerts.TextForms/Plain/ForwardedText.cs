using System.Text.RegularExpressions;

namespace Alerts.TextForms.Plain;

// Takes the headers of forwarded messages out of a text, as mail programs write them in English and French. Pure.
internal static partial class ForwardedText
{
    // Fewer header lines in a row may be prose: "From: the market".
    private const int LeastLines = 2;

    private static readonly HashSet<string> Senders = ["from", "de", "expediteur", "expéditeur"];
    private static readonly HashSet<string> Times = ["date", "sent", "envoye", "envoyé"];
    private static readonly HashSet<string> Subjects = ["subject", "objet", "sujet"];

    // The text without the headers, and the innermost header: that of the first message; null when nothing was forwarded.
    public static (string Text, ForwardedHeader? First) Split(string text, TimeSpan offset)
    {
        string[] lines = text.Split('\n');
        var kept = new List<string>(lines.Length);
        ForwardedHeader? first = null;
        for (int at = 0; at < lines.Length;)
        {
            int end = EndOfHeader(lines, at, out ForwardedHeader? header, offset);
            if (header is null)
            {
                kept.Add(lines[at++]);
                continue;
            }

            first = header;
            at = end;
        }

        return first is null ? (text, null) : (string.Join('\n', kept).Trim(), first);
    }

    private static int EndOfHeader(string[] lines, int start, out ForwardedHeader? header, TimeSpan offset)
    {
        header = null;
        int at = start;
        bool announced = Announcement().IsMatch(lines[at]);
        if (announced)
        {
            for (at++; at < lines.Length && string.IsNullOrWhiteSpace(lines[at]);) at++;
        }

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (; at < lines.Length && Field().Match(lines[at]) is { Success: true } field; at++)
            fields.TryAdd(field.Groups[1].Value.Trim(), field.Groups[2].Value.Trim());
        string? from = Value(fields, Senders);
        string? time = Value(fields, Times);
        string? subject = Value(fields, Subjects);
        bool isHeader = announced ? fields.Count > 0 : fields.Count > LeastLines - 1 && from is not null && (time is not null || subject is not null);
        if (!isHeader) return start;
        header = new ForwardedHeader(
            from is null ? null : SenderText.Of(from),
            time is null ? null : MailDate.Of(time, offset),
            subject is null ? "" : SubjectText.Of(subject));
        return at;
    }

    private static string? Value(Dictionary<string, string> fields, HashSet<string> names) =>
        fields.Where(f => names.Contains(f.Key.ToLowerInvariant())).Select(f => f.Value).FirstOrDefault(v => v.Length > 0);

    [GeneratedRegex(@"^[\s>]*(-{2,}\s*(forwarded message|original message|message transf[ée]r[ée]|message d['’]origine)\s*-{2,}|begin forwarded message\s*:|d[ée]but du message (transf[ée]r[ée]|r[ée]exp[ée]di[ée])\s*:)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^[\s>]*\*?(From|Sent|Date|Subject|To|Cc|Reply-To|De|Exp[ée]diteur|Envoy[ée]|Objet|Sujet|[ÀA]|Destinataire|R[ée]pondre [àa])\*?\s?:\*?(?:\s+(.*?))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Field();
}
