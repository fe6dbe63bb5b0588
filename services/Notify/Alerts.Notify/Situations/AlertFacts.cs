using Alerts.Terms;

namespace Alerts.Notify.Situations;

// What decides whether an alert may ring and whether its situation goes on.
internal readonly record struct AlertFacts(string Situation, Urgency Urgency, AlertAction Action, SituationState State)
{
    public bool IsOpen => State is SituationState.Active or SituationState.Quiet;
}
