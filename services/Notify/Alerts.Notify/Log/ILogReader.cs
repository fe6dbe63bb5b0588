using Alerts.Terms;

namespace Alerts.Notify.Log;

// Reads of the committed log. Thread safe.
internal interface ILogReader
{
    Task<LogState> StateAsync(CancellationToken cancellationToken);

    // Newest watermark that is stored.
    Task<Mark> MarkAsync(CancellationToken cancellationToken);

    // The state, and the chain at a position in the same snapshot; null when the log has no such row.
    Task<(LogState Log, ChainHash? Chain)> ProbeAsync(long position, CancellationToken cancellationToken);

    // The page of rows after a position, in order; empty at the head. The first one is position + 1 unless retention passed in between.
    Task<IReadOnlyList<LogEntry>> AfterAsync(long position, CancellationToken cancellationToken);

    // Rows of what an organisation may see before a position, newest first, at most limit; the newest of each open situation only, or of one
    // situation only, when asked.
    Task<IReadOnlyList<LogEntry>> BeforeAsync(long position, int limit, LogSelection selection, Scope viewer, CancellationToken cancellationToken);

    // The head, and the positions of the newest alerts of open situations at that head which pass the test, oldest first.
    Task<LogSnapshot> SnapshotAsync(Func<LogEntry, bool> test, CancellationToken cancellationToken);

    // The page of a snapshot's rows, oldest first, from the one with an index on. Ends before a row that is gone.
    Task<IReadOnlyList<LogEntry>> AtAsync(IReadOnlyList<long> positions, int from, CancellationToken cancellationToken);

    // Null when there is none that the organisation may see.
    Task<LogEntry?> FindAsync(string alertId, Scope viewer, CancellationToken cancellationToken);
}
