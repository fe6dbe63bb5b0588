using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>The one line by which an officer knows an alert. Pure.</summary>
internal static class Headlines
{
    public static readonly Phrase Exercise = new("EXERCISE ", "EXERCICE ");
    public static readonly Phrase AllClear = new("ALL CLEAR: ", "FIN D'ALERTE : ");
    public static readonly Phrase FalseAlarm = new("FALSE ALARM, WITHDRAWN: ", "FAUSSE ALERTE, RETIRÉE : ");

    private static readonly Phrase RanOut = new("RAN OUT WITHOUT NEWS: ", "ÉCHUE SANS NOUVELLES : ");
    private static readonly Phrase NoNews = new("NO NEWS: ", "SANS NOUVELLES : ");
    private static readonly Phrase Superseded = new("NOW PART OF ANOTHER ALERT: ", "FAIT PARTIE D'UNE AUTRE ALERTE : ");

    public static Phrase Of(Situation situation, SituationAction action) => new(
        Line(situation, action, Language.English, situation.Title), Line(situation, action, Language.French, situation.FrenchTitle ?? situation.Title));

    private static string Line(Situation situation, SituationAction action, Language language, string title)
    {
        Phrase mark = situation.Exercise ? Exercise : Phrase.Empty;
        Phrase word = action switch
        {
            SituationAction.Clear => AllClear,
            SituationAction.Cancel => FalseAlarm,
            SituationAction.Expire => RanOut,
            _ => situation.Status switch
            {
                SituationStatus.Quiet => NoNews,
                SituationStatus.Superseded => Superseded,
                _ => Phrase.Empty,
            },
        };
        return (mark + word + Phrase.Of(title) + Support(situation, action)).In(language);
    }

    // Who stands behind it, in three words, where that matters: not for an ending.
    private static Phrase Support(Situation situation, SituationAction action) =>
        action is SituationAction.Clear or SituationAction.Cancel or SituationAction.Expire || situation.Status != SituationStatus.Active
            ? Phrase.Empty
            : situation.Assessment.Standing switch
            {
                AcuteStanding.Corroborated => new(" (corroborated)", " (corroboré)"),
                AcuteStanding.Credible => new(" (credible, one source)", " (crédible, une source)"),
                AcuteStanding.Improbable => new(" (improbable)", " (improbable)"),
                _ => new(" (unverified)", " (non vérifié)"),
            };
}
