using System.ComponentModel.DataAnnotations;
using Alerts.Platform.Setup;

namespace Alerts.Gateway;

/// <summary>
/// The identity provider (OpenID Connect) whose access tokens are taken beside keys, section <see cref="Section"/>. Off unless <see cref="Issuer"/>
/// is set. Keys go on to work while it is down.
/// </summary>
public sealed record IdentityProviderOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Oidc";

    /// <summary>The issuer, such as <c>https://login.example.org/realms/ngo</c>; its keys are found by <c>/.well-known/openid-configuration</c>.</summary>
    /// <value>Default null: off. <c>http</c> is taken on loopback only.</value>
    public string? Issuer { get; init; }

    /// <summary>What tokens must name as their audience.</summary>
    /// <value>Default <c>alerts</c>.</value>
    [Required]
    public string Audience { get; init; } = "alerts";

    /// <summary>Claim with the caller's id: that of a person, as in invitations.</summary>
    /// <value>Default <c>sub</c>.</value>
    [Required]
    public string SubjectClaim { get; init; } = "sub";

    /// <summary>Claim with the id of the organisation, which must exist.</summary>
    /// <value>Default <c>organisation</c>.</value>
    [Required]
    public string OrganisationClaim { get; init; } = "organisation";

    /// <summary>Claim with the roles: officer, analyst, adviser, service, administrator. Other values are left alone.</summary>
    /// <value>Default <c>roles</c>.</value>
    [Required]
    public string RolesClaim { get; init; } = "roles";

    /// <summary>What stands before the name of a role in that claim.</summary>
    /// <value>Default empty; for example <c>alerts-</c>.</value>
    public string RolePrefix { get; init; } = "";

    /// <summary>Refuses settings that are not safe.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The message says which and what to set.</exception>
    public void Validate()
    {
        if (Issuer is not null && !(Uri.TryCreate(Issuer, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))))
            throw Settings.Refuse(Section, $"{Section}: Issuer {Issuer} is not an https address such as https://login.example.org/realms/ngo.");
    }
}
