using System.Buffers;
using Alerts.Reading.Casualties;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Events;

/// <summary>Tells how far a cue reaches: whether "to", "denied", "never" is about what a trigger tells, or about something else of its sentence.</summary>
internal sealed class CueReach(Analysis analysis)
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(",;:.!?-–—(\n");

    // "The anniversary of the first attack".
    private const int NounReach = 5;

    // "None of the three customs officers".
    private const int NoneReach = 5;

    /// <summary>Whether a word for what may be governs a trigger.</summary>
    // "The toll has risen to 15 killed", "to the south, marines arrested six", "from farm to farm, killing": a preposition plans nothing.
    public bool Governs(Mark modal, Mark trigger, Sentence sentence)
    {
        if (NumberReader.At(analysis, modal.End, sentence.End) is not null || IsOfFact(modal, trigger) || IsMonth(modal, sentence) || IsFromOneToTheNext(modal, sentence) || IsOfRelative(modal, trigger)) return false;
        if (IsInfinitive(modal) && (analysis.HasGrammar(modal.End, trigger.First + 1, "Finite") || (analysis.Is(modal.End, WordClass.Det) && BreaksOff(modal.End, trigger.First)))) return false;
        if (!analysis.Is(modal.First, WordClass.Locative)) return true;
        if (analysis.Is(modal.End, WordClass.Det) || (analysis.Document.CapitalsTell && analysis.Document.IsCapitalised(modal.End))) return false;
        return !BreaksOff(modal.End, trigger.First);
    }

    // "Two men who could not run were killed": the main verb has its own form of "be".
    private bool IsOfRelative(Mark modal, Mark trigger) => analysis.GrammarAt(modal.First - 1, modal.First, "Relative").Entry is not null
        && Enumerable.Range(modal.End, Math.Max(0, trigger.First + 1 - modal.End)).Any(word => analysis.Is(word, WordClass.Be) && analysis.GrammarAt(word, word + 1, "Finite").Entry is not null);

    /// <summary>Whether words between say that what the trigger tells has happened: "to condemn the murder", "would leave after the attack".</summary>
    public bool IsOfFact(Mark cue, Mark trigger) => analysis.HasGrammar(cue.End, trigger.First, "OfFact");

    /// <summary>Whether what follows is what is denied: "denied that", "denies having".</summary>
    public bool Introduces(Mark denial) =>
        analysis.GrammarAt(denial.End, analysis.Words.Count, "Introduces").Entry is not null || analysis.GrammarAt(denial.End - 1, denial.End, "Introduces").Entry is not null;

    /// <summary>Whether a clause of its own begins between a cue and the deed: "failed to stop the gunmen who killed", "did not come after gunmen attacked", "after months without incident, gunmen attacked".</summary>
    public bool IsOfAnotherClause(Mark cue, EventMention mention) =>
        cue.End <= mention.Trigger.First && (analysis.HasGrammar(cue.End, mention.Trigger.First, "NewClause") || mention.Doers.Exists(d => d.Noun.First > cue.End && d.Noun.First <= mention.Trigger.First && !analysis.HasGrammar(cue.End, d.Noun.First, "Relative")));

    /// <summary>Whether the clause that is negated has ended before a trigger: "a driver who did not open was burnt", not "denied that the town was attacked".</summary>
    public bool EndsBefore(Mark negation, Mark trigger) =>
        analysis.HasGrammar(negation.End + 1, trigger.First + 1, "Finite") && !analysis.HasGrammar(negation.End - 1, trigger.First, "Introduces");

    /// <summary>The words before a noun that say that it is remembered, whatever day stands beside them: "the anniversary of the attack was marked on Sunday".</summary>
    public Mark? IsRemembered(EventMention mention)
    {
        Mark? past = analysis.Cue("Past", Math.Max(mention.Sentence.First, mention.Trigger.First - NounReach), mention.Trigger.First);
        return past is not null && analysis.Is(past.End, WordClass.Of) ? past : null;
    }

    /// <summary>"Warned on Sunday of attacks".</summary>
    public bool IsWarnedOf(EventMention mention) =>
        mention.Kind.Form is TriggerForm.Noun or TriggerForm.KillNoun && analysis.HasGrammar(mention.Sentence.First, mention.Trigger.First, "Warns")
        && analysis.HasGrammar(Math.Max(mention.Sentence.First, mention.Trigger.First - 2), mention.Trigger.First, "OfWhat", "Warns");

    /// <summary>The word behind a noun that says that it may yet come: "fighting could resume", but not "the attack may worsen the crisis", "the fighting may have killed 20".</summary>
    public Mark? IsOfWhatMayCome(EventMention mention)
    {
        int end = mention.Trigger.End;
        if (mention.Kind.Form is not (TriggerForm.Noun or TriggerForm.KillNoun) || mention.Tolls.Count > 0 || mention.Doers.Count > 0 || mention.Triggers.Count > 1 || analysis.Is(mention.Trigger.First - 1, WordClass.Definite)) return null;
        if (end + 1 >= mention.Sentence.End || analysis.Cue("Modal", end, end + 1) is not { } modal || analysis.Is(end, WordClass.Locative | WordClass.Clause) || !analysis.Document.JoinsNext(end - 1)) return null;
        return analysis.Is(modal.End, WordClass.Be | WordClass.Aux) || analysis.Is(modal.End, WordClass.None) ? null : modal;
    }

    /// <summary>What opens a question whether something happened: "is there shooting in Gao?", but not "did anybody see the attack?" or "have you heard that gunmen attacked Gao?".</summary>
    public string? IsAsked(EventMention mention)
    {
        (Sentence sentence, Mark trigger) = (mention.Sentence, mention.Trigger);
        if (!analysis.Document.GapAfter(sentence.End - 1).Contains('?') || analysis.Is(trigger.First - 1, WordClass.Definite)) return null;
        for (int word = sentence.First; word < trigger.First; word++)
        {
            if (word > sentence.First && !analysis.Document.GapBefore(word).ContainsAny(Stops)) continue;
            (Entry? asked, int count) = analysis.GrammarAt(word, trigger.First, "Asked");
            if (asked is not null && !analysis.HasGrammar(word + count, trigger.First, "NewClause", "Presumed")) return analysis.Document.TextOf(word, word + count);
        }

        return null;
    }

    /// <summary>"No attack", "no such attack": the noun is negated, and nothing else need be.</summary>
    public bool IsOfNone(EventMention mention)
    {
        int first = mention.Trigger.First;
        return analysis.Is(first - 1, WordClass.None) || (first - 2 >= mention.Sentence.First && analysis.Is(first - 2, WordClass.None));
    }

    /// <summary>"Nobody was manhandled", "no customs officers were abducted", "aucun des trois n'a été enlevé". Of words of harm it is a toll of nobody, which says more.</summary>
    public bool IsOfNobody(EventMention mention)
    {
        if (mention.Trigger.Of(Sort.Harm) is not null && mention.Group != EventGroup.Abduction) return false;
        int at = mention.Trigger.First;
        while (at > mention.Sentence.First && analysis.Is(at - 1, WordClass.Be | WordClass.Aux)) at--;
        return (at < mention.Trigger.First && analysis.HasGrammar(Math.Max(mention.Sentence.First, at - 2), at, "Nobodies"))
            || mention.Targets.Exists(t => t.End <= at && !analysis.HasGrammar(t.End, at, "Relative") && IsNone(t.First, mention.Sentence));
    }

    private bool IsNone(int noun, Sentence sentence)
    {
        int at = noun;
        while (at > sentence.First && noun - at < NoneReach && !analysis.Is(at, WordClass.None) && !IsBreak(at)) at--;
        return analysis.Is(at, WordClass.None) && NumberReader.At(analysis, at, sentence.End) is null;
    }

    // "No word on two tourists who were abducted", "a soldier without pay shot a woman"; but "none of the three", "aucun des trois".
    private bool IsBreak(int at) => !analysis.Document.JoinsNext(at - 1) || analysis.Over(at)?.Of(Sort.Trigger) is { Event.Form: TriggerForm.Verb or TriggerForm.Kill }
        || (analysis.Is(at, WordClass.Clause | WordClass.Locative | WordClass.Prep | WordClass.Of | WordClass.Be) && !(analysis.Is(at, WordClass.Of | WordClass.Det) && analysis.Is(at - 1, WordClass.None)));

    /// <summary>Whether the sentence itself says what the armed did: "gunmen killed", not "the gunmen who killed".</summary>
    public bool IsToldOutright(EventMention mention) =>
        mention.Kind.Form is TriggerForm.Verb or TriggerForm.Kill && mention.Doers.Exists(d => d.Noun.CanAct && d.Noun.End <= mention.Trigger.First && !analysis.HasGrammar(d.Noun.End, mention.Trigger.First, "Relative"));

    /// <summary>Whether a clause of its own, set off from a cue, tells the deed: "On his way to the court, a unionist was shot dead", not "at the trial of the men who killed a judge".</summary>
    public bool IsOfNextClause(Mark cue, EventMention mention)
    {
        if (mention.Kind.Form is not (TriggerForm.Verb or TriggerForm.Kill) || cue.End > mention.Trigger.First) return false;
        int comma = -1;
        for (int word = cue.End; word < mention.Trigger.First; word++)
        {
            if (analysis.Document.GapBefore(word).ContainsAny(",:;")) comma = word;
        }

        return comma >= 0 && !analysis.HasGrammar(comma, mention.Trigger.First, "Relative") && !analysis.HasGrammar(mention.Sentence.First, mention.Trigger.First, "Introduces");
    }

    private bool BreaksOff(int from, int to)
    {
        for (int word = from; word < to; word++)
        {
            if (analysis.Document.GapAfter(word).ContainsAny(',', ':')) return true;
        }

        return false;
    }

    // "Went from house to house and took nine men", "de maison en maison".
    private bool IsFromOneToTheNext(Mark modal, Sentence sentence) =>
        modal.First > sentence.First && modal.End < sentence.End && analysis.Words[modal.First - 1].Text == analysis.Words[modal.End].Text;

    // "Unpaid since May, they marched".
    private bool IsMonth(Mark modal, Sentence sentence) => modal.First > sentence.First && analysis.Document.CapitalsTell && analysis.Document.IsCapitalised(modal.First) && analysis.GrammarAt(modal.First, modal.End, "Month").Entry is not null;

    // "assigned to Guatemala were attacked", "qui voulaient voler ont tué": what stands in the past is no infinitive.
    private bool IsInfinitive(Mark modal) => analysis.GrammarAt(modal.First, modal.End, "Infinitive").Entry is not null;
}
