using System.Collections.Concurrent;
using System.Security.Claims;
using Alerts.Terms;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alerts.Platform.Access;

/// <summary>
/// The signed token by which the gateway tells services who calls. Services accept nothing else. HMAC-SHA-256; valid for at most
/// <see cref="Lifetime"/>. Thread safe.
/// </summary>
public sealed class InternalTokens
{
    /// <summary>Longest validity of a token.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Request header that carries the token; the gateway removes it from what comes from outside.</summary>
    public const string Header = "x-alerts-internal-token";

    // A token is used again for four minutes, so that a stream of calls by one caller costs one signature.
    private static readonly TimeSpan ReusedFor = TimeSpan.FromMinutes(4);
    private const string Issuer = "alerts-gateway";
    private const string Audience = "alerts-services";
    private const int CacheLimit = 10_000;

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly SigningCredentials _signing;
    private readonly TokenValidationParameters _validation;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Principal, (string Token, DateTimeOffset Until)> _minted = new();
    private readonly ConcurrentDictionary<string, (Principal Principal, DateTimeOffset Until)> _verified = new();

    /// <summary>Makes a signer and verifier.</summary>
    /// <param name="key">Shared secret of gateway and services, at least 32 bytes.</param>
    /// <param name="time">Clock of issue and expiry.</param>
    public InternalTokens(byte[] key, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 32);
        var secret = new SymmetricSecurityKey(key);
        _time = time;
        _signing = new SigningCredentials(secret, SecurityAlgorithms.HmacSha256);
        _validation = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = secret,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            LifetimeValidator = (from, until, _, _) => from <= _time.GetUtcNow().AddSeconds(5) && until > _time.GetUtcNow(),
        };
    }

    /// <summary>A token for a caller, valid for at least a minute.</summary>
    public string Mint(Principal principal)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (_minted.TryGetValue(principal, out var known) && known.Until > now)
            return known.Token;
        string token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            SigningCredentials = _signing,
            Subject = new ClaimsIdentity(
            [
                new Claim("sub", principal.Subject),
                new Claim("org", principal.Organisation.Value),
                new Claim("roles", ((int)principal.Roles).ToString()),
                .. principal.Key is { } key ? [new Claim("key", key)] : Array.Empty<Claim>(),
            ]),
        });
        Bound(_minted);
        _minted[principal] = (token, now + ReusedFor);
        return token;
    }

    /// <summary>The caller that a token speaks of.</summary>
    /// <returns>The caller, or null when the token is missing, forged or expired.</returns>
    public async ValueTask<Principal?> VerifyAsync(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        if (_verified.TryGetValue(token, out var known))
            return known.Until > _time.GetUtcNow() ? known.Principal : null;
        TokenValidationResult result = await _handler.ValidateTokenAsync(token, _validation).ConfigureAwait(false);
        if (!result.IsValid || !int.TryParse(Text(result, "roles"), out int roles))
            return null;
        var principal = new Principal(Text(result, "sub"), new Scope(Text(result, "org")), (Roles)roles)
        {
            Key = Text(result, "key") is { Length: > 0 } key ? key : null,
        };
        Bound(_verified);
        _verified[token] = (principal, result.SecurityToken.ValidTo);
        return principal;
    }

    private static string Text(TokenValidationResult result, string claim) =>
        result.Claims.TryGetValue(claim, out object? value) ? value?.ToString() ?? "" : "";

    private static void Bound<TKey, TValue>(ConcurrentDictionary<TKey, TValue> cache)
        where TKey : notnull
    {
        if (cache.Count >= CacheLimit)
            cache.Clear();
    }
}
