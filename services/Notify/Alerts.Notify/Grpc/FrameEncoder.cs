using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Alerts.Notify.Log;
using Alerts.Notify.Streaming;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Grpc;

// Makes the contract's frames, as gRPC sends them: a prefix and the bytes of StreamAlertsResponse. The frame of a live row is made once for all
// subscribers who may get the same bytes, and goes when the row leaves memory. Thread safe.
internal sealed class FrameEncoder(CursorCodec cursors)
{
    // One byte that says "not compressed", then the length, big-endian.
    public const int PrefixBytes = 1 + sizeof(int);

    private static readonly uint AlertInFrame = Tag(V1.StreamAlertsResponse.AlertFieldNumber);
    private static readonly uint AlertInDelivered = Tag(V1.DeliveredAlert.AlertFieldNumber);

    private readonly ConditionalWeakTable<LogEntry, ConcurrentDictionary<FrameTarget, byte[]>> _live = [];

    // Nobody may change the bytes.
    public ReadOnlyMemory<byte> Encode(StreamFrame frame, FrameTarget target) => frame switch
    {
        // A live frame ends at its own row. One of a snapshot has no cursor, or another point's.
        StreamFrame.Alert { IsSnapshot: false } live => _live.GetOrCreateValue(live.Entry).GetOrAdd(target, (t, f) => Delivered(f, t), live),
        StreamFrame.Alert alert => Delivered(alert, target),
        StreamFrame.Bookmark bookmark => Framed(new V1.StreamAlertsResponse
        {
            Bookmark = new V1.Bookmark
            {
                Cursor = Seal(bookmark.Where, target),
                CompleteThroughTime = bookmark.Sight.CompleteThrough?.ToTimestamp(),
                BlindSinceTime = bookmark.Sight.BlindSince?.ToTimestamp(),
            },
        }),
        StreamFrame.Subscribed subscribed => Framed(new V1.StreamAlertsResponse
        {
            Subscribed = new V1.Subscribed
            {
                Cursor = Seal(subscribed.Where, target),
                CompleteThroughTime = subscribed.Sight.CompleteThrough?.ToTimestamp(),
                BlindSinceTime = subscribed.Sight.BlindSince?.ToTimestamp(),
                SnapshotSize = subscribed.SnapshotSize,
            },
        }),
        StreamFrame.Closing closing => Framed(new V1.StreamAlertsResponse
        {
            Closing = new V1.Closing { Cursor = Seal(closing.Where, target), Reason = closing.Reason },
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(frame)),
    };

    // The row's body goes in as it is stored: fields of protobuf stand one after the other, so nothing is decoded for it.
    private byte[] Delivered(StreamFrame.Alert frame, FrameTarget target)
    {
        ReadOnlySpan<byte> alert = frame.Entry.Body.Span;
        ReadOnlySpan<byte> rest = new V1.DeliveredAlert { Cursor = Seal(frame.Where, target), Snapshot = frame.IsSnapshot }.ToByteArray();
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

    private string Seal(LogPoint? where, FrameTarget target) =>
        where is { } point ? cursors.Seal(new Cursor(target.LogId, point), target.Organisation) : "";

    private static int SizeOf(uint tag, int length) => CodedOutputStream.ComputeUInt32Size(tag) + CodedOutputStream.ComputeLengthSize(length) + length;

    private static uint Tag(int field) => WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited);
}
