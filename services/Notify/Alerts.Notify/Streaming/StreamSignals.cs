namespace Alerts.Notify.Streaming;

// What ends a subscription from the server's side. Grant gives the ending's reason once the caller's grant is gone, null before; it is
// asked before anything is written, and every 5 s.
internal sealed record StreamSignals(Func<string?> Grant, CancellationToken Stopping, CancellationToken WatchChanged)
{
    // Reason of the first ending that has come; null when none has.
    public string? Ending =>
        Stopping.IsCancellationRequested ? StreamEndings.Shutdown
        : WatchChanged.IsCancellationRequested ? StreamEndings.WatchChanged
        : Grant();
}
