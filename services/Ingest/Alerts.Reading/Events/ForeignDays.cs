using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Events;

/// <summary>Tells the days of a sentence that belong to another verb than the deed, where the deed has a day of its own right behind it: "a trader who had come on Monday was shot on Tuesday", "burials were held on Tuesday for four people killed on Sunday".</summary>
internal sealed class ForeignDays(Analysis analysis)
{
    // Between a deed and its own day: who did it, where, the hour.
    private const int OwnReach = 9;

    // How far before a day its relative pronoun may stand.
    private const int RelativeReach = 9;

    /// <summary>Whether a day before the deed is that of another verb.</summary>
    public bool Has(TimeMention time, EventMention mention, IReadOnlyList<TimeMention> times)
    {
        Mark deed = mention.Trigger;
        return time.From is not null && time.End <= deed.First && times.Any(t => IsOwn(t, deed)) && (IsOfRelative(time, deed, mention.Sentence) || IsOfMainVerb(time, mention));
    }

    private bool IsOwn(TimeMention time, Mark deed)
    {
        if (time is not { From: not null, IsOfOther: false, IsSince: false } || time.First < deed.End || time.First - deed.End > OwnReach) return false;
        for (int word = deed.End; word < time.First; word++)
        {
            // "by gunmen on" is no other deed.
            bool another = word > deed.End && analysis.At(word) is { } mark && mark.Of(Sort.Trigger) is not null && !analysis.Is(mark.End - 1, WordClass.Prep | WordClass.Locative);
            if (another || analysis.Is(word, WordClass.Say | WordClass.Clause)) return false;
        }

        return true;
    }

    // "who had come to Gao on Monday was shot": the clause is over where the deed's own verb begins.
    private bool IsOfRelative(TimeMention time, Mark deed, Sentence sentence)
    {
        int from = Math.Max(sentence.First, time.First - RelativeReach);
        for (int word = from; word < time.First; word++)
        {
            if (analysis.GrammarAt(word, time.First, "Relative").Entry is null) continue;
            for (int verb = time.End; verb < deed.First; verb++)
            {
                if (analysis.Is(verb, WordClass.Be) || analysis.Document.GapBefore(verb).Contains(',')) return true;
            }
        }

        return false;
    }

    // "on Tuesday for four people killed by": a participle tells more of those who stand right before it, and the day before them is the main verb's.
    private bool IsOfMainVerb(TimeMention time, EventMention mention) =>
        !analysis.Is(mention.Trigger.First, WordClass.Be | WordClass.Aux) && mention.Targets.Concat(mention.Tolls.Select(t => t.Who).OfType<Noun>()).Any(n => n.PhraseEnd == mention.Trigger.First && time.End <= n.PhraseFirst);
}
