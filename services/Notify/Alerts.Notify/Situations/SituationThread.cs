using Alerts.Terms;

namespace Alerts.Notify.Situations;

// What notify keeps of a situation. AssessedRevision is the newest assessment seen; AlertCount the alerts told so far, which is also the
// newest alert's situation revision; NewestPosition is null while nothing was told.
internal sealed record SituationThread(
    Scope Scope,
    string Situation,
    long AssessedRevision,
    SituationState State,
    long AlertCount,
    long? NewestPosition,
    Reach Reach)
{
    // Whether a snapshot of what is active shows it.
    public bool IsOpen => NewestPosition is not null && State is SituationState.Active or SituationState.Quiet;
}
