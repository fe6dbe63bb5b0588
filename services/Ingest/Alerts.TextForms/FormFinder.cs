using System.Text;
using System.Text.RegularExpressions;
using Alerts.TextForms.Chats;

namespace Alerts.TextForms;

// Tells the form of a file by its first kilobytes. Pure.
internal static partial class FormFinder
{
    private const int Looked = 4096;

    // Headers that people do not type: an e-mail has at least one of them beside From, Date or Subject.
    private static readonly string[] Machine = ["mime-version", "message-id", "received", "return-path", "content-type", "dkim-signature", "delivered-to"];

    public static TextForm Of(ReadOnlySpan<byte> file)
    {
        string start = Encoding.UTF8.GetString(file[..Math.Min(file.Length, Looked)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Page().IsMatch(start)) return TextForm.Html;
        if (IsMail(start)) return TextForm.Email;
        return ChatLine.StartsChat(start) ? TextForm.Chat : TextForm.Plain;
    }

    private static bool IsMail(string start)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in start.Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t') continue;
            Match header = Header().Match(line);
            if (!header.Success) break;
            names.Add(header.Groups[1].Value);
        }

        return Array.Exists(Machine, names.Contains) && (names.Contains("From") || names.Contains("Subject") || names.Contains("Date"));
    }

    [GeneratedRegex(@"^(<\?xml[^>]{0,200}>\s*)?(<!--[^>]{0,500}-->\s*)*<(!doctype\s+html|html|head|body|article|div|p)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9-]{1,60}):")]
    private static partial Regex Header();
}
