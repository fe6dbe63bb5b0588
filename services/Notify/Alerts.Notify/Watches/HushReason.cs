namespace Alerts.Notify.Watches;

// Why an alert comes without sound. Numbers equal those of the proto enum of the same name; several may hold at once.
[Flags]
internal enum HushReason
{
    Silence = 1,
    QuietHours = 2,
}
