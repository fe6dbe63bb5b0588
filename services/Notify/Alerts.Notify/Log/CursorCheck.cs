using Alerts.Terms;

namespace Alerts.Notify.Log;

// Decides whether the log still holds what a cursor speaks of. A log that was restored from an older copy either ends before the
// cursor or has another chain at its position; both are refused loudly, since something was or will be told differently.
internal static class CursorCheck
{
    // chainThere: the chain that the log has at the cursor's position; null when it has no such row.
    public static bool Holds(Cursor cursor, LogState log, ChainHash? chainThere) =>
        cursor.LogId == log.LogId
        && cursor.Point.Position >= log.Floor.Position
        && cursor.Point.Position <= log.Head.Position
        && chainThere == cursor.Point.Chain;

    public static AlertsException Expired(string oldestCursor) =>
        new(
            ErrorKind.OutOfRange,
            ErrorReasons.CursorExpired,
            "The alert log does not hold this cursor's position: it is older than what is kept, or the server's data was restored from a copy. " +
            "Begin without a cursor, or with oldest_cursor, and tell your user that alerts may have been missed.")
        {
            Metadata = new Dictionary<string, string> { ["oldest_cursor"] = oldestCursor },
            Violations = [new FieldViolation("cursor", "is outside what the log holds.")],
        };
}
