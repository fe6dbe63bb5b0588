using Alerts.Notify.Situations;
using Alerts.Terms;

namespace Alerts.Notify.Watches;

// The least that a situation must be to be told of; null: anything. A situation without a level fits every level.
internal readonly record struct Minimum(ThreatLevel? Level, Urgency? Urgency)
{
    public bool Fits(Reach reach) =>
        (Level is not { } level || reach.Traits.HasFlag(ReachTraits.Unlevelled) || reach.PeakLevel >= level)
        && (Urgency is not { } urgency || reach.PeakUrgency >= urgency);
}
