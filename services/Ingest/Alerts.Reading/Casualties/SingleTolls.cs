using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Counts what befell one person: "a soldier was wounded", "the driver of the first bus was shot and died", "a woman, 64, dead in the yard".</summary>
internal sealed class SingleTolls(Analysis analysis, HarmWords harms, Func<Noun, bool> isAttacker)
{
    // How far behind somebody the word of harm may stand, in words, also when a part between commas tells more of the person.
    private const int Reach = 12;
    private const int ReachOverAside = 20;
    private const int ReachOverClause = 32;
    private const int AsideReach = 14;
    private const int ReachBefore = 5;
    private const int BeWords = 3;

    // "a woman, 64, dead": between somebody and a bare participle stand an age and small words at most.
    private const int VerblessReach = 3;

    private readonly UnknownPeople _unknown = new(analysis);
    private readonly Parts _parts = new(analysis, harms);

    public void Find(Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        foreach (Noun noun in nouns.Where(n => IsSingle(n) && (n.IsPerson || n.IsRole)))
        {
            if (!tolls.Exists(t => t.Who == noun)) Single(noun, sentence, nouns, tolls);
        }

        foreach (Toll wound in tolls.Where(t => t is { IsKilled: false, Count.Best: > 0 }).ToList())
        {
            int reach = wound is { Who: { } who, Count.Best: 1 } ? who.End + ReachOverAside : wound.End + VerblessReach;
            if (DiesOfIt(wound.End, Math.Min(sentence.End, reach), nouns) is not { } death || tolls.Exists(t => t.Count.Best == 0 && t.First <= death.First && death.End <= t.End)) continue;
            tolls.Remove(wound);
            tolls.Add(wound with { IsKilled = true, IsAfter = false, End = death.End });
        }

        for (int at = sentence.First; at < sentence.End; at++) Unnamed(at, sentence, nouns, tolls);
    }

    // "A third is being treated", "his apprentice wounded", "a welder was killed": one more, and people whom no lexicon knows.
    private void Unnamed(int first, Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        (Entry? more, int count) = analysis.GrammarAt(first, sentence.End, "OneMore");
        int from = first + count;

        // "a second driver was wounded", "un septième policier".
        if (more is not null && from < sentence.End && analysis.Document.JoinsNext(from - 1)) from = nouns.FirstOrDefault(n => n.First <= from && n.End > from && n.IsPerson)?.PhraseEnd ?? _unknown.End(from, sentence);
        bool aged = more is null && IsAgeOfUnknown(first, sentence, nouns);
        if (aged) from = first + 1;
        if (more is null && !aged && (from = Unknown(first, sentence, nouns)) == first) return;
        if (more is null && IsObject(first, sentence) is { } active)
        {
            if (!tolls.Exists(t => t.First <= active.First && active.First < t.End)) tolls.Add(new Toll(HarmWords.IsKilled(active), new CasualtyRange(null, 1, null), null, active.First, from));
            return;
        }

        int at = from;
        while (at < sentence.End && at - from < BeWords && analysis.Is(at, WordClass.Be | WordClass.Aux)) at++;
        if (harms.At(at) is not { } harm || (more is null && !aged && !analysis.Document.JoinsNext(from - 1)) || HarmWords.Has(harm, "counted") || tolls.Exists(t => t.First <= harm.First && harm.First < t.End)) return;
        bool said = harms.Befell(harm, from) ? more is not null || HarmWords.Has(harm, "participle") : at == from && !HarmWords.IsAfter(harm) && harms.IsVerbless(harm, sentence.End);
        if (said && !IsNegated(first, at)) tolls.Add(new Toll(HarmWords.IsKilled(harm), new CasualtyRange(null, 1, null), null, first, harm.End) { IsAfter = HarmWords.IsAfter(harm), IsFurther = more is not null, OfAttackers = more is not null && tolls.FindLast(t => t.End <= first) is { OfAttackers: true } });
    }

    // "RAUL SANTA CRUZ, 45, WAS SHOT DEAD": a name that nothing but the age behind it tells from other words.
    private bool IsAgeOfUnknown(int word, Sentence sentence, IReadOnlyList<Noun> nouns) =>
        word > sentence.First && Ages.IsBetweenCommas(analysis, word, sentence) && !nouns.Any(n => n.PhraseEnd == word);

