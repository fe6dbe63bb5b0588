using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace Alerts.Gateway;

/// <summary>Where the front door listens.</summary>
public sealed record GatewayOptions
{
    /// <summary>Port of HTTP/1.1: REST, gRPC-Web and the page.</summary>
    /// <value>Default 8080; 0 to 65 535, 0 takes any free port.</value>
    [Range(0, 65535)]
    public int HttpPort { get; init; } = 8080;

    /// <summary>Port of HTTP/2 without TLS: gRPC.</summary>
    /// <value>Default 8081; 0 to 65 535, 0 takes any free port.</value>
    [Range(0, 65535)]
    public int GrpcPort { get; init; } = 8081;

    /// <summary>Address of this machine on which the two ports without TLS listen.</summary>
    /// <value>Default 127.0.0.1. Any address that other machines can reach is refused.</value>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Address of this machine on which the port with TLS listens, for other machines.</summary>
    /// <value>Default 0.0.0.0, every address of IPv4; without <see cref="Certificate"/> nothing listens there.</value>
    public IPAddress TlsAddress { get; init; } = IPAddress.Any;

    /// <summary>Port with TLS, which serves everything: page, REST, gRPC-Web and gRPC.</summary>
    /// <value>Default 8443; 0 to 65 535, 0 takes any free port.</value>
    [Range(0, 65535)]
    public int TlsPort { get; init; } = 8443;

    /// <summary>PEM file with the certificate chain for TLS.</summary>
    /// <value>Default null: nothing listens for other machines.</value>
    public string? Certificate { get; init; }

    /// <summary>PEM file with the certificate's private key; not encrypted.</summary>
    /// <value>Default null.</value>
    public string? CertificateKey { get; init; }

    /// <summary>
    /// Address by which other machines reach the port with TLS, such as <c>https://alerts.example.org:8443</c>: it stands in invitations, and the
    /// server answers to its host.
    /// </summary>
    /// <value>Default null; must be set with <see cref="Certificate"/>.</value>
    public Uri? PublicAddress { get; init; }

    /// <summary>An identity provider whose tokens are taken beside keys.</summary>
    /// <value>Default: none.</value>
    public IdentityProviderOptions IdentityProvider { get; init; } = new();

    /// <summary>What one caller may ask of the server.</summary>
    public CallerLimits Limits { get; init; } = new();

    /// <summary>Whether other machines are served.</summary>
    public bool IsPublic => Certificate is not null;

    /// <summary>Refuses settings that cannot work or are not safe.</summary>
    /// <exception cref="OptionsValidationException">The message says which setting is wrong and what to set.</exception>
    public void Validate()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        IdentityProvider.Validate();
        List<string> failures = [.. results.Select(r => r.ErrorMessage ?? "")];
        if (HttpPort == GrpcPort && HttpPort != 0)
            failures.Add($"HttpPort and GrpcPort are both {HttpPort}: without TLS one port cannot serve HTTP/1.1 and HTTP/2. Set two different ports.");
        if (!IPAddress.IsLoopback(Address))
        {
            failures.Add(
                $"Address {Address} can be reached from other machines, and what is sent there would travel in the open. Leave Address at 127.0.0.1, and open the port with TLS and sign-in: " +
                "set Certificate and CertificateKey to PEM files and PublicAddress to the address that others use, such as https://alerts.example.org:8443. " +
                "An administrator must be signed in with a key of their own first: alerts invite NAME --role administrator.");
        }

        if ((Certificate is null) != (CertificateKey is null))
            failures.Add("Certificate and CertificateKey belong together; only one of them is set.");
        if (IsPublic && PublicAddress is not { Scheme: "https", PathAndQuery: "/" })
            failures.Add("PublicAddress must be set with Certificate, to the address that other machines use, such as https://alerts.example.org:8443: it stands in invitations, and the server answers to no other host.");
        if (!IsPublic && PublicAddress is not null)
            failures.Add("PublicAddress is set without Certificate and CertificateKey: nothing would listen there.");
        if (failures.Count > 0)
            throw new OptionsValidationException(nameof(GatewayOptions), typeof(GatewayOptions), failures);
    }
}
