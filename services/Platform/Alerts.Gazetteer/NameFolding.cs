using System.Globalization;
using System.Text;

namespace Alerts.Gazetteer;

/// <summary>The one form in which names are compared: lower case, without diacritics, words separated by single spaces.</summary>
/// <remarks>
/// Letters go to lower case and to their base letter (é → e, ø → o, ß → ss); combining marks vanish; digits stay; full-width forms become
/// ASCII; everything else (punctuation, apostrophes of any kind, symbols, broken surrogates) separates words. Other scripts stay in their script.
/// Folding is idempotent and works word by word, in linear time. Pure and thread safe.
/// </remarks>
public static class NameFolding
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>Folds a name or a text.</summary>
    /// <param name="name">Any text; may be empty.</param>
    /// <returns>The folded text; empty when it has no letter and no digit.</returns>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = new StringBuilder(name.Length);
        bool gap = false;
        for (int at = 0; at < name.Length;)
        {
            int before = folded.Length;
            if (gap && before > 0) folded.Append(' ');
            int start = folded.Length;
            at += AppendNext(name, at, folded, out bool separates);
            if (folded.Length == start)
            {
                folded.Length = before;
                gap |= separates;
            }
            else
            {
                gap = false;
            }
        }

        return folded.ToString();
    }

    /// <summary>Splits a text into its folded words, with where each stands.</summary>
    /// <param name="text">Any text; may be empty.</param>
    /// <returns>The words in the order of the text.</returns>
    public static IReadOnlyList<FoldedWord> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<FoldedWord>((text.Length / 5) + 1);
        var folded = new StringBuilder(32);
        int start = 0;
        for (int at = 0; at < text.Length;)
        {
            int before = folded.Length;
            int length = AppendNext(text, at, folded, out bool separates);
            if (before == 0 && folded.Length > 0) start = at;
            if (separates && before > 0) Take(at);
            at += length;
        }

        if (folded.Length > 0) Take(text.Length);
        return words;

        void Take(int end)
        {
            words.Add(new FoldedWord(start, end - start, folded.ToString()));
            folded.Clear();
        }
    }

    // Appends what the next scalar folds to, perhaps nothing; answers how many chars of the text it took.
    private static int AppendNext(string text, int at, StringBuilder folded, out bool separates)
    {
        char c = text[at];
        separates = false;
        if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        {
            folded.Append(c);
            return 1;
        }

        if (c < 0x80)
        {
            if (char.IsAsciiLetterUpper(c)) folded.Append((char)(c | 0x20));
            else separates = true;
            return 1;
        }

        if (c is >= FullWidthFirst and <= FullWidthLast)
        {
            char ascii = char.ToLowerInvariant((char)(c - FullWidthOffset));
            if (char.IsAsciiLetterOrDigit(ascii)) folded.Append(ascii);
            else separates = true;
            return 1;
        }

        if (char.IsSurrogate(c))
        {
            if (Rune.TryGetRuneAt(text, at, out Rune rune) is false)
            {
                separates = true;
                return 1;
            }

            if (Rune.IsLetterOrDigit(rune)) folded.Append(Rune.ToLowerInvariant(rune).ToString());
            else separates = Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark;
            return 2;
        }

        AppendLetter(c, folded, out separates);
        return 1;
    }

    private static void AppendLetter(char c, StringBuilder folded, out bool separates)
    {
        separates = false;
        UnicodeCategory category = char.GetUnicodeCategory(c);
        if (category == UnicodeCategory.NonSpacingMark) return;

        // Modifier letters stand for apostrophes in names of the Sahel and the Pacific: N’Djamena, Hawaiʻi.
        bool word = category is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNumber || (char.IsLetterOrDigit(c) && c is not (>= '\u02B0' and <= '\u02FF'));
        if (!word)
        {
            separates = category != UnicodeCategory.Format;
            return;
        }

        char lower = char.ToLowerInvariant(c);
        if (FoldTable.TwoLettersOf(lower) is { } two) folded.Append(two);
        else folded.Append(FoldTable.BaseOf(lower));
    }
}
