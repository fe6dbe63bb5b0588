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

    /// <summary>Address of this machine to listen on.</summary>
    /// <value>Default 127.0.0.1. Any address that other machines can reach is refused.</value>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Refuses settings that cannot work or are not safe.</summary>
    /// <exception cref="OptionsValidationException">The message says which setting is wrong and what to set.</exception>
    public void Validate()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        List<string> failures = [.. results.Select(r => r.ErrorMessage ?? "")];
        if (HttpPort == GrpcPort && HttpPort != 0)
            failures.Add($"HttpPort and GrpcPort are both {HttpPort}: without TLS one port cannot serve HTTP/1.1 and HTTP/2. Set two different ports.");
        if (!IPAddress.IsLoopback(Address))
        {
            failures.Add(
                $"Address {Address} can be reached from other machines. That needs TLS and sign-in, which are not set, and this version cannot set them yet: " +
                "set Address to 127.0.0.1, and reach the server from elsewhere through an SSH tunnel (ssh -L 8080:127.0.0.1:8080 -L 8081:127.0.0.1:8081 HOST).");
        }

        if (failures.Count > 0)
            throw new OptionsValidationException(nameof(GatewayOptions), typeof(GatewayOptions), failures);
    }
}
