using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Notify.Log;

// Seals cursors, so that positions never leave the server: how far the log moved between two cursors would tell an organisation
// how much it may not see. For the same reason each sealing takes a fresh nonce: two cursors of one position look different.
// Layout: version 1 B, nonce 12 B, AES-256-GCM of (log id 16 B, position 8 B, chain 16 B), tag 16 B; the version and the
// organisation are bound as associated data. 69 bytes, 92 characters of base64url. Version 2, for cursors that say what was sent without sound,
// adds its first position 8 B and the reasons 1 B to the content: 78 bytes, 104 characters. Thread safe.
internal sealed class CursorCodec(CursorKey key) : IDisposable
{
    private const byte PlainVersion = 1;
    private const byte QuietedVersion = 2;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int PlainSize = 16 + sizeof(long) + ChainHash.Size;
    private const int QuietedSize = PlainSize + sizeof(long) + 1;
    private const int Overhead = 1 + NonceSize + TagSize;

    // Characters of the longest cursor.
    public const int LongestSize = (Overhead + QuietedSize) / 3 * 4;

    // The version, and an organisation's id of at most 63 characters.
    private const int LongestBound = 1 + 63;

    // Nonces that one request to the system's generator gives.
    private const int NoncesTogether = 256;

    // One instance a thread: AesGcm keeps state of the cipher and fails, or worse, when two threads share it.
    private readonly ThreadLocal<AesGcm> _aes = new(() => new AesGcm(key.Secret, TagSize), trackAllValues: true);

    private readonly ThreadLocal<Nonces> _nonces = new(static () => new Nonces());

    public string Seal(Cursor cursor, Scope organisation)
    {
        Span<byte> text = stackalloc byte[LongestSize];
        return Encoding.ASCII.GetString(text[..Seal(cursor, organisation, text)]);
    }

    // As ASCII; gives the number of characters, at most LongestSize.
    public int Seal(Cursor cursor, Scope organisation, Span<byte> text)
    {
        bool isPlain = cursor.Quieted.IsNone;
        Span<byte> content = stackalloc byte[isPlain ? PlainSize : QuietedSize];
        cursor.LogId.TryWriteBytes(content, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(content[16..], cursor.Point.Position);
        cursor.Point.Chain.Write(content[(16 + sizeof(long))..]);
        if (!isPlain)
        {
            BinaryPrimitives.WriteInt64BigEndian(content[PlainSize..], cursor.Quieted.Since);
            content[^1] = (byte)cursor.Quieted.Reasons;
        }

        Span<byte> token = stackalloc byte[Overhead + content.Length];
        token[0] = isPlain ? PlainVersion : QuietedVersion;
        Span<byte> nonce = token.Slice(1, NonceSize);
        _nonces.Value!.Next(nonce);
        Span<byte> bound = stackalloc byte[LongestBound];
        _aes.Value!.Encrypt(nonce, content, token.Slice(1 + NonceSize, content.Length), token[^TagSize..], Bound(token[0], organisation, bound));
        return Base64Url.EncodeToUtf8(token, text);
    }

    public Cursor Open(string text, Scope organisation)
    {
        int size = text.Length switch
        {
            (Overhead + PlainSize) / 3 * 4 => PlainSize,
            (Overhead + QuietedSize) / 3 * 4 => QuietedSize,
            _ => throw Invalid(),
        };
        Span<byte> token = stackalloc byte[Overhead + size];
        if (Base64Url.DecodeFromChars(text, token, out _, out int length) != OperationStatus.Done
            || length != token.Length
            || token[0] != (size == PlainSize ? PlainVersion : QuietedVersion))
            throw Invalid();
        Span<byte> content = stackalloc byte[size];
        Span<byte> bound = stackalloc byte[LongestBound];
        try
        {
            _aes.Value!.Decrypt(token.Slice(1, NonceSize), token.Slice(1 + NonceSize, size), token[^TagSize..], content, Bound(token[0], organisation, bound));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Invalid();
        }

        var point = new LogPoint(BinaryPrimitives.ReadInt64BigEndian(content[16..]), ChainHash.Read(content[(16 + sizeof(long))..]));
        Quieted quieted = size == PlainSize ? default : new Quieted(BinaryPrimitives.ReadInt64BigEndian(content[PlainSize..]), (HushReason)content[^1]);
        return new Cursor(new Guid(content[..16], bigEndian: true), point, quieted);
    }

    public void Dispose()
    {
        foreach (AesGcm aes in _aes.Values)
            aes.Dispose();
        _aes.Dispose();
        _nonces.Dispose();
    }

    private static ReadOnlySpan<byte> Bound(byte version, Scope organisation, Span<byte> room)
    {
        room[0] = version;
        return room[..(1 + Encoding.UTF8.GetBytes(organisation.Value, room[1..]))];
    }

    private static AlertsException Invalid()
    {
        const string Description = "is not one that this server gave to your organisation; begin without one.";
        return new AlertsException(ErrorKind.InvalidArgument, ErrorReasons.CursorInvalid, "cursor: " + Description)
        {
            Violations = [new FieldViolation("cursor", Description)],
        };
    }

    // Random numbers of the system, many at a time: one call for each would cost as much as the cipher.
    private sealed class Nonces
    {
        private readonly byte[] _random = new byte[NoncesTogether * NonceSize];
        private int _used = NoncesTogether * NonceSize;

        public void Next(Span<byte> nonce)
        {
            if (_used == _random.Length)
            {
                RandomNumberGenerator.Fill(_random);
                _used = 0;
            }

            _random.AsSpan(_used, NonceSize).CopyTo(nonce);
            _used += NonceSize;
        }
    }
}
