using Alerts.Gateway.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Gateway;

/// <summary>Where a started front door really listens.</summary>
/// <param name="Http">Address of REST, gRPC-Web and the page, such as <c>http://127.0.0.1:8080/</c>.</param>
/// <param name="Grpc">Address of gRPC (HTTP/2 without TLS).</param>
public sealed record GatewayAddresses(Uri Http, Uri Grpc)
{
    /// <summary>The addresses of a host that has started.</summary>
    /// <param name="app">A host with the gateway in it.</param>
    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public static GatewayAddresses Of(WebApplication app) => Of(app.Services.GetRequiredService<IServer>());

    internal static GatewayAddresses Of(IServer server)
    {
        // Kestrel lists endpoints in the order in which they were added: GatewaySetup's two, then that of health.
        string[] bound = [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
        return bound.Length >= 2
            ? new GatewayAddresses(new Uri(bound[0]), new Uri(bound[1]))
            : throw new InvalidOperationException("The host has not started.");
    }

    /// <summary>The link that signs a browser in. A secret: whoever has it may do everything.</summary>
    /// <param name="token">The data folder's token.</param>
    public Uri SignInLink(NewcomerToken token) => new(Http, $"{SignInPage.Path}?token={token.Value}");
}
