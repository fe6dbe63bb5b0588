using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Alerts.Notify.Log;
using Alerts.Notify.Streaming;
using Alerts.Notify.Wire;
using Alerts.Terms;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Grpc;

// Makes the contract's frames, as gRPC sends them: a prefix and the bytes of StreamAlertsResponse. An alert is put into words once for each
// language, and the frame of a live row made once for all subscribers who may get the same bytes; both go when the row leaves memory. What one
// subscriber reads from the store is made for it alone. Thread safe.
internal sealed class FrameEncoder(CursorCodec cursors)
{
    // One byte that says "not compressed", then the length, big-endian.
    public const int PrefixBytes = 1 + sizeof(int);

    private readonly ConditionalWeakTable<LogEntry, Prepared> _prepared = [];

    public static V1.Alert Alert(LogEntry entry, Language language) => V1.Alert.Parser.ParseFrom(AlertWording.In(entry.Body.Span, language));

    // Nobody may change the bytes.
    public ReadOnlyMemory<byte> Encode(StreamFrame frame, FrameTarget target) => frame switch
    {
        // A live frame ends at its own row. One of a snapshot has no cursor, or another point's; one that was or is kept quiet is its reader's own.
        StreamFrame.Alert { IsLive: true, Hush: null, Released: null, Quieted.IsNone: true } live =>
            _prepared.GetOrCreateValue(live.Entry).Frames.GetOrAdd(target, (t, f) => Delivered(f, t), live),
        StreamFrame.Alert alert => Delivered(alert, target),
        StreamFrame.Bookmark bookmark => Framed(new V1.StreamAlertsResponse
        {
            Bookmark = new V1.Bookmark
            {
                Cursor = Seal(bookmark, target),
                Hush = HushMapping.ToProto(bookmark.Hush),
                CompleteThroughTime = bookmark.Sight.CompleteThrough?.ToTimestamp(),
                BlindSinceTime = bookmark.Sight.BlindSince?.ToTimestamp(),
            },
        }),
        StreamFrame.Subscribed subscribed => Framed(new V1.StreamAlertsResponse
        {
            Subscribed = new V1.Subscribed
            {
                Cursor = Seal(subscribed, target),
                Hush = HushMapping.ToProto(subscribed.Hush),
                CompleteThroughTime = subscribed.Sight.CompleteThrough?.ToTimestamp(),
                BlindSinceTime = subscribed.Sight.BlindSince?.ToTimestamp(),
                SnapshotSize = subscribed.SnapshotSize,
            },
        }),
        StreamFrame.Closing closing => Framed(new V1.StreamAlertsResponse
        {
            Closing = new V1.Closing { Cursor = Seal(closing, target), Reason = closing.Reason },
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(frame)),
    };

    // The alert goes in as bytes: fields of protobuf stand one after the other, so nothing is decoded for it.
    private byte[] Delivered(StreamFrame.Alert frame, FrameTarget target)
    {
        ReadOnlySpan<byte> alert = frame.IsLive
            ? _prepared.GetOrCreateValue(frame.Entry).Bodies.GetOrAdd(target.Language, (l, e) => AlertWording.In(e.Body.Span, l), frame.Entry)
            : AlertWording.In(frame.Entry.Body.Span, target.Language);
        Span<byte> cursor = stackalloc byte[CursorCodec.LongestSize];
        cursor = cursor[..Seal(frame, target, cursor)];
        ReadOnlySpan<byte> rest = Rest(frame);
        int delivered = FieldWriter.SizeOf(V1.DeliveredAlert.AlertFieldNumber, alert.Length)
            + (cursor.IsEmpty ? 0 : FieldWriter.SizeOf(V1.DeliveredAlert.CursorFieldNumber, cursor.Length)) + rest.Length;
        byte[] bytes = Frame(FieldWriter.SizeOf(V1.StreamAlertsResponse.AlertFieldNumber, delivered));
        var writer = new FieldWriter(bytes.AsSpan(PrefixBytes));
        writer.Open(V1.StreamAlertsResponse.AlertFieldNumber, delivered);
        writer.Open(V1.DeliveredAlert.AlertFieldNumber, alert.Length);
        writer.Write(alert);
        if (!cursor.IsEmpty)
        {
            writer.Open(V1.DeliveredAlert.CursorFieldNumber, cursor.Length);
            writer.Write(cursor);
        }

        writer.Write(rest);
        return bytes;
    }

    // What few frames have.
    private static ReadOnlySpan<byte> Rest(StreamFrame.Alert frame) =>
        frame is { IsSnapshot: false, Hush: null, Released: null }
            ? []
            : new V1.DeliveredAlert
            {
                Snapshot = frame.IsSnapshot,
                Hush = HushMapping.ToProto(frame.Hush),
                ReleasedUrgency = (V1.Urgency)(int)(frame.Released ?? 0),
            }.ToByteArray();

    private static byte[] Framed(V1.StreamAlertsResponse message)
    {
        int size = message.CalculateSize();
        byte[] bytes = Frame(size);
        message.WriteTo(bytes.AsSpan(PrefixBytes));
        return bytes;
    }

    // The prefix, and room for the message.
    private static byte[] Frame(int size)
    {
        byte[] bytes = new byte[PrefixBytes + size];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), size);
        return bytes;
    }

    private string Seal(StreamFrame frame, FrameTarget target)
    {
        Span<byte> text = stackalloc byte[CursorCodec.LongestSize];
        return Encoding.ASCII.GetString(text[..Seal(frame, target, text)]);
    }

    // Gives the length; 0: the frame has no point to come back to.
    private int Seal(StreamFrame frame, FrameTarget target, Span<byte> text) =>
        frame.Where is { } point ? cursors.Seal(new Cursor(target.LogId, point, frame.Quieted), target.Organisation, text) : 0;

    // What was made of a row: the alert in words, by language, and its frames.
    private sealed class Prepared
    {
        public ConcurrentDictionary<Language, byte[]> Bodies { get; } = new();

        public ConcurrentDictionary<FrameTarget, byte[]> Frames { get; } = new();
    }
}
