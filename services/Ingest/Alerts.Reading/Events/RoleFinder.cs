using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Ties doers and targets to a trigger by the form of its clause: active, passive, noun with "of" and "by".</summary>
internal sealed class RoleFinder(Analysis analysis)
{
    private const int ByReach = 10;
    private const int FarByReach = 24;
    private const int ObjectReach = 7;
    private const int FarObjectReach = 14;
    private const int PhraseReach = 4;
    private const int BesideReach = 4;
    private const int ListReach = 8;

    private readonly SubjectFinder _subjects = new(analysis);

    public void Tie(EventMention mention, Mark trigger, EventKind kind, IReadOnlyList<Noun> nouns)
    {
        Sentence sentence = mention.Sentence;
        Noun? within = nouns.FirstOrDefault(n => !n.IsThing && n.First <= trigger.First && n.End > trigger.First && n.End < trigger.End);
        if (within is not null) AddOwn(mention, within, nouns);
        if (trigger.End - trigger.First > 1) AddTargets(mention, nouns.FirstOrDefault(n => IsHitWithin(n, trigger, kind)), nouns);
        switch (kind.Form)
        {
            case TriggerForm.Verb or TriggerForm.Kill when _subjects.IsPassive(trigger, sentence):
                AddTargets(mention, _subjects.Of(trigger, sentence, [.. nouns.Where(n => !_subjects.IsPossessor(n))]), nouns);
                break;
            case TriggerForm.Verb or TriggerForm.Kill when IsReduced(trigger, kind, sentence, nouns):
                AddTargets(mention, nouns.LastOrDefault(n => n.PhraseEnd == trigger.First), nouns);
                break;
            case TriggerForm.Verb or TriggerForm.Kill:
                if (within is null && _subjects.They(trigger, sentence, nouns) is >= 0 and var they) mention.They = they;
                else if (within is null) AddDoers(mention, _subjects.Of(trigger, sentence, nouns), trigger.First, nouns);
                AddTargets(mention, Object(trigger, sentence, nouns, false), nouns);
                break;
            case TriggerForm.Noun or TriggerForm.KillNoun:
                AddTargets(mention, Object(trigger, sentence, nouns, true), nouns);
                if (nouns.LastOrDefault(n => n.End == trigger.First && n.CanAct) is { } compound && analysis.GrammarAt(compound.Head, compound.End, "Adjectival").Entry is null) AddDoer(mention, compound, nouns);
                break;
            case TriggerForm.Victim:
                AddTargets(mention, _subjects.Of(trigger, sentence, nouns), nouns);
                break;
            default:
                Noun? near = Object(trigger, sentence, nouns, false);
                if (near is { IsThing: true } || (near is { IsPerson: true } && mention.Group == EventGroup.Unrest && IsLed(near, kind))) AddTargets(mention, near, nouns);
                if (kind.Sub is SubEventType.PeacefulProtest or SubEventType.ViolentDemonstration or SubEventType.ArmedClash or SubEventType.Arrests && !_subjects.IsPassive(trigger, sentence)) AddSides(mention, _subjects.Of(trigger, sentence, nouns), trigger.First, nouns);
                break;
        }

        AddDoer(mention, Agent(trigger, sentence, nouns), nouns, isAgent: _subjects.IsPassive(trigger, sentence) && HasOwnBy(trigger, sentence));
        if (kind.Sub is SubEventType.ArmedClash && Side(trigger, sentence, nouns) is { } side) AddSides(mention, side, sentence.End, nouns);
        if (kind.Sub is SubEventType.ArmedClash or SubEventType.ViolentDemonstration) mention.Sides.AddRange(Opposed(trigger, sentence, nouns).Where(n => MayDo(mention, n) && !mention.Sides.Contains(n)));
    }

    // "The air force bombed", "youths burned": one phrase for the deed and who did it.
    private void AddOwn(EventMention mention, Noun noun, IReadOnlyList<Noun> nouns)
    {
        AddDoer(mention, noun, nouns);
        if (mention.Group is EventGroup.Unrest && MayDo(mention, noun) && !mention.Sides.Contains(noun)) mention.Sides.Add(noun);
    }

