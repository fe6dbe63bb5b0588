namespace Alerts.Notify.Situations;

// Holds the order of a thread's life whatever the assessment says: it begins with a raise, ends are ends of something that was told,
// and the state fits the action.
internal static class SituationLifecycle
{
    // The action to issue; null when nothing is to be told: a recall or an end of what nobody was told of.
    public static AlertAction? Action(long alertsSoFar, SituationState stateSoFar, AlertAction proposed) => (alertsSoFar, proposed) switch
    {
        (0, AlertAction.Cancel or AlertAction.Expire) => null,
        (0, _) => AlertAction.Raise,
        // A second raise: news of a thread that goes on, or the return of one that had ended.
        (_, AlertAction.Raise) => HasEnded(stateSoFar) ? AlertAction.Escalate : AlertAction.Update,
        _ => proposed,
    };

    // The state after the action. A raise that was proposed as an end keeps that end's state: it tells of something already over.
    public static SituationState State(AlertAction proposed, SituationState proposedState) => proposed switch
    {
        AlertAction.Clear => SituationState.Cleared,
        AlertAction.Cancel => SituationState.Cancelled,
        AlertAction.Expire => SituationState.Expired,
        _ => proposedState,
    };

    private static bool HasEnded(SituationState state) => state is not (SituationState.Active or SituationState.Quiet);
}
