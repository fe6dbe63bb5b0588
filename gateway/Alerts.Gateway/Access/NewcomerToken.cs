using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Alerts.Platform.Storage.Sqlite;

namespace Alerts.Gateway.Access;

/// <summary>
/// The one token of a server without configured sign-in: 32 random bytes in base64url, made once per data folder and kept in its
/// file <c>token</c> (mode 0600). Whoever has it may do everything, from this machine. Thread safe.
/// </summary>
public sealed class NewcomerToken
{
    private const string FileName = "token";
    private const int RandomBytes = 32;

    private readonly byte[] _digest;
    private readonly byte[] _cookieDigest;

    private NewcomerToken(string value)
    {
        Value = value;
        // A cookie is sent to every port of the machine, so it must not be good as a bearer token.
        CookieValue = Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(value), "alerts cookie"u8));
        _digest = Digest(value);
        _cookieDigest = Digest(CookieValue);
    }

    /// <summary>The token, 43 characters A–Z, a–z, 0–9, <c>-</c> and <c>_</c>. A secret.</summary>
    public string Value { get; }

    internal string CookieValue { get; }

    /// <summary>The token of a data folder; made when the folder has none.</summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="InvalidDataException">The file does not hold a token.</exception>
    public static NewcomerToken Of(DataFolder folder)
    {
        string path = folder.File(FileName);
        if (!File.Exists(path))
            DataFolder.WriteAtomically(path, Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))));
        string value = File.ReadAllText(path).Trim();
        return Base64Url.IsValid(value, out int length) && length == RandomBytes
            ? new NewcomerToken(value)
            : throw new InvalidDataException($"{path} does not hold a token. Delete it: a new one is made at the next start.");
    }

    /// <summary>Whether somebody knows the token. Takes equally long for every wrong answer.</summary>
    /// <param name="presented">What the caller sent; null or empty never matches.</param>
    public bool Matches(string? presented) => presented is not null && CryptographicOperations.FixedTimeEquals(Digest(presented), _digest);

    internal bool MatchesCookie(string? presented) => presented is not null && CryptographicOperations.FixedTimeEquals(Digest(presented), _cookieDigest);

    private static byte[] Digest(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));
}
