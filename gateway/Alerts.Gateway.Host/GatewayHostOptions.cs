using System.ComponentModel.DataAnnotations;
using System.Net;
using Alerts.Platform.Setup;

namespace Alerts.Gateway.Host;

// Settings of the gateway's process, section Gateway. What each is and may be stands at GatewayOptions and HealthPort.
internal sealed record GatewayHostOptions
{
    public const string Section = "Gateway";

    [Required]
    public string Address { get; init; } = "127.0.0.1";

    [Range(0, 65535)]
    public int HttpPort { get; init; } = 8080;

    [Range(0, 65535)]
    public int GrpcPort { get; init; } = 8081;

    [Required]
    public string TlsAddress { get; init; } = "0.0.0.0";

    [Range(0, 65535)]
    public int TlsPort { get; init; } = 8443;

    public string? Certificate { get; init; }

    public string? CertificateKey { get; init; }

    public string? PublicAddress { get; init; }

    [Range(0, 65535)]
    public int? HealthPort { get; init; }

    // Where the newcomer's token is; one gateway process to a folder.
    [Required]
    public string DataFolder { get; init; } = "/var/lib/alerts-gateway";

    public int HealthPortOrDefault => HealthPort ?? (HttpPort == 0 ? 0 : HttpPort + Alerts.Platform.Health.HealthPort.Offset);

    public GatewayOptions ToGatewayOptions() => new()
    {
        Address = Parse(nameof(Address), Address),
        TlsAddress = Parse(nameof(TlsAddress), TlsAddress),
        TlsPort = TlsPort,
        Certificate = Certificate,
        CertificateKey = CertificateKey,
        PublicAddress = PublicAddress is null ? null
            : Uri.TryCreate(PublicAddress, UriKind.Absolute, out Uri? uri) ? uri
            : throw Settings.Refuse(Section, $"{Section}: PublicAddress {PublicAddress} is not an address such as https://alerts.example.org:8443."),
        HttpPort = HttpPort,
        GrpcPort = GrpcPort,
    };

    private static IPAddress Parse(string name, string text) =>
        IPAddress.TryParse(text, out IPAddress? address) ? address : throw Settings.Refuse(Section, $"{Section}: {name} {text} is not an IP address such as 127.0.0.1.");
}
