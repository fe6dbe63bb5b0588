using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.People;

/// <summary>An identity provider on loopback: its two documents, and tokens that it signs.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private WebApplication? _app;

    public string Address { get; private set; } = "";

    public async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        ECParameters parameters = _key.ExportParameters(includePrivateParameters: false);
        var keys = new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = "1", x = Base64UrlEncoder.Encode(parameters.Q.X), y = Base64UrlEncoder.Encode(parameters.Q.Y) } } };
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys" }));
        _app.MapGet("/keys", () => Results.Json(keys));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = _app.Urls.Single();
    }

    public Task StopAsync() => _app!.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>A token; what is null is left out.</summary>
    public string Token(string? organisation, string? subject, string? role, string audience = "alerts", int minutes = 5, ECDsa? signedBy = null)
    {
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
        List<Claim> claims = [];
        foreach ((string name, string? value) in new[] { ("organisation", organisation), ("sub", subject), ("roles", role) })
        {
            if (value is not null)
                claims.Add(new Claim(name, value));
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = audience,
            NotBefore = now.AddHours(-1),
            Expires = now.AddMinutes(minutes),
            Subject = new ClaimsIdentity(claims),
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(signedBy ?? _key) { KeyId = "1" }, SecurityAlgorithms.EcdsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _key.Dispose();
    }
}
