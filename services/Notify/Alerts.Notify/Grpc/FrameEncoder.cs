using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Alerts.Notify.Log;
using Alerts.Notify.Streaming;
using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Grpc;

// Makes the contract's frames. An alert is decoded, and its cursor sealed for an organisation, once per row and process however many
// subscribers it goes to; both go when the row leaves memory. Thread safe.
internal sealed class FrameEncoder(CursorCodec cursors)
{
    private readonly ConditionalWeakTable<LogEntry, Prepared> _prepared = [];

    public V1.StreamAlertsResponse Encode(StreamFrame frame, Guid logId, Scope organisation) => frame switch
    {
        StreamFrame.Alert alert => new V1.StreamAlertsResponse { Alert = Delivered(alert, logId, organisation) },
        StreamFrame.Bookmark bookmark => new V1.StreamAlertsResponse
        {
            Bookmark = new V1.Bookmark
            {
                Cursor = Seal(bookmark.Where, logId, organisation),
                CompleteThroughTime = bookmark.Sight.CompleteThrough?.ToTimestamp(),
                BlindSinceTime = bookmark.Sight.BlindSince?.ToTimestamp(),
            },
        },
        StreamFrame.Subscribed subscribed => new V1.StreamAlertsResponse
        {
            Subscribed = new V1.Subscribed
            {
                Cursor = Seal(subscribed.Where, logId, organisation),
                CompleteThroughTime = subscribed.Sight.CompleteThrough?.ToTimestamp(),
                BlindSinceTime = subscribed.Sight.BlindSince?.ToTimestamp(),
                SnapshotSize = subscribed.SnapshotSize,
            },
        },
        StreamFrame.Closing closing => new V1.StreamAlertsResponse
        {
            Closing = new V1.Closing { Cursor = Seal(closing.Where, logId, organisation), Reason = closing.Reason },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(frame)),
    };

    public V1.Alert Alert(LogEntry entry) => Prepare(entry).Alert;

    private V1.DeliveredAlert Delivered(StreamFrame.Alert frame, Guid logId, Scope organisation)
    {
        Prepared prepared = Prepare(frame.Entry);
        return new V1.DeliveredAlert
        {
            Alert = prepared.Alert,
            // Live frames end at their own row, whose cursor is the same for all of an organisation. A snapshot's last one ends elsewhere.
            Cursor = frame.IsSnapshot
                ? Seal(frame.Where, logId, organisation)
                : prepared.Cursors.GetOrAdd(organisation, o => Seal(frame.Where, logId, o)),
            Snapshot = frame.IsSnapshot,
        };
    }

    private Prepared Prepare(LogEntry entry) =>
        _prepared.GetValue(entry, e => new Prepared(V1.Alert.Parser.ParseFrom(e.Body.Span), new ConcurrentDictionary<Scope, string>()));

    private string Seal(LogPoint? where, Guid logId, Scope organisation) =>
        where is { } point ? cursors.Seal(new Cursor(logId, point), organisation) : "";

    private sealed record Prepared(V1.Alert Alert, ConcurrentDictionary<Scope, string> Cursors);
}
