using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Alerts.Terms;

namespace Alerts.Notify.Log;

// Seals cursors, so that positions never leave the server: how far the log moved between two cursors would tell an organisation
// how much it may not see. For the same reason each sealing takes a fresh nonce: two cursors of one position look different.
// Layout: version 1 B, nonce 12 B, AES-256-GCM of (log id 16 B, position 8 B, chain 16 B), tag 16 B; the version and the
// organisation are bound as associated data. 69 bytes, 92 characters of base64url. Thread safe.
internal sealed class CursorCodec(CursorKey key) : IDisposable
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int ContentSize = 16 + sizeof(long) + ChainHash.Size;
    private const int SealedSize = 1 + NonceSize + ContentSize + TagSize;
    private const int TextSize = SealedSize / 3 * 4;

    // One instance a thread: AesGcm keeps state of the cipher and fails, or worse, when two threads share it.
    private readonly ThreadLocal<AesGcm> _aes = new(() => new AesGcm(key.Secret, TagSize), trackAllValues: true);

    public string Seal(Cursor cursor, Scope organisation)
    {
        Span<byte> content = stackalloc byte[ContentSize];
        cursor.LogId.TryWriteBytes(content, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(content[16..], cursor.Point.Position);
        cursor.Point.Chain.Write(content[(16 + sizeof(long))..]);
        Span<byte> token = stackalloc byte[SealedSize];
        token[0] = Version;
        Span<byte> nonce = token.Slice(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        _aes.Value!.Encrypt(nonce, content, token.Slice(1 + NonceSize, ContentSize), token[^TagSize..], Bound(organisation));
        return Base64Url.EncodeToString(token);
    }

    public Cursor Open(string text, Scope organisation)
    {
        Span<byte> token = stackalloc byte[SealedSize];
        if (text.Length != TextSize
            || Base64Url.DecodeFromChars(text, token, out _, out int length) != OperationStatus.Done
            || length != SealedSize
            || token[0] != Version)
            throw Invalid();
        Span<byte> content = stackalloc byte[ContentSize];
        try
        {
            _aes.Value!.Decrypt(token.Slice(1, NonceSize), token.Slice(1 + NonceSize, ContentSize), token[^TagSize..], content, Bound(organisation));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Invalid();
        }

        long position = BinaryPrimitives.ReadInt64BigEndian(content[16..]);
        return new Cursor(new Guid(content[..16], bigEndian: true), new LogPoint(position, ChainHash.Read(content[(16 + sizeof(long))..])));
    }

    public void Dispose()
    {
        foreach (AesGcm aes in _aes.Values)
            aes.Dispose();
        _aes.Dispose();
    }

    private static byte[] Bound(Scope organisation) => [Version, .. Encoding.UTF8.GetBytes(organisation.Value)];

    private static AlertsException Invalid()
    {
        const string Description = "is not one that this server gave to your organisation; begin without one.";
        return new AlertsException(ErrorKind.InvalidArgument, ErrorReasons.CursorInvalid, "cursor: " + Description)
        {
            Violations = [new FieldViolation("cursor", Description)],
        };
    }
}
