using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Reports;

namespace Alerts.Reading.Events;

/// <summary>Finds whom a sentence makes responsible for a deed in other words than those that tell it: "planted by", "took part in the attack", "accused of".</summary>
internal sealed class DeedFinder(Analysis analysis)
{
    private const string Deed = "Deed";
    private const string Guilty = "Guilty";
    private const string Accuses = "Accuses";

    // Words between somebody and what is said of him.
    private const int Reach = 3;

    // Words between a verb and the deed that it takes for its object.
    private const int ObjectReach = 5;

    /// <summary>Those who are said to have done it, or are accused of it.</summary>
    public IEnumerable<Doer> Find(TellingSentence telling)
    {
        Sentence sentence = telling.Sentence;
        for (int at = sentence.First; at < sentence.End;)
        {
            (Entry? entry, int count) = analysis.GrammarAt(at, sentence.End, Deed, Guilty, Accuses);
            if (entry is null)
            {
                at++;
                continue;
            }

            int end = at + count;
            if (!IsNegated(at, sentence) && Culprit(entry.Key, at, end, telling) is { } noun) yield return new Doer(noun, entry.Key == Deed ? Attribution.Stated : Attribution.Accused);
            at = end;
        }
    }

    private Noun? Culprit(string key, int first, int end, TellingSentence telling)
    {
        Sentence sentence = telling.Sentence;
        if (key == Accuses) return Behind(end, telling);
        if (key == Guilty) return TakesDeed(end, sentence) ? Before(first, telling) : null;
        if (analysis.HasCue("Investigation", first - ObjectReach, first)) return null;
        int by = end;
        while (by < Math.Min(sentence.End, end + ObjectReach) && !analysis.Is(by, WordClass.By)) by++;
        if (analysis.Is(by, WordClass.By) && by < sentence.End && HasBe(first, sentence)) return Behind(by + 1, telling);
        if (by == end && analysis.Is(by, WordClass.By)) return Behind(by + 1, telling);
        return !HasBe(first, sentence) && TakesDeed(end, sentence) ? Before(first, telling) : null;
    }

    private bool TakesDeed(int from, Sentence sentence)
    {
        for (int at = from; at < Math.Min(sentence.End, from + ObjectReach); at++)
        {
            if (analysis.At(at)?.Of(Sort.Trigger) is not null || analysis.GrammarAt(at, sentence.End, "Deeds").Entry is not null) return true;
        }

        return false;
    }

    private bool HasBe(int word, Sentence sentence)
    {
        for (int at = word - 1; at >= Math.Max(sentence.First, word - 2); at--)
        {
            if (analysis.Is(at, WordClass.Be)) return true;
        }

        return false;
    }

    private bool IsNegated(int word, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, word - Reach); at < word; at++)
        {
            if (analysis.Is(at, WordClass.None) || analysis.At(at)?.IsCue("Denied") == true || analysis.At(at)?.IsCue("Negated") == true) return true;
        }

        return false;
    }

    private Noun? Before(int first, TellingSentence telling)
    {
        Noun? noun = telling.Nouns.LastOrDefault(n => Math.Max(n.End, n.Name?.End ?? 0) <= first);
        if (noun is null || !MayDo(noun)) return null;
        int end = Math.Max(noun.End, noun.Name?.End ?? 0);
        if (first - end > Reach) return null;
        for (int at = end; at < first; at++)
        {
            if (!analysis.Is(at, WordClass.Be | WordClass.Aux | WordClass.Clause) && analysis.GrammarAt(at, first).Entry is null && !analysis.Words[at].Text.EndsWith("ly", StringComparison.Ordinal)) return null;
        }

        return noun;
    }

    private Noun? Behind(int end, TellingSentence telling)
    {
        Noun? noun = telling.Nouns.FirstOrDefault(n => n.First >= end && n.First <= end + Reach);
        if (noun is null || !MayDo(noun)) return null;
        for (int at = end; at < (noun.Number?.First ?? noun.First); at++)
        {
            if (!analysis.Is(at, WordClass.Det | WordClass.Near | WordClass.Singular)) return null;
        }

        return noun;
    }

    // "the people involved" says nothing of who they are.
    private bool MayDo(Noun noun) => noun.CanAct || (noun.IsPerson && analysis.GrammarAt(noun.Head, noun.End, "Anybody").Entry is null);
}
