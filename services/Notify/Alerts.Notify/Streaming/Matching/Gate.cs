using System.Numerics;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Notify.Streaming.Matching;

// What subscribers' terms say besides places, made coarse enough that many share it, so that one look at a row decides for all of them.
// Passes(row) is false only where terms of this gate admit the row in no way; what passes is still to be tested. Immutable.
internal readonly record struct Gate(Scope Organisation, ThreatLevel? LeastLevel, Urgency? LeastUrgency, uint Categories, bool ExcludesExercises)
{
    public static Gate Of(SubscriptionTerms terms)
    {
        AlertFilter filter = terms.Filter;
        // A minimum of one category is lower than what others ask for: the lowest counts.
        Minimum[] minima = [filter.Minimum, .. filter.MinimumBy.Values];
        return new Gate(
            terms.Organisation,
            Array.Exists(minima, m => m.Level is null) ? null : minima.Min(m => m.Level),
            Array.Exists(minima, m => m.Urgency is null) ? null : minima.Min(m => m.Urgency),
            filter.Categories.Aggregate(0u, (mask, category) => mask | Bit(category)),
            filter.ExcludesExercises);
    }

    public bool Passes(LogEntry entry)
    {
        Reach reach = entry.Reach;
        return entry.IsVisibleTo(Organisation)
            && (!ExcludesExercises || reach.Traits.HasFlag(ReachTraits.Real))
            && (reach.Traits.HasFlag(ReachTraits.System) || (LevelFits(reach) && UrgencyFits(reach) && CategoryFits(reach)));
    }

    private bool LevelFits(Reach reach) =>
        LeastLevel is not { } least || reach.Traits.HasFlag(ReachTraits.Unlevelled) || reach.PeakLevel >= least;

    private bool UrgencyFits(Reach reach) => LeastUrgency is not { } least || reach.PeakUrgency >= least;

    private bool CategoryFits(Reach reach)
    {
        if (Categories == 0 || reach.Traits.HasFlag(ReachTraits.Uncategorised))
            return true;
        foreach (ThreatCategory category in reach.Categories)
        {
            if ((Categories & Bit(category)) != 0)
                return true;
        }

        return false;
    }

    // Categories are few; one of a newer program shares a bit with another, which lets too much through and never too little.
    private static uint Bit(ThreatCategory category) => BitOperations.RotateLeft(1u, (int)category);
}
