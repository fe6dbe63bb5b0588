using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Tests.Unit.Client;

// Frames as the server sends them; cursors are "c" and a number here, opaque in truth.
internal static class Frames
{
    public static StreamAlertsResponse Subscribed(string cursor, int snapshot = 0, DateTimeOffset? blind = null) => new()
    {
        Subscribed = new Subscribed { Cursor = cursor, SnapshotSize = snapshot, BlindSinceTime = Stamp(blind) },
    };

    public static StreamAlertsResponse Alert(int position, bool snapshot = false, string? cursor = null) => new()
    {
        Alert = new DeliveredAlert { Alert = new Alert { Name = $"alerts/{position}" }, Cursor = cursor ?? $"c{position}", Snapshot = snapshot },
    };

    public static StreamAlertsResponse Bookmark(string cursor, DateTimeOffset? blind = null) => new()
    {
        Bookmark = new Bookmark { Cursor = cursor, BlindSinceTime = Stamp(blind) },
    };

    public static StreamAlertsResponse Closing(string cursor, string reason) => new() { Closing = new Closing { Cursor = cursor, Reason = reason } };

    private static Timestamp? Stamp(DateTimeOffset? time) => time is { } set ? Timestamp.FromDateTimeOffset(set) : null;
}
