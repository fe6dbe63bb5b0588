namespace Alerts.Tests.EndToEnd.Faults.Miniature;

/// <summary>A mistake that a server like ours can make, and that only faults or load bring to light.</summary>
internal enum Defect
{
    None,

    /// <summary>OK is said when the report is in memory.</summary>
    AcknowledgeBeforeCommit,

    /// <summary>The inbox remembers an event before its effect is on disk: when it comes again it counts as done.</summary>
    DropOnRedelivery,

    /// <summary>A resumed stream begins with the alert of the cursor instead of the one behind it.</summary>
    DuplicateOnResume,

    /// <summary>A resumed stream takes the alert behind the cursor for sent.</summary>
    SkipOnResume,

    /// <summary>What waits for one subscriber is sent newest first.</summary>
    NewestFirst,

    /// <summary>A bookmark vouches for what is in the log, sent or not.</summary>
    BookmarkOfTheLog,

    /// <summary>Who is slow loses what has left the memory.</summary>
    LoseWhatLeftMemory,

    /// <summary>Request ids are kept in memory: a retry after a restart is another report.</summary>
    ForgetRequests,

    /// <summary>An event that comes again takes effect again.</summary>
    AppendOnRedelivery,

    /// <summary>An alert is put into words when it is sent, and each start of the server has words of its own.</summary>
    OtherWordsAfterRestart,
}
