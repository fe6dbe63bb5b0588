using System.Buffers.Binary;
using System.Text;

namespace Alerts.Load.Streams;

/// <summary>As much of HTTP/2 (RFC 9113) and HPACK (RFC 7541) as a client needs that opens streams and then only reads.</summary>
internal static class Http2Bytes
{
    public const int FrameHeader = 9;
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte ResetStream = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte WindowUpdate = 8;
    public const byte EndStream = 1;
    public const byte Acknowledge = 1;
    public const byte EndHeaders = 4;

    /// <summary>What a connection begins with by the RFC.</summary>
    public const int DefaultWindow = 65_535;

    /// <summary>Preface and settings. window: bytes that the server may send ahead on each stream; on the connection all that the RFC allows.</summary>
    public static byte[] Hello(int window)
    {
        byte[] settings = new byte[6];
        settings[1] = 4;
        BinaryPrimitives.WriteInt32BigEndian(settings.AsSpan(2), window);
        return [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(Settings, 0, 0, settings), .. More(0, int.MaxValue - DefaultWindow)];
    }

    /// <summary>Lets the server send more, on a stream or (0) on the connection.</summary>
    public static byte[] More(int stream, int bytes)
    {
        byte[] more = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(more, bytes);
        return Frame(WindowUpdate, 0, stream, more);
    }

    /// <summary>One gRPC call with its only request.</summary>
    public static byte[] Call(int stream, string path, (string Name, string Value) token, byte[] request)
    {
        // Indexed: POST, http. Literals without indexing: :path, :authority by their numbers in the static table, the others by name.
        byte[] head =
        [
            0x83, 0x86, 0x04, .. Text(path), 0x01, .. Text("localhost"), .. Literal("content-type", "application/grpc"), .. Literal("te", "trailers"),
            .. Literal(token.Name, token.Value),
        ];
        byte[] message = new byte[5 + request.Length];
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), request.Length);
        request.CopyTo(message, 5);
        return [.. Frame(Headers, EndHeaders, stream, head), .. Frame(Data, EndStream, stream, message)];
    }

    public static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        byte[] frame = new byte[FrameHeader + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(FrameHeader));
        return frame;
    }

    private static byte[] Literal(string name, string value) => [0, .. Text(name), .. Text(value)];

    // A string without Huffman coding: its length in a prefix of seven bits, then itself.
    private static byte[] Text(string text)
    {
        var bytes = new List<byte>();
        int left = text.Length - 127;
        bytes.Add((byte)Math.Min(text.Length, 127));
        if (left >= 0)
        {
            for (; left >= 128; left >>= 7)
                bytes.Add((byte)(left | 128));
            bytes.Add((byte)left);
        }

        bytes.AddRange(Encoding.ASCII.GetBytes(text));
        return [.. bytes];
    }
}