    // "killing a porter": the word of harm right before.
    private Mark? IsObject(int first, Sentence sentence) =>
        first > sentence.First && analysis.Over(first - 1) is { } led && led.End == first && led.Of(Sort.Harm) is { } harm && HarmWords.IsToll(harm) && HarmWords.Has(led, "active")
        && led.Of(Sort.Trigger) is not null && !harms.BeBefore(led.First, sentence.First) ? led : null;

    // "a", "his" and up to two words that say nothing else; the first word itself when there are none.
    private int Unknown(int article, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        if (!analysis.Is(article, WordClass.Singular) || analysis.Is(article, WordClass.Definite) || nouns.Any(n => n.First <= article + 1 && n.End > article)) return article;
        int at = BehindAge(article + 1, sentence) ?? _unknown.End(article + 1, sentence);
        return at == article + 1 || nouns.Any(n => n.First < at && n.End > article) ? article : at;
    }

    // "a 15-year-old was shot": the age alone tells somebody.
    private int? BehindAge(int from, Sentence sentence) =>
        NumberReader.At(analysis, from, sentence.End) is { } age && age.End < sentence.End && analysis.GrammarAt(age.End, sentence.End, "Measure") is { Entry: not null, Count: > 1 and var words } && analysis.Is(age.End + words, WordClass.Be | WordClass.Aux) ? age.End + words : null;

    private bool IsNegated(int first, int end)
    {
        for (int at = Math.Max(0, first - 1); at < end; at++)
        {
            if (analysis.Is(at, WordClass.None) || analysis.GrammarAt(at, end, "Neither").Entry is not null) return true;
        }

        return false;
    }

    // French counts with its article; "a thief", "a gunman" are of no people whom the lexicon counts as one.
    private bool IsSingle(Noun noun) => noun.IsOne || noun.Number is { Value: 1, IsLow: false, IsHigh: false, Upper: null }
        || (noun is { IsRole: true, IsThing: false, IsPlural: false, Number: null, Actor: null } && analysis.Is(noun.First - 1, WordClass.Singular) && !analysis.Is(noun.First - 1, WordClass.Definite) && analysis.GrammarAt(noun.Head, noun.End, "Collective").Entry is null);

    private void Single(Noun noun, Sentence sentence, IReadOnlyList<Noun> nouns, List<Toll> tolls)
    {
        int from = noun.PhraseEnd;
        bool said = false;
        int reach = from + ReachFrom(from, sentence);
        for (int at = from; at < Math.Min(sentence.End, from + ReachOverClause); at++)
        {
            // "Senator X was fired at as he drove out of the campus and died": so far only what goes on from whom the sentence is about.
            if (at >= reach && !(noun.First <= sentence.First + 1 && analysis.Is(at - 1, WordClass.And) && harms.At(at) is { } death && HarmWords.Has(death, "finite"))) continue;
            if (nouns.Any(n => n.First == at && (n.IsPerson || n.IsRole) && n.Number is { } own && !_parts.IsGoverned(n.PhraseFirst, sentence) && !_parts.IsChildrenOf(own.First, sentence))) return;

            // "The police told us that those who died": what somebody says befell others.
            said |= analysis.Is(at, WordClass.Say);
            if (said && analysis.Is(at, WordClass.Clause)) return;

            // "an incident in which the mayor's driver was killed".
            if (analysis.Is(at, WordClass.Prep) && analysis.GrammarAt(at + 1, sentence.End, "Relative").Entry is not null) return;
            if (harms.At(at) is not { } harm) continue;
            if (IsSpared(noun, at, sentence) || HasNearer(from, at, sentence, nouns)) return;
            bool befell = harms.Befell(harm, from) || harms.IsJoined(harm, from, sentence.End) || (!HarmWords.IsAfter(harm) && harms.IsVerbless(harm, sentence.End) && (IsBeside(from, at, sentence) || IsApposed(noun, at, sentence)));

            // "a trader of 34 hit by a stray bullet died in hospital": what only describes says less than the verb behind.
            if (!befell && HarmWords.Has(harm, "participle") && !harms.BeBefore(at, from) && analysis.Document.JoinsNext(at - 1)) continue;
            bool killed = HarmWords.IsKilled(harm);
            if (befell && !IsLongAgo(harm, sentence) && !tolls.Exists(t => t.IsKilled == killed && t.First <= harm.First && harm.First < t.End))
                tolls.Add(new Toll(killed, new CasualtyRange(null, 1, null), noun, noun.First, harm.End) { OfAttackers = !HarmWords.IsByMob(harm) && isAttacker(noun), IsAfter = HarmWords.IsAfter(harm), IsPart = _parts.IsIncluded(noun, sentence) });
            return;
        }
    }

