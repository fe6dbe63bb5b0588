namespace Alerts.Notify.Streaming;

// Reasons of Closing frames, as the contract names them.
internal static class StreamEndings
{
    public const string Shutdown = "SHUTDOWN";

    public const string WatchChanged = "WATCH_CHANGED";

    public const string TokenExpired = "TOKEN_EXPIRED";

    public const string Revoked = "REVOKED";
}
