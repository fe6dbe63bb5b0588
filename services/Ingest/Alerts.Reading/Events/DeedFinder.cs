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
    private const string Holds = "Holds";
    private const string Did = "Did";
    private const string CameFrom = "CameFrom";
    private const string TheGuilty = "TheGuilty";
    private const string Why = "Why";
    private const string Mastermind = "Mastermind";

    /// <summary>The class of what stands before who did it in a form: "Perpetrators:".</summary>
    public const string DoerField = "DoerField";

    // Words between somebody and what is said of him.
    private const int Reach = 3;

    // Words that tell more of somebody between commas: "X, chief of the police, is responsible for".
    private const int AppositionReach = 12;

    // "are the people directly": words between somebody and "responsible".
    private const int PredicateReach = 5;

    // "members of the": words between "were" and those whom they say they were.
    private const int PartReach = 5;

    // Words between a verb and the deed that it takes for its object.
    private const int ObjectReach = 5;

    /// <summary>Those who are said to have done it, or are accused of it.</summary>
    public IEnumerable<Doer> Find(TellingSentence telling)
    {
        Sentence sentence = telling.Sentence;
        for (int at = sentence.First; at < sentence.End;)
        {
            (Entry? entry, int count) = analysis.GrammarAt(at, sentence.End, Deed, Guilty, Accuses, Holds, Did, CameFrom, TheGuilty, Mastermind, Why, DoerField);
            if (entry is null)
            {
                at++;
                continue;
            }

            int end = at + count;
            Noun? culprit = IsNegated(at, sentence) ? null : Culprit(entry.Key, at, end, telling);
            for (Noun? next = culprit; next is not null; next = Joined(next, telling, culprit!.First >= end)) yield return new Doer(next, entry.Key is Deed or DoerField or Did or CameFrom ? Attribution.Stated : Attribution.Accused);
            at = end;
        }
    }

    private Noun? Culprit(string key, int first, int end, TellingSentence telling)
    {
        Sentence sentence = telling.Sentence;
        if (key == DoerField && analysis.Document.GapAfter(end - 1).Contains(':')) return Behind(end, telling);
        if (key is Accuses or CameFrom) return Behind(end, telling);
        if (key is TheGuilty or DoerField) return analysis.GrammarAt(first, sentence.End, TheGuilty).Entry is null ? null : Identity(end, telling);
        if (key is Did or Mastermind) return Before(first, telling);
        if (key == Holds) return IsHeld(end, sentence) ? Behind(end, telling) : null;
        if (key is Guilty or Why) return TakesDeed(end, sentence) ? Before(first, telling) : null;
        if (analysis.HasCue("Investigation", first - ObjectReach, first)) return null;
        int by = end;
        while (by < Math.Min(sentence.End, end + ObjectReach) && !analysis.Is(by, WordClass.By)) by++;
        if (analysis.Is(by, WordClass.By) && by < sentence.End && HasBe(first, sentence)) return Behind(by + 1, telling);
        if (by == end && analysis.Is(by, WordClass.By)) return Behind(by + 1, telling);
        return !HasBe(first, sentence) && TakesDeed(end, sentence) ? Before(first, telling) : null;
    }

    // "the killers are soldiers", "the murderers of the priest were members of the army", "those responsible come from the army".
    private Noun? Identity(int from, TellingSentence telling)
    {
        Sentence sentence = telling.Sentence;
        int be = from;
        while (be < Math.Min(sentence.End, from + AppositionReach) && !analysis.Is(be, WordClass.Be)) be++;
        if (be == Math.Min(sentence.End, from + AppositionReach)) return null;
        for (int at = be; at < sentence.End && at <= be + PartReach; at++)
        {
            if (telling.Nouns.FirstOrDefault(n => n.PhraseFirst == at || n.First == at) is { } noun && !IsPart(noun)) return noun.CanAct && !IsNegated(at, sentence) ? noun : null;
            if (analysis.GrammarAt(at, sentence.End, "Part").Entry is null && !analysis.Is(at, WordClass.Be | WordClass.Aux | WordClass.Det | WordClass.Of | WordClass.Origin | WordClass.Near | WordClass.Singular)) return null;
        }

        return null;
    }

    private bool IsPart(Noun noun) => !noun.CanAct && analysis.GrammarAt(noun.Head, noun.End, "Part").Entry is not null;

    // "hold the army responsible".
    private bool IsHeld(int from, Sentence sentence)
    {
        for (int at = from; at < Math.Min(sentence.End, from + AppositionReach); at++)
        {
            if (analysis.GrammarAt(at, sentence.End, "Responsible").Entry is not null) return true;
        }

        return false;
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
        Noun? noun = Described(first, telling) ?? telling.Nouns.LastOrDefault(n => n.PhraseEnd <= first && !IsPredicate(n, telling.Sentence));
        if (noun is null || !MayDo(noun)) return null;
        if (IsDescribed(noun, first)) return noun;
        int end = noun.PhraseEnd;
        if (first - end > (first > end && analysis.Is(end, WordClass.Be) ? PredicateReach : Reach)) return null;
        for (int at = end; at < first; at++)
        {
            if (!analysis.Is(at, WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Det) && analysis.GrammarAt(at, first).Entry is null && !analysis.Words[at].Text.EndsWith("ly", StringComparison.Ordinal)) return null;
        }

        return noun;
    }

    // "X and Y are the people directly responsible": these say of whom it is told.
    private bool IsPredicate(Noun noun, Sentence sentence)
    {
        int at = noun.PhraseFirst - 1;
        while (at > sentence.First && analysis.Is(at, WordClass.Det)) at--;
        return at > sentence.First && analysis.Is(at, WordClass.Be) && analysis.GrammarAt(noun.Head, noun.End, "Anybody").Entry is not null;
    }

    private Noun? Behind(int end, TellingSentence telling)
    {
        Noun? noun = telling.Nouns.FirstOrDefault(n => n.First >= end && n.First <= end + Reach);
        if (noun is null || !MayDo(noun)) return null;
        for (int at = end; at < noun.PhraseFirst; at++)
        {
            if (!analysis.Is(at, WordClass.Det | WordClass.Near | WordClass.Singular)) return null;
        }

        return noun;
    }

    // "X, chief of the police, is responsible": he, not the police.
    private Noun? Described(int first, TellingSentence telling) => telling.Nouns.LastOrDefault(n => (n.IsName || n.Name is not null) && IsDescribed(n, first));

    private bool IsDescribed(Noun noun, int first)
    {
        int end = noun.PhraseEnd;
        int verb = first;
        while (verb > end && analysis.Is(verb - 1, WordClass.Be | WordClass.Aux)) verb--;
        if (verb <= end + 1 || verb - end > AppositionReach || !(noun.IsName || noun.Name is not null)) return false;
        if (!IsComma(end) || !IsComma(verb)) return false;
        for (int at = end; at < verb; at++)
        {
            // "the country's biggest trader": no "is".
            bool verbal = analysis.Is(at, WordClass.Be | WordClass.Aux | WordClass.Say | WordClass.Clause) && analysis.Words[at].Text is not "s";
            if (verbal || (at > end && IsComma(at))) return false;
        }

        return true;
    }

    private bool IsComma(int word) => analysis.Document.GapBefore(word).Contains(',');

    // "X and Y, two traders, ordered it": who is joined to a culprit is one, too.
    private Noun? Joined(Noun noun, TellingSentence telling, bool forward)
    {
        Noun? next = forward ? telling.Nouns.FirstOrDefault(n => n.First >= noun.PhraseEnd) : telling.Nouns.LastOrDefault(n => n.PhraseEnd <= noun.PhraseFirst);
        if (next is null || !MayDo(next) || !(next.CanAct || next.IsName || next.Name is not null || next.Number is not null)) return null;
        (int from, int to) = forward ? (noun.PhraseEnd, next.PhraseFirst) : (next.PhraseEnd, noun.PhraseFirst);
        bool joined = false;
        for (int at = from; at < to; at++)
        {
            joined |= analysis.Is(at, WordClass.And);
            if (!analysis.Is(at, WordClass.And | WordClass.Det | WordClass.Near | WordClass.Singular)) return null;
        }

        // "X, Y and Z": names in a list need no "and" between them.
        joined |= (noun.IsName || noun.Name is not null) && (next.IsName || next.Name is not null) && analysis.Document.GapBefore(forward ? from : to).Contains(',');
        return joined ? next : null;
    }

    // "the people involved" says nothing of who they are, "four people involved" how many.
    private bool MayDo(Noun noun) => noun.CanAct || (noun.IsPerson && (noun.Number is { IsVague: false } || analysis.GrammarAt(noun.Head, noun.End, "Anybody").Entry is null));
}
