using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>The one line by which an officer knows an alert. Pure.</summary>
internal static class Headlines
{
    public static string Of(Situation situation, SituationAction action)
    {
        string mark = situation.Exercise ? "EXERCISE " : "";
        string word = action switch
        {
            SituationAction.Clear => "ALL CLEAR: ",
            SituationAction.Cancel => "FALSE ALARM, WITHDRAWN: ",
            SituationAction.Expire => "RAN OUT WITHOUT NEWS: ",
            _ => situation.Status switch
            {
                SituationStatus.Quiet => "NO NEWS: ",
                SituationStatus.Superseded => "NOW PART OF ANOTHER ALERT: ",
                _ => "",
            },
        };
        return $"{mark}{word}{situation.Title}{Support(situation, action)}";
    }

    // Who stands behind it, in three words, where that matters: not for an ending.
    private static string Support(Situation situation, SituationAction action) =>
        action is SituationAction.Clear or SituationAction.Cancel or SituationAction.Expire || situation.Status != SituationStatus.Active
            ? ""
            : situation.Assessment.Standing switch
            {
                AcuteStanding.Corroborated => " (corroborated)",
                AcuteStanding.Credible => " (credible, one source)",
                AcuteStanding.Improbable => " (improbable)",
                _ => " (unverified)",
            };
}
