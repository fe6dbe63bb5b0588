using Alerts.Gateway;
using Alerts.Platform.Storage.Sqlite;

namespace Alerts.Tests.Unit.Gateway.People;

/// <summary>A gateway that takes the tokens of an identity provider.</summary>
public sealed class IdentityProviderHost : GatewayHost
{
    internal Issuer Issuer { get; } = new();

    internal override GatewayOptions Options => base.Options with { IdentityProvider = new IdentityProviderOptions { Issuer = Issuer.Address } };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    private protected override Task StartServicesAsync(DataFolder folder) => Issuer.StartAsync();
}
