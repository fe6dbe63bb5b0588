namespace Alerts.Notify.Log;

// What is active at one state of the log: rows by position, oldest first, none beyond the head.
internal sealed record LogSnapshot(LogState Log, IReadOnlyList<long> Positions);
