using System.Security.Claims;
using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Alerts.Terms;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Alerts.Gateway.Access;

// Takes access tokens of the organisation's identity provider. Its keys are fetched once and then kept: what was signed with a known key is taken while
// the provider is down. A suspended person stays outside, whatever the provider says. Thread safe.
internal sealed class IdentityProvider
{
    private static readonly (string Name, Roles Role)[] KnownRoles =
        [("officer", Roles.Officer), ("analyst", Roles.Analyst), ("adviser", Roles.Adviser), ("service", Roles.Service), ("administrator", Roles.Administrator)];

    private readonly IdentityProviderOptions _options;
    private readonly RosterKeeper _roster;
    private readonly ILogger<IdentityProvider> _logger;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _configuration;
    private readonly TokenValidationParameters _validation;

    public IdentityProvider(IdentityProviderOptions options, RosterKeeper roster, TimeProvider time, ILogger<IdentityProvider> logger)
    {
        (_options, _roster, _logger) = (options, roster, logger);
        _validation = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            // Signatures that only the provider can make: never a shared secret, never none.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384],
            LifetimeValidator = (from, until, _, _) => until > time.GetUtcNow() && (from is null || from <= time.GetUtcNow().AddSeconds(5)),
        };
        if (options.Issuer is not { } issuer)
            return;
        var retriever = new HttpDocumentRetriever { RequireHttps = !new Uri(issuer).IsLoopback };
        _configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            issuer.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), retriever);
        _validation.ConfigurationManager = _configuration;
    }

    public bool IsOn => _configuration is not null;

    // Null when the token is not the provider's, or says nothing that admits anybody.
    public async ValueTask<SignedIn?> SignInAsync(string token)
    {
        if (!IsOn || !_handler.CanReadToken(token))
            return null;
        TokenValidationResult result = await _handler.ValidateTokenAsync(token, _validation);
        if (!result.IsValid)
        {
            if (result.Exception is not SecurityTokenException)
                _logger.ProviderIsAway(result.Exception);
            return null;
        }

        ClaimsIdentity claims = result.ClaimsIdentity;
        Roles roles = claims.FindAll(_options.RolesClaim).Aggregate(Roles.None, (all, claim) => all | RoleOf(claim.Value));
        var organisation = new Scope(claims.FindFirst(_options.OrganisationClaim)?.Value ?? "");
        string? subject = claims.FindFirst(_options.SubjectClaim)?.Value;
        Roster roster = _roster.Current;
        if (roles == Roles.None || subject is not { Length: >= 1 and <= 128 } || !subject.All(c => char.IsAsciiLetterOrDigit(c) || "-._@".Contains(c)))
            return null;
        if (roster.Organisation(organisation) is null || roster.ShutsOut(organisation, subject))
            return null;
        return new SignedIn(new Principal(subject, organisation, roles), claims.FindFirst("name")?.Value ?? subject, roster.Person(organisation, subject)?.Language ?? "")
        {
            Expires = result.SecurityToken.ValidTo,
        };
    }

    private Roles RoleOf(string value) => KnownRoles.FirstOrDefault(r => value == _options.RolePrefix + r.Name).Role;
}
