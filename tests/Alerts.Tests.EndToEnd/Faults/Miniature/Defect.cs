namespace Alerts.Tests.EndToEnd.Faults.Miniature;

/// <summary>A mistake that a server like ours can make, and that only faults bring to light.</summary>
internal enum Defect
{
    None,

    /// <summary>OK is said when the report is in memory.</summary>
    AcknowledgeBeforeCommit,

    /// <summary>The inbox remembers an event before its effect is on disk: when it comes again it counts as done.</summary>
    DropOnRedelivery,

    /// <summary>A resumed stream begins with the alert of the cursor instead of the one behind it.</summary>
    DuplicateOnResume,
}
