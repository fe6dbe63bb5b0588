using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Alerts.Platform.Access;
using Alerts.Terms;

namespace Alerts.Platform.Paging;

/// <summary>Makes and reads page tokens: signed, bound to the caller's organisation and to the rest of the request. Thread safe.</summary>
/// <param name="key">Secret of the data folder, 32 bytes.</param>
public sealed class PageTokens(byte[] key)
{
    /// <summary>Page size when the caller names none.</summary>
    public const int DefaultSize = 50;

    /// <summary>Largest page size.</summary>
    public const int MaximumSize = 500;

    private const int SignatureBytes = 16;
    private const int LongestToken = 1024;

    /// <summary>Checks a page size.</summary>
    /// <param name="requested">0 for the default, else 1 to <see cref="MaximumSize"/>.</param>
    /// <exception cref="AlertsException">Invalid argument, when it is outside.</exception>
    public static int Size(int requested) => requested switch
    {
        0 => DefaultSize,
        >= 1 and <= MaximumSize => requested,
        _ => throw AlertsException.Invalid("page_size", $"must be 1 to {MaximumSize}, or 0 for {DefaultSize}; it is {requested}."),
    };

    /// <summary>Makes a token.</summary>
    /// <param name="caller">Who may use it.</param>
    /// <param name="request">Everything that must be the same in the next call (method and filters), in any stable form.</param>
    /// <param name="position">Where the next page begins, at most 512 characters.</param>
    public string Create(Principal caller, string request, string position)
    {
        byte[] body = Encoding.UTF8.GetBytes(position);
        byte[] token = [.. Sign(caller, request, body), .. body];
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token.</summary>
    /// <returns>The position, or null for an empty token: the first page.</returns>
    /// <exception cref="AlertsException">Invalid argument, when the token is malformed, forged or of another request.</exception>
    public string? Read(Principal caller, string request, string token)
    {
        if (token.Length == 0)
            return null;
        byte[] bytes = new byte[Base64Url.GetMaxDecodedLength(Math.Min(token.Length, LongestToken))];
        if (token.Length <= LongestToken
            && Base64Url.DecodeFromChars(token, bytes, out _, out int length) == OperationStatus.Done
            && length >= SignatureBytes)
        {
            byte[] body = bytes[SignatureBytes..length];
            if (CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureBytes), Sign(caller, request, body)))
                return Encoding.UTF8.GetString(body);
        }

        throw new AlertsException(ErrorKind.InvalidArgument, ErrorReasons.PageTokenInvalid, "page_token: is not from an earlier answer to this same request; begin with an empty one.")
        {
            Violations = [new FieldViolation("page_token", "is not from an earlier answer to this same request; begin with an empty one.")],
        };
    }

    private byte[] Sign(Principal caller, string request, byte[] body)
    {
        byte[] bound = Encoding.UTF8.GetBytes($"{caller.Organisation}\n{request}\n");
        byte[] signed = [.. bound, .. body];
        return HMACSHA256.HashData(key, signed)[..SignatureBytes];
    }
}
