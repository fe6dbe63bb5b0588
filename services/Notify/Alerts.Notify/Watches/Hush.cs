namespace Alerts.Notify.Watches;

// That an alert comes without sound, and until when others do.
internal readonly record struct Hush(HushReason Reason, DateTimeOffset Until);
