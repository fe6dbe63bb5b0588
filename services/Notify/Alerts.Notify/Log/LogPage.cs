namespace Alerts.Notify.Log;

// How much of the log a reader gets at once. Who stops taking what it is sent holds a page for as long as it is waited for, so a page is counted in
// bytes of alerts too; the row with which they are reached is its last.
internal static class LogPage
{
    public const int Rows = 256;
    public const int Bytes = 64 * 1024;
}
