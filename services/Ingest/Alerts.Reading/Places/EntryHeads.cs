using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>Where a text's entries may begin with the name of their place: behind a list mark, an hour, a day ("Samedi 26, Blangoua : …"), and before a colon; alone before a full stop ("Sat 17, Kantchari. …"); and where a form asks for it.</summary>
internal static class EntryHeads
{
    private const int LongestMark = 2;
    private const int LongestDay = 8;
    private const int LongestName = 4;

    /// <summary>The first words of such names.</summary>
    public static IEnumerable<int> Of(Analysis analysis)
    {
        foreach (Sentence sentence in analysis.Sentences)
        {
            if (HeadAt(analysis, sentence) is { } head) yield return head;
        }
    }

    /// <summary>The first words of who writes the lines of a chat, where one name heads several of them: "08:12 Karla: …".</summary>
    public static IEnumerable<int> Writers(Analysis analysis)
    {
        (int First, string Name)[] heads = [.. analysis.Sentences.Select(s => LogLines.HeadOf(analysis.Document, s.First)).Where(h => h is not null).Select(h => (h!.Value.First, analysis.Document.TextOf(h.Value.First, h.Value.End)))];
        return heads.DistinctBy(h => h.Name).Count() < heads.Length ? heads.Select(h => h.First) : [];
    }

    private static int? HeadAt(Analysis analysis, Sentence sentence)
    {
        Document document = analysis.Document;
        if (!document.CapitalsTell) return null;
        int at = LogLines.HeadOf(document, sentence.First)?.First ?? sentence.First;
        if (document.Words[at].Text.Length <= LongestMark && document.GapAfter(at) is ['.' or ')', ..]) at++;
        int day = at;
        while (day < Math.Min(sentence.End, at + LongestDay) && (IsOfDay(analysis, day, sentence) || (day > at && analysis.Is(day, WordClass.Function | WordClass.Of | WordClass.Locative)))) day++;
        bool dated = day > at && document.GapAfter(day - 1).ContainsAny(',', ']');
        at = day;
        if (day < sentence.End && document.IsCapitalised(day) && sentence.Item > 0 && sentence.First > 0 && ParagraphHeadings.EndsHeading(document, analysis.Language, sentence)) return at;
        for (int word = at; word < Math.Min(sentence.End - 1, at + LongestName); word++)
        {
            if (!document.IsCapitalised(word) && word == at) return null;
            ReadOnlySpan<char> gap = document.GapAfter(word);
            if (gap.Contains(": ", StringComparison.Ordinal) || gap.Contains('|') || (dated && gap.ContainsAny(',', '.'))) return at;
            if (gap.Contains(',') && EndsWithDay(analysis, word + 1, sentence)) return at;
            if (gap.ContainsAny('.', ',', '\n') || gap.Contains(';')) return null;
        }

        return null;
    }

    // "Kolofata, night Mon 26/Tue 27: …".
    private static bool EndsWithDay(Analysis analysis, int first, Sentence sentence)
    {
        for (int word = first; word < Math.Min(sentence.End - 1, first + LongestDay) && (IsOfDay(analysis, word, sentence) || (word > first && analysis.Is(word, WordClass.Function))); word++)
        {
            if (analysis.Document.GapAfter(word).Contains(": ", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsOfDay(Analysis analysis, int word, Sentence sentence) =>
        char.IsAsciiDigit(analysis.Words[word].Text[0]) || analysis.GrammarAt(word, sentence.End, "Weekday", "Month", "DayLead", "Morning", "Afternoon", "Evening", "Night", "Yesterday", "Today").Entry is not null;
}
