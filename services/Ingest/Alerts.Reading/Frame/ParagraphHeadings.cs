namespace Alerts.Reading.Frame;

/// <summary>Finds texts whose paragraphs begin with a heading and a dash ("Nikopol district – …"): each such paragraph is an entry of a list.</summary>
internal static class ParagraphHeadings
{
    // One heading may be a dateline, and a dash farther in sets off an aside.
    private const int FewestHeadings = 2;
    private const int LongestHeading = 5;

    public static IReadOnlyList<Sentence> Number(Document document, IReadOnlyList<Sentence> sentences)
    {
        HashSet<int> headed = [];
        int last = -1;
        foreach (Sentence sentence in sentences)
        {
            if (sentence.Paragraph != last && sentence.Item == 0 && IsHeaded(document, sentence)) headed.Add(sentence.Paragraph);
            last = sentence.Paragraph;
        }

        if (headed.Count < FewestHeadings) return sentences;
        int item = sentences.Max(s => s.Item);
        last = -1;
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

    private static bool IsHeaded(Document document, Sentence sentence)
    {
        if (!document.CapitalsTell || !document.IsCapitalised(sentence.First)) return false;
        for (int word = sentence.First; word < Math.Min(sentence.End - 1, sentence.First + LongestHeading); word++)
        {
            ReadOnlySpan<char> gap = document.GapAfter(word);
            if (gap.ContainsAny('–', '—') || gap.Contains(" - ", StringComparison.Ordinal)) return true;
            if (gap.Contains('.')) return false;
        }

        return false;
    }
}
