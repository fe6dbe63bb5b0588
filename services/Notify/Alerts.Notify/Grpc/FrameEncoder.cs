using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Alerts.Notify.Log;
using Alerts.Notify.Streaming;
using Alerts.Notify.Wire;
using Alerts.Terms;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Grpc;

// Makes the contract's frames, as gRPC sends them: a prefix and the bytes of StreamAlertsResponse. An alert is put into words once for each
// language, and the frame of a live row made once for all subscribers who may get the same bytes; both go when the row leaves memory. Thread safe.
internal sealed class FrameEncoder(CursorCodec cursors)
{
    // One byte that says "not compressed", then the length, big-endian.
    public const int PrefixBytes = 1 + sizeof(int);

    private static readonly uint AlertInFrame = Tag(V1.StreamAlertsResponse.AlertFieldNumber);
    private static readonly uint AlertInDelivered = Tag(V1.DeliveredAlert.AlertFieldNumber);

    private readonly ConditionalWeakTable<LogEntry, Prepared> _prepared = [];

    public static V1.Alert Alert(LogEntry entry, Language language) => AlertWording.In(V1.Alert.Parser.ParseFrom(entry.Body.Span), language);

    // Nobody may change the bytes.
    public ReadOnlyMemory<byte> Encode(StreamFrame frame, FrameTarget target) => frame switch
    {
        // A live frame ends at its own row. One of a snapshot has no cursor, or another point's; one that was or is kept quiet is its reader's own.
        StreamFrame.Alert { IsSnapshot: false, Hush: null, Released: null, Quieted.IsNone: true } live =>
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
        ReadOnlySpan<byte> alert = _prepared.GetOrCreateValue(frame.Entry).Bodies.GetOrAdd(target.Language, (l, e) => Alert(e, l).ToByteArray(), frame.Entry);
        ReadOnlySpan<byte> rest = new V1.DeliveredAlert
        {
            Cursor = Seal(frame, target),
            Snapshot = frame.IsSnapshot,
            Hush = HushMapping.ToProto(frame.Hush),
            ReleasedUrgency = (V1.Urgency)(int)(frame.Released ?? 0),
        }.ToByteArray();
        int delivered = SizeOf(AlertInDelivered, alert.Length) + rest.Length;
        byte[] bytes = Frame(SizeOf(AlertInFrame, delivered));
        Span<byte> left = bytes.AsSpan(PrefixBytes);
        left = Open(left, AlertInFrame, delivered);
        left = Open(left, AlertInDelivered, alert.Length);
        alert.CopyTo(left);
        rest.CopyTo(left[alert.Length..]);
        return bytes;
    }

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

    // A field's tag and length; gives what is behind them.
    private static Span<byte> Open(Span<byte> left, uint tag, int length) => Varint(Varint(left, tag), (uint)length);

    private static Span<byte> Varint(Span<byte> left, uint value)
    {
        int at = 0;
        for (; value >= 0x80; value >>= 7)
            left[at++] = (byte)(value | 0x80);
        left[at++] = (byte)value;
        return left[at..];
    }

    private string Seal(StreamFrame frame, FrameTarget target) =>
        frame.Where is { } point ? cursors.Seal(new Cursor(target.LogId, point, frame.Quieted), target.Organisation) : "";

    private static int SizeOf(uint tag, int length) => CodedOutputStream.ComputeUInt32Size(tag) + CodedOutputStream.ComputeLengthSize(length) + length;

    private static uint Tag(int field) => WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited);

    // What was made of a row: the alert in words, by language, and its frames.
    private sealed class Prepared
    {
        public ConcurrentDictionary<Language, byte[]> Bodies { get; } = new();

        public ConcurrentDictionary<FrameTarget, byte[]> Frames { get; } = new();
    }
}
