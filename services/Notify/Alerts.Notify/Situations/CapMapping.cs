using Alerts.Terms;

namespace Alerts.Notify.Situations;

// An alert in the words of CAP 1.2; numbers of the enums below equal those of the proto enums of the same names, 0 is the standard's Unknown.
internal static class CapMapping
{
    public static CapMessageType MessageType(AlertAction action) => action switch
    {
        AlertAction.Raise => CapMessageType.Alert,
        AlertAction.Cancel => CapMessageType.Cancel,
        _ => CapMessageType.Update,
    };

    public static CapSeverity Severity(IncidentSize? size) => size switch
    {
        IncidentSize.Major => CapSeverity.Extreme,
        IncidentSize.Serious => CapSeverity.Severe,
        IncidentSize.Minor => CapSeverity.Minor,
        _ => CapSeverity.Unknown,
    };

    // CAP: Observed took or takes place; Likely more than about one in two; Possible at most that; Unlikely about none.
    public static CapCertainty Certainty(Verification? verification) => verification switch
    {
        Verification.Confirmed => CapCertainty.Observed,
        Verification.Corroborated => CapCertainty.Likely,
        Verification.Unverified or Verification.Disputed => CapCertainty.Possible,
        Verification.Retracted => CapCertainty.Unlikely,
        _ => CapCertainty.Unknown,
    };

    // ongoing: null when nobody said.
    public static CapUrgency UrgencyOf(SituationState state, bool isPressure, bool? ongoing)
    {
        if (state is not (SituationState.Active or SituationState.Quiet))
            return CapUrgency.Past;
        if (isPressure)
            return CapUrgency.Expected;
        return (state, ongoing) switch
        {
            (_, false) => CapUrgency.Past,
            (SituationState.Active, true) => CapUrgency.Immediate,
            // Quiet: the last word was "goes on", and nobody has said anything since.
            _ => CapUrgency.Unknown,
        };
    }
}
