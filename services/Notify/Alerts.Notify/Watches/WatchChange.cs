namespace Alerts.Notify.Watches;

// A watch was changed or deleted. Numbers have no gap but for what was forgotten after an hour.
internal sealed record WatchChange(long Number, string WatchId);
