using Alerts.Gateway.People;
using Alerts.Platform.Setup;
using Microsoft.Extensions.Hosting;

namespace Alerts.Gateway.Access;

// Keeps the port for other machines shut until somebody is there who can revoke a key: without an administrator the only way in is the
// machine's own token, which opens nothing from elsewhere. Runs after the roster was read and before anything listens.
internal sealed class PublicDoor(GatewayOptions options, RosterKeeper roster, IdentityProvider provider, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => options.IsPublic && !provider.IsOn && !roster.Current.HasAdministrator(time.GetUtcNow())
        ? throw Settings.Refuse(
            "Gateway",
            "Gateway: Certificate opens a port to other machines, and no administrator has signed in with a key of their own yet. Start without Certificate, then: " +
            "alerts invite NAME --role administrator, and open its link on this machine or give it to alerts sign-in. Or set up an identity provider (section Oidc).")
        : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
