using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Ties doers and targets to a trigger by the form of its clause: active, passive, noun with "of" and "by".</summary>
internal sealed class RoleFinder(Analysis analysis)
{
    private const int ByReach = 10;
    private const int ObjectReach = 7;
    private const int PassiveReach = 4;
    private const int BesideReach = 4;
    private const int ListReach = 8;
    private const int ReflexiveReach = 2;

    public void Tie(EventMention mention, Mark trigger, EventKind kind, IReadOnlyList<Noun> nouns)
    {
        Sentence sentence = mention.Sentence;
        switch (kind.Form)
        {
            case TriggerForm.Verb or TriggerForm.Kill when HasBe(trigger, sentence):
                AddTargets(mention, Subject(trigger, sentence, [.. nouns.Where(n => !IsPossessor(n))]), nouns);
                break;
            case TriggerForm.Verb or TriggerForm.Kill when IsReduced(trigger, sentence):
                AddTargets(mention, nouns.LastOrDefault(n => n.PhraseEnd == trigger.First), nouns);
                break;
            case TriggerForm.Verb or TriggerForm.Kill:
                if (They(trigger, sentence, nouns) is >= 0 and var they) mention.They = they;
                else AddDoers(mention, Subject(trigger, sentence, nouns), trigger.First, nouns);
                AddTargets(mention, Object(trigger, sentence, nouns, false), nouns);
                break;
            case TriggerForm.Noun or TriggerForm.KillNoun:
                AddTargets(mention, Object(trigger, sentence, nouns, true), nouns);
                if (nouns.LastOrDefault(n => n.End == trigger.First && n.CanAct) is { } compound && analysis.GrammarAt(compound.Head, compound.End, "Adjectival").Entry is null) AddDoer(mention, compound, nouns);
                break;
            case TriggerForm.Victim:
                AddTargets(mention, Subject(trigger, sentence, nouns), nouns);
                break;
            default:
                if (Object(trigger, sentence, nouns, false) is { IsThing: true } near) AddTargets(mention, near, nouns);
                if (kind.Sub is SubEventType.PeacefulProtest or SubEventType.ViolentDemonstration or SubEventType.ArmedClash or SubEventType.Arrests && !HasBe(trigger, sentence)) AddSides(mention, Subject(trigger, sentence, nouns), trigger.First, nouns);
                break;
        }

        AddDoer(mention, Agent(trigger, sentence, nouns), nouns);
        if (kind.Sub is SubEventType.ArmedClash && Side(trigger, sentence, nouns) is { } side) AddSides(mention, side, sentence.End, nouns);
    }

    // "fighting between the army and rebels": both sides did it.
    private Noun? Side(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        for (int at = trigger.End - 1; at < Math.Min(sentence.End, trigger.End + BesideReach); at++)
        {
            if (analysis.GrammarAt(at, at + 1, "Between").Entry is not null) return nouns.FirstOrDefault(n => n.First > at && n.First <= at + BesideReach);
        }

        return null;
    }

    // A verb in the passive: a form of "be" in its phrase or before it.
    private bool HasBe(Mark trigger, Sentence sentence)
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

    // A participle without an object: "five soldiers wounded in an ambush".
    private bool IsReduced(Mark trigger, Sentence sentence)
    {
        string text = analysis.Words[trigger.End - 1].Text;
        if (text.EndsWith("ing", StringComparison.Ordinal) || text.EndsWith("ant", StringComparison.Ordinal)) return false;
        // "One soldier wounded, two houses burned".
        if (trigger.End < sentence.End && trigger.Of(Sort.Harm) is not null && analysis.Document.GapAfter(trigger.End - 1).ContainsAny(',', ';') && !analysis.Is(trigger.First - 1, WordClass.Aux)) return true;
        return trigger.End >= sentence.End || analysis.Is(trigger.End, WordClass.By) || (analysis.Is(trigger.End, WordClass.Locative) && analysis.Words[trigger.End].Text is not "into" && trigger.Of(Sort.Harm) is not null);
    }