    // "the portrait of a preacher murdered in 2021".
    private bool IsLongAgo(Mark harm, Sentence sentence) =>
        !harms.BeBefore(harm.First, sentence.First) && harm.End + 1 < sentence.End && analysis.GrammarAt(harm.End, sentence.End, "YearLead").Entry is not null && NumberReader.At(analysis, harm.End + 1, sentence.End) is { MayBeYear: true };

    private int ReachFrom(int from, Sentence sentence) => analysis.GrammarAt(from, sentence.End, "Relative").Entry is not null ? ReachOverClause : HasAside(from, sentence) ? ReachOverClause : Reach;

    // "A woman who saw that her brother was shot": somebody else stands right before the verb. "Ana Ruiz, the candidate, was shot": between commas it is she.
    private bool HasNearer(int from, int harm, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        int verb = harm;
        while (verb > from && analysis.Is(verb - 1, WordClass.Be | WordClass.Aux | WordClass.Near)) verb--;
        return nouns.Any(n => n.First >= from && n.PhraseEnd == verb && (n.IsPerson || n.IsRole) && (IsSingle(n) || n.Number is not null) && !analysis.Document.GapAfter(verb - 1).Contains(',') && !_parts.IsGoverned(n.PhraseFirst, sentence));
    }

    // "A reporter known for his articles on smuggling, killed on Sunday by gunmen": the one with whom the sentence begins.
    private bool IsApposed(Noun noun, int harm, Sentence sentence) => noun.First <= sentence.First + 1 && analysis.Document.GapAfter(harm - 1).Contains(',');

    // "The driver of the first bus, who tried to turn round, was shot".
    private bool HasAside(int from, Sentence sentence)
    {
        for (int at = from; at < Math.Min(sentence.End, from + AsideReach); at++)
        {
            if (analysis.Is(at, WordClass.Clause) && !analysis.Is(at, WordClass.And) && analysis.Document.GapAfter(at - 1).Contains(',')) return true;
        }

        return false;
    }

    // "was hit in the arm and died": who died of it is not wounded besides; nobody else may be named between, nor some of many, nor a beast.
    private Mark? DiesOfIt(int from, int end, IReadOnlyList<Noun> nouns)
    {
        for (int at = from; at < end; at++)
        {
            if (nouns.Any(n => n.First == at && (n.IsPerson || n.IsRole)) || analysis.GrammarAt(at, end, "Including", "OfThem", "Animal").Entry is not null) return null;
            if (harms.At(at) is { } harm) return HarmWords.IsKilled(harm) && harms.Befell(harm, from) ? harm : null;
        }

        return null;
    }

    private bool IsBeside(int from, int harm, Sentence sentence)
    {
        for (int at = from; at < harm; at++)
        {
            bool age = NumberReader.At(analysis, at, sentence.End) is not null || analysis.GrammarAt(at, sentence.End, "Aged", "Measure").Entry is not null;
            if (!age && !analysis.Is(at, WordClass.Aux | WordClass.Near | WordClass.Of)) return false;
        }

        return harm - from <= VerblessReach;
    }

    // "The mayor was not injured", "neither he nor his wife was hurt"; but "a driver who did not stop was shot".
    private bool IsSpared(Noun noun, int harm, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, noun.First - ReachBefore); at < harm; at++)
        {
            if (analysis.GrammarAt(at, harm, "Neither").Entry is not null || (at >= noun.End && analysis.Is(at, WordClass.None) && IsOfVerb(at, harm))) return true;
        }

        return false;
    }

    private bool IsOfVerb(int none, int harm)
    {
        for (int at = none + 1; at < harm; at++)
        {
            if (!analysis.Is(at, WordClass.Be | WordClass.Aux | WordClass.Near | WordClass.Function | WordClass.Det)) return false;
        }

        return true;
    }
}
