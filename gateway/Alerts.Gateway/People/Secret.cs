using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Gateway.People;

// The secrets of keys and invitations: a prefix that says what they are for (and that scanners of leaked secrets find), and 32 random bytes
// in base64url. So random a secret needs no slow hash: it is kept, and found, by its SHA-256.
internal static class Secret
{
    public const string Key = "ak_";

    // A cookie is sent to every port of a machine, so it must not be good as a bearer token.
    public const string Cookie = "ac_";

    public const string Invitation = "ai_";

    private const int RandomBytes = 32;
    private const int Length = 46;

    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static bool Is(string? text, string prefix) => text is { Length: Length } && text.StartsWith(prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(prefix.Length));

    public static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
