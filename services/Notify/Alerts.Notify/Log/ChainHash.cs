using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Alerts.Notify.Log;

// 128 bits that stand for everything the log holds up to a position: two logs that agree on it agree on every body before it.
internal readonly record struct ChainHash(UInt128 Value)
{
    public const int Size = 16;

    public static ChainHash Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }

    // SHA-256(this ‖ body ‖ position), first 16 bytes.
    public ChainHash Next(ReadOnlySpan<byte> body, long position)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> fixedPart = stackalloc byte[Size];
        Write(fixedPart);
        hash.AppendData(fixedPart);
        hash.AppendData(body);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart, position);
        hash.AppendData(fixedPart[..sizeof(long)]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Read(digest);
    }
}
