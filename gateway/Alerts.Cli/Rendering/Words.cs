using System.Text.RegularExpressions;
using Alerts.V1;

namespace Alerts.Cli.Rendering;

// The field's codes in plain words, and their colours.
internal static partial class Words
{
    public static string Of(ThreatLevel level) => level switch
    {
        ThreatLevel.Unspecified => "not assessed",
        _ => $"{(int)level} {Plain(level)}",
    };

    public static string Colour(ThreatLevel level) => level switch
    {
        ThreatLevel.Unspecified => "grey",
        ThreatLevel.Minimal => "green",
        ThreatLevel.Low => "green3",
        ThreatLevel.Moderate => "yellow",
        ThreatLevel.Substantial => "orange1",
        ThreatLevel.High => "red",
        _ => "bold white on red",
    };

    // An urgency that this program does not know counts as the highest.
    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Routine => "ROUTINE",
        Urgency.Priority => "PRIORITY",
        _ => "FLASH",
    };

    public static string Colour(Urgency urgency) => urgency switch
    {
        Urgency.Routine => "blue",
        Urgency.Priority => "yellow",
        _ => "red",
    };

    public static string Of(AlertAction action) => action switch
    {
        AlertAction.Raise => "NEW",
        AlertAction.Update => "UPDATE",
        AlertAction.Clear => "ALL CLEAR",
        AlertAction.Cancel => "FALSE ALARM, WITHDRAWN",
        AlertAction.Expire => "NO NEWS, RAN OUT: NOT AN ALL-CLEAR",
        _ => "WORSE",
    };

    // A state that this program does not know counts as the worst.
    public static string Of(AccessState state) => state switch
    {
        AccessState.Unspecified => "not known",
        AccessState.Open => "open",
        AccessState.Constrained => "constrained",
        AccessState.Restricted => "restricted",
        _ => "cut off",
    };

    public static string Colour(AccessState state) => state switch
    {
        AccessState.Unspecified => "grey",
        AccessState.Open => "green",
        AccessState.Constrained => "yellow",
        AccessState.Restricted => "orange1",
        _ => "red",
    };

    public static string Of(HushReason reason) => reason == HushReason.QuietHours ? "Quiet hours" : "Silenced";

    public static string Of(AcuteStanding standing) => standing switch
    {
        AcuteStanding.Improbable => "improbable",
        AcuteStanding.Unverified => "NOT VERIFIED",
        AcuteStanding.Credible => "credible",
        AcuteStanding.Corroborated => "corroborated by independent sources",
        _ => "",
    };

    public static string Of(ClaimantKind kind) => kind switch
    {
        ClaimantKind.Unspecified => "",
        ClaimantKind.ArmedGroup => "armed group",
        _ => Plain(kind).ToLowerInvariant(),
    };

    public static string Of(Incident incident) => incident.LocalType != LocalType.Unspecified
        ? Plain(incident.LocalType)
        : incident.SubEventType != SubEventType.Unspecified ? Plain(incident.SubEventType) : "Unknown type";

    // Reliability and credibility as officers write them: "B2".
    public static string Grade(SourceReliability reliability, InformationCredibility credibility)
    {
        string letter = reliability == SourceReliability.Unspecified ? "F" : reliability.ToString();
        int digit = credibility == InformationCredibility.Unspecified ? (int)InformationCredibility.CannotBeJudged : (int)credibility;
        return $"{letter}{digit}";
    }

    // "ArmedClash" → "Armed clash". A number that this program does not know stays a number.
    public static string Plain<T>(T value)
        where T : struct, Enum
    {
        string spaced = WordStart().Replace(value.ToString(), m => " " + m.Value.ToLowerInvariant());
        return spaced.TrimStart();
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
