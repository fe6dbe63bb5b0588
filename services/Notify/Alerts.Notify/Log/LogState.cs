namespace Alerts.Notify.Log;

// The log as a whole: who it is, where it ends, and what retention has removed. Rows floor + 1 … head exist, without a gap.
internal sealed record LogState(Guid LogId, LogPoint Head, LogPoint Floor);
