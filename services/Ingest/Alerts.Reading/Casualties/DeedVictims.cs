using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Casualties;

/// <summary>Counts those of whom a noun says that they were killed: "the murder of a radio presenter", "the massacre, on Monday, of six youths", "l'assassinat d'une dirigeante communautaire".</summary>
internal sealed class DeedVictims(Analysis analysis)
{
    private const int AsideReach = 10;

    private readonly UnknownPeople _unknown = new(analysis);

    /// <summary>How many, and the word behind them; null when the noun does not tell, or tells of several groups.</summary>
    public (int Count, int End)? Of(Mark deed, Sentence sentence)
    {
        int first = Object(deed, sentence);
        if (first < 0 || first >= sentence.End) return null;
        int start = first + 1 < sentence.End && analysis.Is(first, WordClass.Near) ? first + 1 : first;
        bool counted = NumberReader.At(analysis, start, sentence.End) is { IsVague: false, Upper: null, Value: > 1 };
        return counted ? Several(NumberReader.At(analysis, start, sentence.End)!, sentence) : Single(first, sentence);
    }

    private (int Count, int End)? Several(NumberPhrase number, Sentence sentence)
    {
        int end = End(number.End, sentence);
        return end == number.End || IsList(end, sentence) ? null : (number.Value, end);
    }

    private (int Count, int End)? Single(int article, Sentence sentence)
    {
        if (!analysis.Is(article, WordClass.Singular)) return null;
        int end = End(article + 1, sentence);
        if (end == article + 1 || IsList(end, sentence)) return null;
        int head = article + 1;
        while (head + 1 < end && !analysis.Is(head + 1, WordClass.Of)) head++;
        if (analysis.GrammarAt(head, end, "Collective").Entry is not null) return null;
        return !analysis.Is(article, WordClass.Definite) || IsOnePerson(head) ? (1, end) : null;
    }

    // "the treasurer", but not "the students": behind "the" only somebody known, and no plural.
    private bool IsOnePerson(int head) => analysis.Over(head)?.Of(Sort.Person) is not null && analysis.Words[head].Text[^1] is not 's';

    private int End(int first, Sentence sentence) => Math.Max(_unknown.End(first, sentence), analysis.At(first) is { } mark && mark.Of(Sort.Person) is not null ? mark.End : first);

    // "of the governor, a judge and a guard": others follow.
    private bool IsList(int end, Sentence sentence) =>
        analysis.Is(end, WordClass.And) || (end < sentence.End && analysis.Document.GapAfter(end - 1).Contains(',') && (analysis.Is(end, WordClass.Singular) || NumberReader.At(analysis, end, sentence.End) is not null));

    // Right behind "of", also when the day or the like stands between commas before it.
    private int Object(Mark deed, Sentence sentence)
    {
        if (analysis.Is(deed.End - 1, WordClass.Of)) return deed.End;
        if (analysis.Is(deed.End, WordClass.Of)) return deed.End + 1;
        for (int at = deed.End + 1; at < Math.Min(sentence.End, deed.End + AsideReach); at++)
        {
            if (analysis.Is(at, WordClass.Of) && analysis.Document.GapAfter(at - 1).Contains(',')) return at + 1;
        }

        return -1;
    }
}