    // The doer behind "by": "by unidentified men", "at the hands of the army".
    private Noun? Agent(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        int end = Math.Min(sentence.End, trigger.End + ByReach);
        for (int at = trigger.End; at < end; at++)
        {
            if (!analysis.Is(at, WordClass.By)) continue;
            Noun? noun = nouns.FirstOrDefault(n => n.First > at && n.First <= at + 4);
            return noun is { CanAct: true } or { IsPerson: true } ? noun : null;
        }

        return null;
    }

    /// <summary>The subject of a verb: the noun right before its auxiliaries, else the first of the clause that no preposition governs.</summary>
    public Noun? SubjectOf(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns) => HasBe(trigger, sentence) ? null : Subject(trigger, sentence, nouns);

    private Noun? Subject(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        int start = ClauseStart(trigger.First, sentence);
        if (start > sentence.First && analysis.Is(start - 1, WordClass.Clause) && analysis.Words[start - 1].Text is "who" or "which" or "that" or "qui" or "que" or "whom")
        {
            Noun? antecedent = nouns.LastOrDefault(n => n.PhraseEnd <= start - 1 && n.PhraseEnd >= start - 4);
            if (antecedent is not null && !nouns.Any(n => n.First >= start && n.End <= trigger.First)) return antecedent;
        }

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

    // "Then they set a tractor alight": the word for those of whom was told before; -1 when another noun is the subject.
    private int They(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        int start = ClauseStart(trigger.First, sentence);
        for (int at = start; at < trigger.First; at++)
        {
            if (analysis.GrammarAt(at, at + 1, "They").Entry is not null) return nouns.Any(n => n.First >= start && n.End <= at && !IsGoverned(n, sentence)) ? -1 : at;
        }

        return -1;
    }

    private bool OnlyAuxiliaries(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (!analysis.Is(at, WordClass.Be | WordClass.Aux)) return false;
        }

        return true;
    }

    // "the photographer's tripod was carried off": only whose it is.
    private bool IsPossessor(Noun noun) => noun.PhraseEnd < analysis.Words.Count && analysis.Words[noun.PhraseEnd].Text == "s" && analysis.Document.GapBefore(noun.PhraseEnd) is "'" or "’";

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

    // The noun behind a verb, or behind a noun and its "of", "on", "against".
    private Noun? Object(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns, bool needsPreposition)
    {
        int at = trigger.End;
        bool led = !needsPreposition || analysis.Is(trigger.End - 1, WordClass.Against);
        int end = Math.Min(sentence.End, trigger.End + ObjectReach);
        for (; at < end; at++)
        {
            // "took more than sixty people".
            if (analysis.GrammarAt(at, sentence.End, "Low", "High") is { Entry: not null } bound) at += bound.Count;
            Noun? noun = nouns.FirstOrDefault(n => n.First == at || (n.Number is { } number && number.First == at));
            if (noun is not null) return led ? noun : null;
            if (analysis.Document.GapBefore(at).IndexOfAny(',', ':', '(') >= 0 && at > trigger.End) return null;
            if (analysis.Is(at, WordClass.By) || (analysis.Is(at, WordClass.Clause) && !analysis.Is(at, WordClass.Aux))) return null;
            led |= analysis.Is(at, WordClass.Against);
        }

        return null;
    }

    // Armed or not, men who do it did it; and those who march are whom a protest is of.
    private bool MayDo(EventMention mention, Noun noun) => noun.CanAct || (noun.IsPerson && !noun.IsName && noun.Name is null
        && ((mention.Group == EventGroup.Unrest && !noun.IsOne) || noun.Target == TargetKind.SecurityForces || analysis.GrammarAt(noun.Head, noun.End, "Strangers").Entry is not null));

