using Google.Protobuf;

namespace Alerts.Notify.Wire;

// Writes encoded fields one after the other. Whoever makes one brings the room; too little of it is an error of the caller.
internal ref struct FieldWriter(Span<byte> room)
{
    private readonly Span<byte> _room = room;

    public int Written { get; private set; }

    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_room[Written..]);
        Written += bytes.Length;
    }

    public void WriteVarint(uint value)
    {
        for (; value >= 0x80; value >>= 7)
            _room[Written++] = (byte)(value | 0x80);
        _room[Written++] = (byte)value;
    }

    // Tag and length of a field whose content follows.
    public void Open(int field, int length)
    {
        WriteVarint(WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited));
        WriteVarint((uint)length);
    }

    // Closes a field that was opened for at most so many bytes, of which fewer were written: its length must be the real one.
    public void Shorten(int begin, int field, int opened)
    {
        int head = SizeOfHead(field, opened);
        ReadOnlySpan<byte> content = _room[(begin + head)..Written];
        int smaller = SizeOfHead(field, content.Length);
        if (smaller < head)
            content.CopyTo(_room[(begin + smaller)..]);
        Written = begin;
        Open(field, content.Length);
        Written += content.Length;
    }

    // Of a field with so long a content.
    public static int SizeOf(int field, int length) => SizeOfHead(field, length) + length;

    private static int SizeOfHead(int field, int length) =>
        CodedOutputStream.ComputeUInt32Size(WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited)) + CodedOutputStream.ComputeLengthSize(length);
}
