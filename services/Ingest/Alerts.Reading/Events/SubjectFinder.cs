using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Events;

/// <summary>Finds the subject of a verb and whether the verb is in the passive.</summary>
internal sealed class SubjectFinder(Analysis analysis)
{
    private const int PassiveReach = 4;
    private const int ReflexiveReach = 2;

    /// <summary>Whether a verb is in the passive: a form of "be" is in its phrase or before it.</summary>
    public bool IsPassive(Mark trigger, Sentence sentence)
    {
        // "Ils sont repartis avec leur otage": verbs of motion have "be" in the active.
        if (analysis.GrammarAt(trigger.First, trigger.End, "Motion").Entry is not null) return false;
        for (int at = trigger.First; at < trigger.End - 1; at++)
        {
            if (analysis.Is(at, WordClass.Be)) return !IsReflexive(at);
        }

        for (int at = trigger.First - 1; at >= Math.Max(sentence.First, trigger.First - PassiveReach); at--)
        {
            if (analysis.Is(at, WordClass.Be)) return !IsReflexive(at);
            if (!analysis.Is(at, WordClass.Aux) && !analysis.Words[at].Text.EndsWith("ly", StringComparison.Ordinal) && !analysis.Is(at, WordClass.And)) break;
        }

        return false;
    }

    // "Ils s'en sont pris à un poste" is active.
    private bool IsReflexive(int be)
    {
        for (int at = Math.Max(0, be - ReflexiveReach); at < be; at++)
        {
            if (analysis.GrammarAt(at, be, "Reflexive").Entry is not null) return true;
        }

        return false;
    }

    /// <summary>The subject of a verb: the noun right before its auxiliaries, else the first of the clause that no preposition governs.</summary>
    public Noun? Of(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        int start = ClauseStart(trigger.First, sentence);
        if (start > sentence.First && analysis.GrammarAt(start - 1, start, "Relative").Entry is not null)
        {
            Noun? antecedent = nouns.LastOrDefault(n => n.PhraseEnd <= start - 1 && n.PhraseEnd >= start - 4);
            if (antecedent is not null && (IsClosed(start, trigger.First) || !nouns.Any(n => n.First >= start && n.End <= trigger.First))) return antecedent;
        }

        // "Soldiers sent after the raid opened fire": what "after" leads to is no clause of its own.
        while (start > sentence.First && analysis.GrammarAt(start - 1, start, "OfNoun").Entry is not null && !nouns.Any(n => n.First >= start && n.End <= trigger.First && !IsGoverned(n, sentence))) start = ClauseStart(start - 1, sentence);
        Noun? first = null;
        Noun? last = null;
        foreach (Noun noun in nouns)
        {
            if (noun.First < start || noun.End > trigger.First) continue;
            last = noun;
            if (!IsGoverned(noun, sentence)) first ??= noun;
        }

        // "They separated the men, killed them": what a comma parts from the verb is no subject where there is another.
        bool parted = first != last && last is not null && last.PhraseEnd == trigger.First && analysis.Document.GapBefore(last.PhraseEnd).Contains(',');
        if (last is not null && !parted && !IsGoverned(last, sentence) && OnlyAuxiliaries(last.PhraseEnd, trigger.First)) return last;
        return first ?? last;
    }

    /// <summary>The word for those of whom was told before ("Then they set a tractor alight"); -1 when another noun is the subject.</summary>
    public int They(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        int start = ClauseStart(trigger.First, sentence);
        for (int at = start; at < trigger.First; at++)
        {
            if (analysis.GrammarAt(at, at + 1, "They").Entry is not null || IsSpeaker(at, sentence)) return nouns.Any(n => n.First >= start && n.End <= at && !IsGoverned(n, sentence)) ? -1 : at;
        }

        return -1;
    }

    // "The army said it had killed", "the ministry said that it had": who speaks.
    private bool IsSpeaker(int word, Sentence sentence)
    {
        if (analysis.GrammarAt(word, word + 1, "It").Entry is null) return false;
        int say = word - 1;
        if (say > sentence.First && analysis.Is(say, WordClass.Clause)) say--;
        return say > sentence.First && analysis.Is(say, WordClass.Say);
    }

    // "A driver who did not stop at a checkpoint was shot", "guerrillas, who came by truck, attacked": the clause between has its own verb and is over.
    private bool IsClosed(int start, int trigger)
    {
        int verb = trigger;
        while (verb > start && analysis.Is(verb - 1, WordClass.Be | WordClass.Aux)) verb--;
        if (verb <= start) return false;
        if (analysis.Document.GapBefore(verb).Contains(',')) return true;
        for (int at = start; at < verb && verb < trigger; at++)
        {
            if (analysis.Is(at, WordClass.Be | WordClass.Aux)) return true;
        }

        return false;
    }

    private bool OnlyAuxiliaries(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (!analysis.Is(at, WordClass.Be | WordClass.Aux)) return false;
        }

        return true;
    }

    /// <summary>Whether somebody is only whose it is: "the photographer's tripod was carried off".</summary>
    public bool IsPossessor(Noun noun) => noun.PhraseEnd < analysis.Words.Count && analysis.Words[noun.PhraseEnd].Text == "s" && analysis.Document.GapBefore(noun.PhraseEnd) is "'" or "’";

    private bool IsGoverned(Noun noun, Sentence sentence)
    {
        int at = noun.PhraseFirst - 1;
        while (at >= sentence.First && analysis.Is(at, WordClass.Det | WordClass.Near) && !analysis.Is(at, WordClass.Prep)) at--;
        return at >= sentence.First && (analysis.Is(at, WordClass.Prep) || analysis.Words[at].Text.EndsWith("ing", StringComparison.Ordinal));
    }

    private int ClauseStart(int trigger, Sentence sentence)
    {
        for (int at = trigger - 1; at >= sentence.First; at--)
        {
            bool boundary = analysis.Is(at, WordClass.Clause) && !analysis.Is(at, WordClass.And);
            if (boundary) return at + 1;
            if (analysis.Document.GapAfter(at).IndexOfAny(':', '—', '"') >= 0 || analysis.Document.GapAfter(at).Contains("--", StringComparison.Ordinal)) return at + 1;
        }

        return sentence.First;
    }
}
