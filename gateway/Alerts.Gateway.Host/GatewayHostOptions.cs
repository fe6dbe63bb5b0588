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

    [Range(0, 65535)]
    public int? HealthPort { get; init; }

    // Where the newcomer's token is; one gateway process to a folder.
    [Required]
    public string DataFolder { get; init; } = "/var/lib/alerts-gateway";

    public int HealthPortOrDefault => HealthPort ?? (HttpPort == 0 ? 0 : HttpPort + Alerts.Platform.Health.HealthPort.Offset);

    public GatewayOptions ToGatewayOptions() => new()
    {
        Address = IPAddress.TryParse(Address, out IPAddress? address) ? address : throw Settings.Refuse(Section, $"{Section}: Address {Address} is not an IP address such as 127.0.0.1."),
        HttpPort = HttpPort,
        GrpcPort = GrpcPort,
    };
}
