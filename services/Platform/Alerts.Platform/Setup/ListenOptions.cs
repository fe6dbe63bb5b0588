using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Alerts.Platform.Setup;

/// <summary>Where a service of the split form listens, section <see cref="Section"/>.</summary>
public sealed record ListenOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Listen";

    /// <summary>Address of this machine to listen on.</summary>
    /// <value>Default 127.0.0.1. Any address that other machines can reach needs a certificate.</value>
    [Required]
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port of gRPC and of REST on its way from the gateway: HTTP/2.</summary>
    /// <value>8111 ingest, 8112 risk, 8113 notify; 0 to 65 535, 0 takes any free one.</value>
    [Range(0, 65535)]
    public int Port { get; init; }

    /// <summary>Port of health and metrics: HTTP/1.1.</summary>
    /// <value>Default: <see cref="Port"/> + 10; 0 to 65 535, 0 takes any free one.</value>
    [Range(0, 65535)]
    public int? HealthPort { get; init; }

    /// <summary>PEM file with the certificate chain for TLS on both ports; none (the default) is cleartext, on loopback only.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file with the certificate's private key; not encrypted.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>The address, parsed and found safe.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">It is no address, or is open to other machines without TLS.</exception>
    internal IPAddress CheckedAddress()
    {
        if (!IPAddress.TryParse(Address, out IPAddress? address))
            throw Settings.Refuse(Section, $"{Section}: Address {Address} is not an IP address such as 127.0.0.1.");
        if (!IPAddress.IsLoopback(address) && Certificate is null)
        {
            throw Settings.Refuse(
                Section,
                $"{Section}: Address {Address} can be reached from other machines, and what the gateway sends would travel in the open. " +
                "Set Listen:Certificate and Listen:CertificateKey to PEM files, or set Listen:Address to 127.0.0.1.");
        }

        return address;
    }

    /// <summary>The certificate, or null when none is set.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The files cannot be read as certificate and key.</exception>
    internal X509Certificate2? LoadCertificate() => PemCertificate.Load(Section, Certificate, CertificateKey);
}
