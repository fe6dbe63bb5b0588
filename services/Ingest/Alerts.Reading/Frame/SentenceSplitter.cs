using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>Cuts a document into sentences, paragraphs and list items. A semicolon ends a sentence too: what follows tells something new.</summary>
internal static class SentenceSplitter
{
    // Lines of hard-wrapped text (telex, mail) are about this long; a shorter one ends where its writer ended it.
    private const int ShortestWrapped = 45;
    private const int LongestWrapped = 100;

    // A sentence longer than this is a table or rubbish; it is cut so that no step takes more than linear time.
    private const int MostWords = 160;

    // "Monday 9 June 2025".
    private const int LongestDay = 4;

    public static IReadOnlyList<Sentence> Split(Document document, Language language)
    {
        bool wrapped = IsHardWrapped(document.Text);
        HashSet<int> entries = NumberedEntries.In(document);
        var sentences = new List<Sentence>();
        int first = 0;
        int paragraph = 0;
        int item = 0;
        int items = 0;
        for (int word = 0; word < document.Words.Count; word++)
        {
            bool last = word + 1 == document.Words.Count;
            Break found = last ? Break.Paragraph : entries.Contains(word + 1) ? Break.Item : Math.Max(BreakAfter(document, language, word, wrapped) is var b ? (int)b : 0, word - first + 1 >= MostWords ? 1 : 0) switch
            {
                3 => Break.Item,
                2 => Break.Paragraph,
                1 => Break.Sentence,
                _ => Break.None,
            };
            if (found == Break.None) continue;
            if (sentences.Count == 0 && (IsListMark(document, 0) || entries.Contains(0))) item = ++items;
            sentences.Add(new Sentence(first, word + 1, paragraph, item));
            first = word + 1;
            if (found >= Break.Paragraph)
            {
                paragraph++;
                item = 0;
            }

            if (found == Break.Item) item = ++items;
        }

        return HeadingLines.Mark(document, language, ParagraphHeadings.Number(document, language, sentences));
    }

    private static bool IsHardWrapped(string text)
    {
        int longest = 0;
        int line = 0;
        foreach (char c in text)
        {
            line = c == '\n' ? 0 : line + 1;
            longest = Math.Max(longest, line);
        }

        return longest is >= ShortestWrapped and <= LongestWrapped;
    }

    private static Break BreakAfter(Document document, Language language, int word, bool wrapped)
    {
        ReadOnlySpan<char> gap = document.GapAfter(word);
        int lineEnd = gap.IndexOf('\n');
        if (lineEnd >= 0)
        {
            if (IsListMark(document, word + 1)) return Break.Item;
            if (gap[(lineEnd + 1)..].Contains('\n') || LogLines.BeginsAt(document, word + 1)) return Break.Paragraph;
            ReadOnlySpan<char> line = LineOf(document, word);
            if (!wrapped || line.Length < ShortestWrapped || HeadingLines.IsBarred(line) || BeginsField(document, language, word + 1) || (gap[..lineEnd].Contains('.') && BeginsDay(document, language, word + 1))) return Break.Paragraph;
        }

        if (gap.Contains(';') || gap.Contains('•')) return Break.Sentence;
        int stop = gap.IndexOfAny('.', '!', '?');
        if (stop < 0 || stop + 1 >= gap.Length) return Break.None;
        if (gap[stop] != '.') return Break.Sentence;
        // Who begins a message with a small letter goes on so.
        bool beginsHigh = !char.IsLower(document.Text[document.Words[0].Start]);
        string before = document.Words[word].Text;
        bool abbreviation = language.ClassesOf(before).HasFlag(WordClass.Abbreviation) || (before.Length == 1 && document.IsCapitalised(word) && !char.IsDigit(before[0]));
        return gap.ContainsAny(' ', '"', '”') || lineEnd >= 0
            ? abbreviation || (beginsHigh && char.IsLower(document.Text[document.Words[word + 1].Start])) ? Break.None : Break.Sentence
            : Break.None;
    }

    // "Place: Galkayo": the next field of a form, however long the line before.
    private static bool BeginsField(Document document, Language language, int word) =>
        language.Grammar.MatchAt(document.Words, word, document.Words.Count) is { Values: { } values, WordCount: var count }
        && values.Exists(v => v.Key.EndsWith("Label", StringComparison.Ordinal)) && document.GapAfter(word + count - 1) is [':', ..];

    // "10 June. Mopti: …", "Tuesday. …": the next entry of a diary, however long the line before.
    private static bool BeginsDay(Document document, Language language, int word)
    {
        int end = word;
        while (end < Math.Min(document.Words.Count, word + LongestDay) && IsOfDay(document, language, end) && (end == word || document.JoinsNext(end - 1))) end++;
        return end > word && (end > word + 1 || !char.IsAsciiDigit(document.Words[word].Text[0])) && document.GapAfter(end - 1).TrimStart() is ['.' or ':', ..];
    }

    private static bool IsOfDay(Document document, Language language, int word) =>
        char.IsAsciiDigit(document.Words[word].Text[0]) || language.Grammar.MatchAt(document.Words, word, word + 1).Values?.Exists(v => v.Key is "Weekday" or "Month") == true;

    private static ReadOnlySpan<char> LineOf(Document document, int word)
    {
        int end = document.Words[word].End;
        int start = document.Text.LastIndexOf('\n', end - 1) + 1;
        int stop = document.Text.IndexOf('\n', end);
        return document.Text.AsSpan(start, (stop < 0 ? document.Text.Length : stop) - start);
    }

    // "1)", "a.", "(1)", "•", "–", "[07:52]", "0740": what begins an entry of a list or of a log.
    private static bool IsListMark(Document document, int word)
    {
        if (word >= document.Words.Count) return false;
        ReadOnlySpan<char> before = document.GapBefore(word).Trim();
        int line = document.GapBefore(word).LastIndexOf('\n');
        ReadOnlySpan<char> lead = line < 0 ? before : document.GapBefore(word)[(line + 1)..].Trim();
        // "> Ayorou, mardi 2 : …", but not the next line of what a mail quotes.
        if (lead is ['>'] && (line < 0 || before[..before.IndexOf('>')].ContainsAny('.', ':', ';') || document.GapBefore(word).Count('\n') > 1)) return true;
        if (lead is ['•' or '–' or '-' or '*' or '·' or '▪' or '‣' or '◦' or '●' or '■' or '►', ..] or ['[', ..]) return lead[0] != '[' || char.IsDigit(document.Words[word].Text[0]);
        string text = document.Words[word].Text;
        if (text.Length > 4 || word + 1 >= document.Words.Count) return false;
        ReadOnlySpan<char> after = document.GapAfter(word);
        bool number = text.All(char.IsAsciiDigit);

        // "2.1 NASIR".
        if (number && text.Length <= 2 && after is "." && document.Words[word + 1].Text is [>= '0' and <= '9'] && document.GapAfter(word + 1) is [' ', ..]) return true;
        if (number && text.Length == 4 && after is " ") return true;
        bool letter = text.Length == 1 || (text is "ii" or "iii" or "iv" or "vi" or "vii" or "viii" or "ix" && document.IsCapitalised(word) && line >= 0);
        return (letter || (number && text.Length <= 2)) && (after is [')', ' ', ..] or ['.', ' ', ..] || (lead is ['(', ..] && after is [')', ..]));
    }

    private enum Break
    {
        None,
        Sentence,
        Paragraph,
        Item,
    }
}
