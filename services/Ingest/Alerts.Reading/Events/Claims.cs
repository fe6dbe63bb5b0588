using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Events;

/// <summary>Says whether somebody claims an event in a sentence: "the ELN claimed the attack", but not "no guerrilla group has claimed it" nor "the ELN denied responsibility for the attack".</summary>
internal sealed class Claims(Analysis analysis)
{
    private const string NotClaimed = "NotClaimed";

    // "No person or armed group known in the country has so far": words between what says that none did and the claim.
    private const int NoneReach = 12;

    /// <summary>The words by which somebody claims it; null when nobody does.</summary>
    public Mark? In(Sentence sentence) => analysis.Cue("Claimed", sentence.First, sentence.End) is { } claim && !analysis.HasCue(NotClaimed, sentence.First, sentence.End) && !IsOfNone(claim, sentence) ? claim : null;

    /// <summary>Whether a sentence says that nobody claims it.</summary>
    public bool AreMissing(Sentence sentence) => analysis.HasCue(NotClaimed, sentence.First, sentence.End) || (analysis.Cue("Claimed", sentence.First, sentence.End) is { } claim && IsOfNone(claim, sentence));

    // "None of the groups that are active there has claimed it", "nor has any group claimed it", but "wounded no one, and claimed it".
    private bool IsOfNone(Mark claim, Sentence sentence)
    {
        for (int at = claim.First - 1; at >= Math.Max(sentence.First, claim.First - NoneReach); at--)
        {
            if (analysis.Is(at, WordClass.None) && !(at > sentence.First && analysis.Over(at - 1)?.Of(Sort.Trigger) is not null)) return true;
            if (analysis.Over(at)?.IsCue("Denied") == true || analysis.GrammarAt(at, sentence.End, "Neither").Entry is not null) return true;
            if (analysis.Document.GapBefore(at).ContainsAny(',', ':', '"')) return false;
        }

        return false;
    }
}
