using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Alerts.Cli.Rendering;

// Text that came from outside must not move the cursor, change colours, reverse the reading order or hide: terminals obey control
// characters, and an officer must see what a source wrote. What could do that is shown by its number.
internal static class SafeText
{
    private const int TabWidth = 4;

    // For Text and plain writers. Line breaks become spaces unless they are to be kept.
    public static string Of(string text, bool keepLines = false)
    {
        var safe = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n':
                    safe.Append(keepLines ? '\n' : ' ');
                    break;
                case '\r':
                    break;
                case '\t':
                    safe.Append(' ', TabWidth);
                    break;
                default:
                    if (IsDangerous(rune)) safe.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
                    else safe.Append(rune);
                    break;
            }
        }

        return safe.ToString();
    }

    // For markup: safe, and its brackets mean nothing.
    public static string Markup(string text, bool keepLines = false) => Of(text, keepLines).EscapeMarkup();

    // Control: C0, DEL and C1. Format: bidi controls and marks, zero-width characters, tags; but joiners stay, which scripts such as
    // Arabic and Bengali need to be read. U+FFFD is what EnumerateRunes makes of half a character, and harmless.
    private static bool IsDangerous(Rune rune) => rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
