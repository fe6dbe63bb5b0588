namespace Alerts.Notify.Messaging;

// What became of an assessment.
internal enum IssueOutcome
{
    // An alert is in the log.
    Issued,

    // This revision or a later one was here before.
    SeenBefore,

    // A recall or an end of what nobody was told of: recorded only.
    NobodyToTell,
}
