using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>Finds headings that have a line to themselves ("Gao", "Lakes | Rumbek | Thursday 14 May"): what follows, up to the next one, stands under them.</summary>
internal static class HeadingLines
{
    // One may be the title of an article, which heads nothing that its text does not say.
    private const int FewestHeadings = 2;
    private const int LongestHeading = 12;

    public static IReadOnlyList<Sentence> Mark(Document document, Language language, IReadOnlyList<Sentence> sentences)
    {
        if (!document.CapitalsTell) return sentences;
        HashSet<int> headings = [.. Enumerable.Range(0, Math.Max(0, sentences.Count - 1)).Where(i => IsHeading(document, language, sentences, i))];
        if (headings.Count < FewestHeadings) return sentences;
        int last = -1;
        var marked = new List<Sentence>(sentences.Count);
        for (int i = 0; i < sentences.Count; i++)
        {
            if (headings.Contains(i)) last = i;
            marked.Add(headings.Contains(i) ? sentences[i] : sentences[i] with { Heading = last });
        }

        return marked;
    }

    private static bool IsHeading(Document document, Language language, IReadOnlyList<Sentence> sentences, int at)
    {
        Sentence line = sentences[at], next = sentences[at + 1];
        bool alone = next.Paragraph != line.Paragraph && (at == 0 || sentences[at - 1].Paragraph != line.Paragraph);
        return alone && line.Item == 0 && !LogLines.BeginsAt(document, line.First) && line.End - line.First <= LongestHeading && IsOpen(document, language, line) && !IsOpen(document, language, next);
    }

    // A line that ends without a stop, and is made of names or parted by bars.
    private static bool IsOpen(Document document, Language language, Sentence line) =>
        EndsOpen(document, line.End - 1) && (IsBarred(document.TextOf(line.First, line.End)) || IsTitled(document, language, line));

    /// <summary>Whether bars part a line: a row of a table, or a heading made like one.</summary>
    public static bool IsBarred(ReadOnlySpan<char> line) => line.Contains(" | ", StringComparison.Ordinal);

    private static bool EndsOpen(Document document, int word)
    {
        ReadOnlySpan<char> gap = document.GapAfter(word);
        int lineEnd = gap.IndexOf('\n');
        return lineEnd >= 0 && !gap[..lineEnd].ContainsAny(".!?;,");
    }

    /// <summary>Whether words are names, numbers, and small words between them: nothing that a sentence is made of.</summary>
    public static bool IsTitled(Document document, Language language, Sentence line)
    {
        for (int word = line.First; word < line.End; word++)
        {
            string text = document.Words[word].Text;
            bool small = language.ClassesOf(text).HasFlag(WordClass.Function) || language.Grammar.MatchAt(document.Words, word, line.End).Values is not null;
            if (!document.IsCapitalised(word) && !char.IsAsciiDigit(text[0]) && (!small || word == line.First)) return false;
        }

        return true;
    }
}
