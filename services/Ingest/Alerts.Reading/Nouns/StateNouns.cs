using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Nouns;

/// <summary>Finds states that may have done it where only their name or their people's stands: "Russian artillery", "frappe israélienne", "SDF accuses Turkey".</summary>
internal sealed class StateNouns(Analysis analysis, Func<int, KnownActor?> forcesAt, Func<int, KnownActor?> stateAt)
{
    private const int WielderReach = 4;

    /// <summary>The state at a word that no lexicon's phrase covers; null when there is none.</summary>
    public Noun? At(int at, Sentence sentence) => forcesAt(at) is { } forces && IsArmed(at, sentence) && !IsWielded(at, sentence) ? Of(at, forces) : stateAt(at) is { } state && IsAccused(at, sentence) ? Of(at, state) : null;

    /// <summary>The state inside a phrase: "frappe israélienne" is one word for what happened.</summary>
    public Noun? In(Mark mark, Sentence sentence)
    {
        for (int at = mark.First; at < mark.End; at++)
        {
            if (forcesAt(at) is { } forces && IsArmed(at, sentence) && !IsWielded(at, sentence)) return Of(at, forces);
        }

        return null;
    }

    private static Noun Of(int at, KnownActor state) => new(at, at, at + 1) { Actor = state, ActorType = state.Type, Target = TargetKind.SecurityForces };

    // "Russian artillery", "an Israeli drone", "des frappes russes": whose the arms are did it.
    private bool IsArmed(int at, Sentence sentence) =>
        (at + 1 < sentence.End && analysis.Document.JoinsNext(at) && analysis.GrammarAt(at + 1, sentence.End, "Arms").Entry is not null)
        || (at > sentence.First && analysis.GrammarAt(at - 1, at, "ArmsBefore").Entry is not null);

    // "with Chinese rockets", "shot down two Russian drones": these say who made or lost them.
    private bool IsWielded(int arms, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, arms - WielderReach); at < arms; at++)
        {
            if (analysis.GrammarAt(at, arms, "Wields").Entry is not null) return true;
        }

        return false;
    }

    // "SDF accuses Turkey", "l'armée accuse le Rwanda": a state that is blamed is one that may have done it.
    private bool IsAccused(int at, Sentence sentence)
    {
        int before = at - 1;
        while (before > sentence.First && analysis.Is(before, WordClass.Det)) before--;
        return before >= sentence.First && analysis.Over(before) is { } blame && blame.End == before + 1 && blame.IsCue("Blamed");
    }
}