    // "fired on demonstrators", "broke into the office": the phrase that tells the deed names whom or what it hit.
    private static bool IsHitWithin(Noun noun, Mark trigger, EventKind kind) => (noun.IsThing || (noun.IsPerson && EventGroups.IsForce(kind))) && noun.Head >= trigger.First && noun.End <= trigger.End;

    // "threw stones at soldiers", "students threw | bottles at police": those who only march or strike hit nobody.
    private bool IsLed(Noun noun, EventKind kind)
    {
        int at = noun.PhraseFirst - 1;
        while (at > 0 && analysis.Is(at, WordClass.Det)) at--;
        return kind.Sub != SubEventType.PeacefulProtest && analysis.Is(at, WordClass.Against) && !analysis.Is(at, WordClass.Of);
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

    // "les combats qui ont opposé lundi l'armée aux rebelles", "fighting that pitted herders against farmers".
    private IEnumerable<Noun> Opposed(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        for (int at = trigger.End; at < Math.Min(sentence.End, trigger.End + ObjectReach); at++)
        {
            if (analysis.GrammarAt(at, sentence.End, "Opposes") is not { Entry: not null } verb) continue;
            Noun? one = nouns.FirstOrDefault(n => n.CanAct && n.First >= at + verb.Count && n.First <= at + verb.Count + ListReach);
            return one is null ? [] : nouns.Where(n => n == one || (n.CanAct && n.First >= one.PhraseEnd && n.First <= one.PhraseEnd + BesideReach)).Take(2);
        }

        return [];
    }

    /// <summary>The subject of a verb: the noun right before its auxiliaries, else the first of the clause that no preposition governs.</summary>
    public Noun? SubjectOf(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns) => _subjects.IsPassive(trigger, sentence) ? null : _subjects.Of(trigger, sentence, nouns);

    // A participle without an object: "five soldiers wounded in an ambush".
    private bool IsReduced(Mark trigger, EventKind kind, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        string text = analysis.Words[trigger.End - 1].Text;
        if (text.EndsWith("ing", StringComparison.Ordinal) || text.EndsWith("ant", StringComparison.Ordinal)) return false;
        // "One soldier wounded, two houses burned".
        if (trigger.End < sentence.End && trigger.Of(Sort.Harm) is not null && analysis.Document.GapAfter(trigger.End - 1).ContainsAny(',', ';') && !analysis.Is(trigger.First - 1, WordClass.Aux)) return true;
        if (trigger.End < sentence.End && (analysis.Is(trigger.End, WordClass.Locative | WordClass.Prep) || analysis.Document.GapAfter(trigger.End - 1).ContainsAny(',', ':')) && nouns.Any(n => n.PhraseEnd == trigger.First && CannotDo(kind, n))) return true;
        return trigger.End >= sentence.End || analysis.Is(trigger.End, WordClass.By) || (analysis.Is(trigger.End, WordClass.Locative) && analysis.Words[trigger.End].Text is not "into" && trigger.Of(Sort.Harm) is not null);
    }

    // "Priest seized on his way to church", "trois dépôts vidés, une pharmacie saccagée": no deed of theirs.
    private static bool CannotDo(EventKind kind, Noun noun) => !noun.CanAct && kind.Detail is not "arson" && (noun.IsThing || (noun is { IsPerson: true, IsName: false } && noun.Target != TargetKind.SecurityForces && kind.Sub is SubEventType.AbductionForcedDisappearance));

    // The doer behind "by": "by unidentified men", "at the hands of the army".
    private Noun? Agent(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        int end = Math.Min(sentence.End, trigger.End + (_subjects.IsPassive(trigger, sentence) ? FarByReach : ByReach));
        for (int at = trigger.End; at < end; at++)
        {
            if (at >= trigger.End + ByReach && analysis.At(at)?.Of(Sort.Trigger) is not null) return null;
            if (!analysis.Is(at, WordClass.By) || analysis.Document.GapBefore(at) is "-") continue;
            Noun? noun = nouns.FirstOrDefault(n => n.First > at && n.First <= at + 4);
            return noun is { CanAct: true } or { IsPerson: true } ? noun : null;
        }

        return null;
    }

    // "were killed on Monday in Bakel, in Senegal, by": no other verb stands between.
    private bool HasOwnBy(Mark trigger, Sentence sentence)
    {
        for (int at = trigger.End; at < Math.Min(sentence.End, trigger.End + FarByReach); at++)
        {
            if (analysis.Is(at, WordClass.By)) return analysis.Document.GapBefore(at) is not "-";
            if (analysis.Is(at, WordClass.Be | WordClass.Say | WordClass.And | WordClass.Clause) || analysis.At(at) is { } mark && (mark.Of(Sort.Trigger) is not null || mark.Entries.Any(e => e.Sort == Sort.Cue))) return false;
        }

        return false;
    }

    // The noun behind a verb, or behind a noun and its "of", "on", "against".
    private Noun? Object(Mark trigger, Sentence sentence, IReadOnlyList<Noun> nouns, bool needsPreposition)
    {
        int at = trigger.End;
        bool led = !needsPreposition || analysis.Is(trigger.End - 1, WordClass.Against);
        int end = Math.Min(sentence.End, trigger.End + (needsPreposition ? FarObjectReach : ObjectReach));
        for (; at < end; at++)
        {
            // "took more than sixty people".
            if (analysis.GrammarAt(at, sentence.End, "Low", "High") is { Entry: not null } bound) at += bound.Count;
            Noun? noun = nouns.FirstOrDefault(n => n.First == at || (n.Number is { } number && number.First == at));
            if (noun is not null) return led && (at < trigger.End + ObjectReach || analysis.Is(noun.PhraseFirst - 1, WordClass.Of) || analysis.Is(noun.PhraseFirst - 2, WordClass.Of)) ? noun : null;
            if (analysis.Document.GapBefore(at).IndexOfAny(',', ':', '(') >= 0 && at > trigger.End) return needsPreposition ? Resumed(at, sentence, nouns) : null;
            if (analysis.Is(at, WordClass.By) || (analysis.Is(at, WordClass.Clause) && !analysis.Is(at, WordClass.Aux))) return null;
            led |= analysis.Is(at, WordClass.Against);
        }

        return null;
    }

    // "L'enlèvement, samedi, de deux religieuses": the object stands behind what a comma puts in between, and a bare "of".
    private Noun? Resumed(int from, Sentence sentence, IReadOnlyList<Noun> nouns)
    {
        for (int at = from; at < Math.Min(sentence.End, from + FarObjectReach); at++)
        {
            if (nouns.Any(n => n.First <= at && n.End > at) || analysis.Is(at, WordClass.Clause | WordClass.Be) || analysis.At(at)?.Of(Sort.Trigger) is not null) return null;
            if (at > from && analysis.Is(at, WordClass.Of) && analysis.Document.GapBefore(at).Contains(',')) return nouns.FirstOrDefault(n => n.PhraseFirst > at && n.PhraseFirst <= at + PhraseReach);
        }

        return null;
    }

    // Armed or not, men who do it did it; and those who march are whom a protest is of.
    private bool MayDo(EventMention mention, Noun noun) => noun.CanAct || (noun.IsPerson && !noun.IsName && noun.Name is null
        && ((mention.Group == EventGroup.Unrest && !noun.IsOne) || noun.Target == TargetKind.SecurityForces || analysis.GrammarAt(noun.Head, noun.End, "Strangers").Entry is not null));

    // "gunned down by a youth", "seized by five persons": behind "by" anybody may have done it.
    private void AddDoer(EventMention mention, Noun? noun, IReadOnlyList<Noun> nouns, bool isAgent = false)
    {
        if (noun is null || !(MayDo(mention, noun) || (isAgent && noun is { IsPerson: true, IsName: false, Name: null })) || mention.Targets.Contains(noun) || mention.Doers.Exists(d => d.Noun == noun)) return;
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
            return start <= end + ListReach && IsListed(end, start) && !(IsSpeaking(next) && !analysis.Is(start - 1, WordClass.And) && !analysis.Is(start - 2, WordClass.And)) ? next : null;
        }

        return null;
    }

    // "wounded three traders, the gendarmerie reported": who tells it is no more of the list.
    private bool IsSpeaking(Noun noun)
    {
        int at = noun.PhraseEnd;
        while (analysis.Is(at, WordClass.Aux) && !analysis.Is(at, WordClass.Be)) at++;
        return analysis.Is(at, WordClass.Say) && analysis.Document.JoinsNext(at - 1);
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
