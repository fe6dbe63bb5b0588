using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>Finds texts whose paragraphs begin with headings of one shape ("Nikopol district – …", "MACOMIA. …", "Goma: …"): each such paragraph is an entry of a list.</summary>
internal static class ParagraphHeadings
{
    // One heading may be a dateline, and a dash farther in sets off an aside.
    private const int FewestHeadings = 2;
    private const int LongestHeading = 5;

    // Words more that a day and a country make of it.
    private const int LongestDay = 3;

    public static IReadOnlyList<Sentence> Number(Document document, Language language, IReadOnlyList<Sentence> sentences)
    {
        Dictionary<int, Shape> shapes = [];
        for (int i = 0; i < sentences.Count; i++)
        {
            Sentence sentence = sentences[i];
            if (sentence.Item > 0 || (i > 0 && sentences[i - 1].Paragraph == sentence.Paragraph)) continue;
            bool goesOn = i + 1 < sentences.Count && sentences[i + 1].Paragraph == sentence.Paragraph;
            if (ShapeOf(document, language, sentence, goesOn) is { } shape) shapes[sentence.Paragraph] = shape;
        }

        HashSet<int> headed = [.. shapes.GroupBy(s => s.Value, s => s.Key).Where(g => g.Count() >= FewestHeadings).SelectMany(g => g)];
        if (headed.Count == 0) return sentences;
        int item = sentences.Max(s => s.Item);
        int last = -1;
        var numbered = new List<Sentence>(sentences.Count);
        foreach (Sentence sentence in sentences)
        {
            bool entry = headed.Contains(sentence.Paragraph);
            if (entry && sentence.Paragraph != last) item++;
            last = sentence.Paragraph;
            numbered.Add(entry ? sentence with { Item = item } : sentence);
        }

        return numbered;
    }

    // GoesOn: whether more sentences of the paragraph follow.
    private static Shape? ShapeOf(Document document, Language language, Sentence sentence, bool goesOn)
    {
        if (!document.CapitalsTell || !document.IsCapitalised(sentence.First)) return null;

        // The first words of a text are its dateline.
        if (goesOn && sentence.First > 0 && EndsHeading(document, language, sentence)) return Shape.Stop;
        for (int word = sentence.First; word < Math.Min(sentence.End - 1, sentence.First + LongestHeading); word++)
        {
            ReadOnlySpan<char> gap = document.GapAfter(word);
            if (gap.Contains('|')) return goesOn ? Shape.Bar : null;
            if (gap.ContainsAny('–', '—') || gap.Contains(" - ", StringComparison.Ordinal)) return Shape.Dash;
            if (gap.Contains(": ", StringComparison.Ordinal)) return HeadingLines.IsTitled(document, language, sentence with { End = word + 1 }) ? Shape.Colon : null;
            if (gap.Contains('.')) return null;
        }

        return null;
    }

    /// <summary>Whether a sentence is nothing but such a heading: "MACOMIA.", "Wed 14, Fada N'Gourma, Burkina Faso."</summary>
    public static bool EndsHeading(Document document, Language language, Sentence sentence) =>
        sentence.End - sentence.First <= LongestHeading + (IsDay(document, language, sentence) ? LongestDay : 0) && HeadingLines.IsTitled(document, language, sentence);

    private static bool IsDay(Document document, Language language, Sentence sentence) =>
        char.IsAsciiDigit(document.Words[sentence.First].Text[0]) || language.Grammar.MatchAt(document.Words, sentence.First, sentence.End).Values?.Exists(v => v.Key == "Weekday") == true;

    private enum Shape
    {
        Dash,
        Bar,
        Stop,
        Colon,
    }
}
