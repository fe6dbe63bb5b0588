using Google.Protobuf;

namespace Alerts.Notify.Wire;

// Goes over the fields of an encoded message without decoding them (https://protobuf.dev/programming-guides/encoding/). What is no message is
// an InvalidDataException.
internal ref struct FieldReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private int _next;

    // Number of the field that Read has found.
    public int Number { get; private set; }

    // The whole field, its tag included.
    public ReadOnlySpan<byte> Field { get; private set; }

    // What is in a field that tells its length; empty for others.
    public ReadOnlySpan<byte> Content { get; private set; }

    public bool Read()
    {
        if (_next == _message.Length)
            return false;
        int begin = _next;
        uint tag = (uint)Varint();
        Number = WireFormat.GetTagFieldNumber(tag);
        int length = WireFormat.GetTagWireType(tag) switch
        {
            WireFormat.WireType.Varint => AfterVarint(),
            WireFormat.WireType.Fixed32 => sizeof(uint),
            WireFormat.WireType.Fixed64 => sizeof(ulong),
            WireFormat.WireType.LengthDelimited => Length(),
            _ => throw Broken(),
        };
        if (length > _message.Length - _next)
            throw Broken();
        Content = WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited ? _message.Slice(_next, length) : [];
        _next += length;
        Field = _message[begin.._next];
        return true;
    }

    private static InvalidDataException Broken() => new("The bytes are not those of a message.");

    private int AfterVarint()
    {
        Varint();
        return 0;
    }

    private int Length()
    {
        ulong length = Varint();
        return length <= int.MaxValue ? (int)length : throw Broken();
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64 && _next < _message.Length; shift += 7)
        {
            byte part = _message[_next++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }

        throw Broken();
    }
}
