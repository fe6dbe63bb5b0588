namespace Alerts.Notify.Streaming;

// What ends a subscription from the server's side.
internal sealed record StreamSignals(CancellationToken Stopping, CancellationToken WatchChanged)
{
    // Reason of the first ending that has come; null when none has.
    public string? Ending =>
        Stopping.IsCancellationRequested ? StreamEndings.Shutdown
        : WatchChanged.IsCancellationRequested ? StreamEndings.WatchChanged
        : null;
}
