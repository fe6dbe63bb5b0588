using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.People;

// Tokens of an identity provider beside keys. People are invented.
public sealed class IdentityProviderTests : IAsyncLifetime
{
    private readonly IdentityProviderHost _host = new();
    private string _organisation = "";

    private Door Door => new(_host);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _organisation = await Door.OrganisationAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Token_OfTheProvider_SignsInWithItsRolesInItsOrganisation()
    {
        JsonNode me = await Door.OkAsync(HttpMethod.Get, "/v1/me", token: _host.Issuer.Token(_organisation, "amina", "adviser"));
        Assert.Equal(("amina", $"organisations/{_organisation}", "ROLE_ADVISER"), ((string)me["subject"]!, (string)me["organisation"]!, (string)me["roles"]!.AsArray().Single()!));
        Assert.NotNull(me["expireTime"]);
    }

    [Fact]
    public async Task Token_ThatAdmitsNobody_Is401()
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string[] bad =
        [
            _host.Issuer.Token(_organisation, "amina", "adviser", audience: "another"),
            _host.Issuer.Token(_organisation, "amina", "adviser", minutes: -1),
            _host.Issuer.Token(_organisation, "amina", "adviser", signedBy: foreign),
            _host.Issuer.Token("no-such-organisation", "amina", "adviser"),
            _host.Issuer.Token("shared", "amina", "adviser"),
            _host.Issuer.Token(_organisation, "amina", "installation"),
            _host.Issuer.Token(_organisation, null, "adviser"),
            _host.Issuer.Token(_organisation, "amina", null),
            _host.Issuer.Token(_organisation, "amina", "adviser").Split('.') is [var head, var body, _] ? $"{head}.{body}." : "",
        ];
        foreach (string token in bad)
            Assert.Equal(HttpStatusCode.Unauthorized, await Door.StatusAsync(HttpMethod.Get, "/v1/me", token: token));
    }

    [Fact]
    public async Task Token_OfASuspendedPerson_Is401()
    {
        await Door.PersonAsync(_organisation, "amina", "ROLE_OFFICER");
        await Door.OkAsync(HttpMethod.Patch, $"/v1/organisations/{_organisation}/people/amina?updateMask=suspended", new JsonObject { ["suspended"] = true });
        Assert.Equal(HttpStatusCode.Unauthorized, await Door.StatusAsync(HttpMethod.Get, "/v1/me", token: _host.Issuer.Token(_organisation, "amina", "officer")));
    }

    [Fact]
    public async Task ProviderAway_KnownKeysAndOwnKeysGoOnToWork()
    {
        (_, string secret) = await Door.EnrolAsync(_organisation, "bintou", "ROLE_OFFICER");
        await Door.OkAsync(HttpMethod.Get, "/v1/me", token: _host.Issuer.Token(_organisation, "amina", "officer"));
        await _host.Issuer.StopAsync();
        await Door.OkAsync(HttpMethod.Get, "/v1/me", token: _host.Issuer.Token(_organisation, "amina", "officer"));
        await Door.OkAsync(HttpMethod.Get, "/v1/me", token: secret);
    }
}