    private void AddDoer(EventMention mention, Noun? noun, IReadOnlyList<Noun> nouns)
    {
        if (noun is null || !MayDo(mention, noun) || mention.Targets.Contains(noun) || mention.Doers.Exists(d => d.Noun == noun)) return;
        mention.Doers.Add(new Doer(noun, Attribution.Stated));

        // "FMLN guerrillas", "members of the ELN", "FMLN [Farabundo Marti National Liberation Front] fighters": group and role are one doer.
        foreach (Noun near in nouns)
        {
            bool beside = (near.First >= noun.End && near.First <= noun.End + BesideReach) || (near.End <= noun.First && near.End + BesideReach >= noun.First);
            bool completes = noun.Actor is null ? near.Actor is not null : near.IsRole && near.Actor is null && !near.IsPerson && near.First <= noun.End + 1 && near.First >= noun.End;
            if (beside && completes && near.CanAct && !mention.Targets.Contains(near) && !mention.Doers.Exists(d => d.Noun == near)) mention.Doers.Add(new Doer(near, Attribution.Stated));
        }
    }

    private void AddDoers(EventMention mention, Noun? noun, int before, IReadOnlyList<Noun> nouns)
    {
        foreach (Noun one in Listed(noun, before, nouns)) AddDoer(mention, one, nouns);
    }

    private void AddSides(EventMention mention, Noun? noun, int before, IReadOnlyList<Noun> nouns) => mention.Sides.AddRange(Listed(noun, before, nouns).Where(n => MayDo(mention, n)));

    // "soldiers and militiamen attacked": all of the list that end before a word.
    private IEnumerable<Noun> Listed(Noun? noun, int before, IReadOnlyList<Noun> nouns)
    {
        for (Noun? next = noun; next is not null && next.PhraseEnd <= before; next = Coordinated(next, nouns)) yield return next;
        for (Noun? one = noun is null ? null : Leading(noun, nouns); one is not null; one = Leading(one, nouns)) yield return one;
    }

    private Noun? Leading(Noun noun, IReadOnlyList<Noun> nouns) => nouns.LastOrDefault(n => n.PhraseEnd <= noun.First) is { } before && Coordinated(before, nouns) == noun ? before : null;

    private void AddTargets(EventMention mention, Noun? noun, IReadOnlyList<Noun> nouns)
    {
        for (Noun? next = noun; next is not null; next = Coordinated(next, nouns))
        {
            if ((next.IsPerson || next.IsThing || next.CanAct) && !mention.Targets.Contains(next) && !mention.Doers.Exists(d => d.Noun == next)) mention.Targets.Add(next);
        }
    }

    // "the priests, their cook, as well as her daughter": what "and" or a comma ties to a target is one.
    private Noun? Coordinated(Noun noun, IReadOnlyList<Noun> nouns)
    {
        int end = noun.PhraseEnd;
        foreach (Noun next in nouns)
        {
            int start = next.PhraseFirst;
            if (start < end) continue;
            return start <= end + ListReach && IsListed(end, start) ? next : null;
        }

        return null;
    }

    private bool IsListed(int from, int to)
    {
        int at = BehindDescription(from, to);
        bool joined = analysis.Document.GapBefore(at).ContainsAny(',', ';');
        while (at < to)
        {
            int link = analysis.GrammarAt(at, to, "Along") is { Entry: not null } along ? along.Count : 0;
            joined |= link > 0 || analysis.Is(at, WordClass.And);
            if (link == 0 && !analysis.Is(at, WordClass.And | WordClass.Det | WordClass.Near | WordClass.Singular) && !char.IsAsciiDigit(analysis.Words[at].Text[0])) return false;
            at += Math.Max(1, link);
        }

        return joined;
    }

    // "rector of the university;", "the school of Faladié and" in a list: where it goes on behind what is said of one.
    private int BehindDescription(int from, int to)
    {
        if (!analysis.Is(from, WordClass.Of | WordClass.Locative)) return from;
        for (int at = from + 1; at < to; at++)
        {
            if (analysis.Is(at, WordClass.And) && at > from + 1) return at;
            if (analysis.Is(at, WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Say)) return from;
            if (analysis.Document.GapBefore(at).ContainsAny(',', ';')) return at;
        }

        return from;
    }
}
