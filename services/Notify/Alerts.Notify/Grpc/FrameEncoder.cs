using System.Buffers;
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

    // Gives the number of bytes written.
    public int Write(StreamFrame frame, FrameTarget target, IBufferWriter<byte> output)
    {
        switch (frame)
        {
            // A live frame ends at its own row. One of a snapshot has no cursor, or another point's; one that was or is kept quiet is its reader's own.
            case StreamFrame.Alert { IsLive: true, Hush: null, Released: null, Quieted.IsNone: true } live:
                byte[] shared = _prepared.GetOrCreateValue(live.Entry).Frames.GetOrAdd(target, (t, f) => Delivered(f, t), live);
                output.Write(shared);
                return shared.Length;
            case StreamFrame.Alert alert:
                return Deliver(alert, target, output);
            default:
                byte[] own = Framed(Message(frame, target));
                output.Write(own);
                return own.Length;
        }
    }

    private V1.StreamAlertsResponse Message(StreamFrame frame, FrameTarget target) => frame switch
    {
        StreamFrame.Bookmark bookmark => new V1.StreamAlertsResponse
        {
            Bookmark = new V1.Bookmark
            {
                Cursor = Seal(bookmark, target),
                Hush = HushMapping.ToProto(bookmark.Hush),
                CompleteThroughTime = bookmark.Sight.CompleteThrough?.ToTimestamp(),
                BlindSinceTime = bookmark.Sight.BlindSince?.ToTimestamp(),
            },
        },
        StreamFrame.Subscribed subscribed => new V1.StreamAlertsResponse
        {
            Subscribed = new V1.Subscribed
            {
                Cursor = Seal(subscribed, target),
                Hush = HushMapping.ToProto(subscribed.Hush),
                CompleteThroughTime = subscribed.Sight.CompleteThrough?.ToTimestamp(),
                BlindSinceTime = subscribed.Sight.BlindSince?.ToTimestamp(),
                SnapshotSize = subscribed.SnapshotSize,
            },
        },
        StreamFrame.Closing closing => new V1.StreamAlertsResponse
        {
            Closing = new V1.Closing { Cursor = Seal(closing, target), Reason = closing.Reason },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(frame)),
    };

    // To be kept for others.
    private byte[] Delivered(StreamFrame.Alert frame, FrameTarget target)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Deliver(frame, target, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    // The alert goes in as bytes: fields of protobuf stand one after the other, so nothing is decoded for it. How long it is in its words is known once
    // it stands there, so it gets the room that it takes as stored.
    private int Deliver(StreamFrame.Alert frame, FrameTarget target, IBufferWriter<byte> output)
    {
        Span<byte> cursor = stackalloc byte[CursorCodec.LongestSize];
        cursor = cursor[..Seal(frame, target, cursor)];
        ReadOnlySpan<byte> rest = Rest(frame);
        int alert = frame.Entry.Body.Length;
        int most = FieldWriter.SizeOf(V1.DeliveredAlert.AlertFieldNumber, alert)
            + (cursor.IsEmpty ? 0 : FieldWriter.SizeOf(V1.DeliveredAlert.CursorFieldNumber, cursor.Length)) + rest.Length;
        byte[] room = ArrayPool<byte>.Shared.Rent(PrefixBytes + FieldWriter.SizeOf(V1.StreamAlertsResponse.AlertFieldNumber, most));
        var writer = new FieldWriter(room.AsSpan(PrefixBytes));
        writer.Open(V1.StreamAlertsResponse.AlertFieldNumber, most);
        int begin = writer.Written;
        writer.Open(V1.DeliveredAlert.AlertFieldNumber, alert);
        WriteWorded(frame, target.Language, ref writer);
        writer.Shorten(begin, V1.DeliveredAlert.AlertFieldNumber, alert);
        if (!cursor.IsEmpty)
        {
            writer.Open(V1.DeliveredAlert.CursorFieldNumber, cursor.Length);
            writer.Write(cursor);
        }

        writer.Write(rest);
        writer.Shorten(0, V1.StreamAlertsResponse.AlertFieldNumber, most);
        Prefix(room, writer.Written);
        int size = PrefixBytes + writer.Written;
        output.Write(room.AsSpan(0, size));
        ArrayPool<byte>.Shared.Return(room);
        return size;
    }

    private void WriteWorded(StreamFrame.Alert frame, Language language, ref FieldWriter writer)
    {
        if (frame.IsLive)
            writer.Write(_prepared.GetOrCreateValue(frame.Entry).Bodies.GetOrAdd(language, (l, e) => AlertWording.In(e.Body.Span, l), frame.Entry));
        else
            AlertWording.Write(frame.Entry.Body.Span, language, ref writer);
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
        byte[] bytes = new byte[PrefixBytes + size];
        Prefix(bytes, size);
        message.WriteTo(bytes.AsSpan(PrefixBytes));
        return bytes;
    }

    private static void Prefix(Span<byte> frame, int size)
    {
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame[1..], size);
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
