using Microsoft.AspNetCore.Hosting.Server;

namespace Alerts.Gateway.Access;

// Where people and programs reach this server: at the address that it was given for that, else where it listens. Thread safe; after the start.
internal sealed class GatewayPlace(IServer server, GatewayOptions options)
{
    public Uri Http => options.PublicAddress ?? GatewayAddresses.Of(server).Http;

    // With TLS one port serves everything.
    public Uri Grpc => options.PublicAddress ?? GatewayAddresses.Of(server).Grpc;

    public Uri InvitationLink(string secret) => new(Http, $"{SignInPage.Path}?{SignInPage.InvitationField}={secret}");
}
