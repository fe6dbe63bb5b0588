using Alerts.Notify.Situations;
using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Wire;

// Makes the alert that goes out from the one that risk drafted: name, revision, references, CAP terms. Pure.
internal static class AlertCompletion
{
    public static AlertAction Action(V1.Alert draft) =>
        draft.Action is >= V1.AlertAction.Raise and <= V1.AlertAction.Expire ? (AlertAction)(int)draft.Action : AlertAction.Escalate;

    public static SituationState State(V1.Alert draft) =>
        draft.State is >= V1.SituationState.Active and <= V1.SituationState.Superseded ? (SituationState)(int)draft.State : SituationState.Active;

    public static V1.Alert Complete(V1.Alert draft, Scope scope, string situation, long revision, AlertAction action, SituationState state, DateTimeOffset now)
    {
        V1.Alert alert = draft.Clone();
        alert.Name = AlertIds.Name(AlertIds.Alert(scope, situation, revision));
        alert.Situation = situation;
        alert.Scope = scope.Value;
        alert.SituationRevision = revision;
        alert.Action = (V1.AlertAction)(int)action;
        alert.State = (V1.SituationState)(int)state;
        alert.References.Clear();
        alert.References.AddRange(AlertIds.References(scope, situation, revision));
        alert.IssueTime ??= now.ToTimestamp();
        alert.Cap = Cap(alert, action, state);
        return alert;
    }

    private static V1.CapTerms Cap(V1.Alert alert, AlertAction action, SituationState state)
    {
        V1.OccurredTime? occurred = alert.Incident?.Occurred;
        bool? ongoing = occurred is { HasOngoing: true } ? occurred.Ongoing : null;
        int size = (int)alert.Size;
        int verification = (int)(alert.Incident?.Verification ?? V1.Verification.Unspecified);
        return new V1.CapTerms
        {
            MessageType = (V1.CapMessageType)(int)CapMapping.MessageType(action),
            Severity = (V1.CapSeverity)(int)CapMapping.Severity(size == 0 ? null : (IncidentSize)size),
            Certainty = (V1.CapCertainty)(int)CapMapping.Certainty(verification == 0 ? null : (Verification)verification),
            Urgency = (V1.CapUrgency)(int)CapMapping.UrgencyOf(state, alert.Kind == V1.SituationKind.Pressure, ongoing),
            AllClear = action == AlertAction.Clear,
        };
    }
}
