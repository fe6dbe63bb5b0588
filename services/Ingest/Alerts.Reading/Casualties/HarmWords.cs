using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>The words of harm of a text: where they stand, what state they tell, in which form they are said.</summary>
internal sealed class HarmWords(Analysis analysis)
{
    private const int JoinedReach = 14;

    // Between a form of "be" and its participle stand no more words than these: "were all badly".
    private const int BeReach = 3;

    /// <summary>The word of harm that begins at a word and counts dead or wounded; null when there is none.</summary>
    public Mark? At(int word) => analysis.At(word) is { } mark && mark.Of(Sort.Harm) is { } harm && IsToll(harm) && !IsTally(mark) ? mark : null;

    public bool AreIn(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (At(at) is not null) return true;
        }

        return false;
    }

    /// <summary>Whether a form of "be" stands close before a word.</summary>
    public bool BeBefore(int at, int from)
    {
        for (int word = at - 1; word >= Math.Max(from, at - BeReach); word--)
        {
            if (analysis.Is(word, WordClass.Be)) return true;
        }

        return false;
    }

    /// <summary>Whether what stands at a word tells what befell those before it: "died", "were killed".</summary>
    public bool Befell(Mark harm, int from) => Has(harm, "finite") || (Has(harm, "participle") && BeBefore(harm.First, from) && !analysis.Is(harm.First - 1, WordClass.Definite));

    /// <summary>Whether a participle goes on from another one: "was dragged outside and beaten to death by a crowd".</summary>
    public bool IsJoined(Mark harm, int from, int end)
    {
        if (!Has(harm, "participle") || !IsVerbless(harm, end) || !analysis.Is(harm.First - 1, WordClass.And)) return false;
        for (int word = harm.First - 2; word >= Math.Max(from, harm.First - JoinedReach); word--)
        {
            if (analysis.Is(word, WordClass.Be)) return true;
            if (analysis.Is(word, WordClass.Clause | WordClass.Say)) return false;
        }

        return false;
    }

    /// <summary>Whether a participle tells it without a verb: "a woman dead in the yard", "a driver killed, two houses burnt". What goes on with an object is no participle.</summary>
    public bool IsVerbless(Mark harm, int end) =>
        Has(harm, "participle") && (harm.End >= end || !analysis.Document.JoinsNext(harm.End - 1) || analysis.Is(harm.End, WordClass.Locative | WordClass.Prep | WordClass.By | WordClass.And | WordClass.Clause));

    public static bool Has(Mark harm, string form) => harm.Entries.Any(e => e.Sort == Sort.Harm && e.Key.EndsWith(form, StringComparison.Ordinal));

    /// <summary>Whether it only tells what somebody does to others: "tuant", "a fait".</summary>
    public static bool IsOfDoer(Mark harm) => harm.Entries.All(e => e.Sort != Sort.Harm || e.Key.EndsWith("active", StringComparison.Ordinal));

    /// <summary>Whether a crowd did it: those who suffered it are its victims, also when they are thieves or gunmen.</summary>
    public static bool IsByMob(Mark harm) => harm.Of(Sort.Trigger)?.Event is { Sub: SubEventType.MobViolence };

    public static bool IsTally(Mark harm) => Has(harm, "tally");

    public static bool IsKilled(Mark harm) => State(harm.Of(Sort.Harm)!) is "Killed" or "Buried";

    /// <summary>Whether it tells what came of it: who is treated is among the wounded, who is buried among the dead, when the text counts these.</summary>
    public static bool IsAfter(Mark harm) => State(harm.Of(Sort.Harm)!) is "Treated" or "Buried";

    public static bool IsToll(Entry harm) => State(harm) is "Killed" or "Wounded" or "Treated" or "Buried";

    private static string State(Entry harm) => harm.Key[..harm.Key.IndexOf(' ')];
}
