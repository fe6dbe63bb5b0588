using Alerts.V1;

namespace Alerts.Client.Streaming;

// The place in the log up to which the consumer has handled everything.
// Invariant: while a snapshot is being handed out it does not move, for a snapshot that broke off must come again whole.
internal sealed class CursorLine(StreamAlertsRequest start)
{
    private int _snapshotLeft;

    // Empty: none yet, begin as the request says.
    public string Cursor { get; private set; } = start.Cursor;

    public void Resume(string saved) => Cursor = saved;

    public StreamAlertsRequest Request()
    {
        StreamAlertsRequest request = start.Clone();
        request.Cursor = Cursor;
        if (Cursor.Length > 0) request.FromStart = false;
        return request;
    }

    public void Begin(StreamAlertsResponse frame)
    {
        if (frame.Subscribed is { } subscribed) _snapshotLeft = subscribed.SnapshotSize;
    }

    // Says that the consumer has handled the frame; answers whether the cursor moved.
    public bool Handled(StreamAlertsResponse frame)
    {
        if (frame.Alert is { Snapshot: true }) _snapshotLeft--;
        string next = frame.FrameCase switch
        {
            StreamAlertsResponse.FrameOneofCase.Subscribed => frame.Subscribed.Cursor,
            StreamAlertsResponse.FrameOneofCase.Alert => frame.Alert.Cursor,
            StreamAlertsResponse.FrameOneofCase.Bookmark => frame.Bookmark.Cursor,
            StreamAlertsResponse.FrameOneofCase.Closing => frame.Closing.Cursor,
            _ => "",
        };
        if (next.Length == 0 || _snapshotLeft > 0 || next == Cursor) return false;
        Cursor = next;
        return true;
    }
}
