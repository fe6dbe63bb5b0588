using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>Lists of names: "Gao, Mopti and Kidal", "Talca, and Temuco".</summary>
internal static class NameLists
{
    private const int ShortestName = 3;

    /// <summary>Whether "and" and one name more follow behind a name; "in Tecate, and opened fire" goes on with something else.</summary>
    public static bool GoesOn(Analysis analysis, int end, Sentence sentence)
    {
        Document document = analysis.Document;
        if (end + 1 >= sentence.End || !analysis.Is(end, WordClass.And) || document.GapAfter(end - 1) is not (" " or ", " or "\n" or ",\n") || !document.JoinsNext(end)) return false;
        int next = end + 1;
        while (next < sentence.End - 1 && analysis.Is(next, WordClass.Locative | WordClass.Det)) next++;
        if (document.CapitalsTell) return document.IsCapitalised(next);
        string word = analysis.Words[next].Text;
        return word.Length >= ShortestName && analysis.Over(next) is null && analysis.GrammarAt(next, sentence.End).Entry is null && !analysis.Is(next, WordClass.Function | WordClass.Prep | WordClass.Say)
            && !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ing", StringComparison.Ordinal);
    }
}
