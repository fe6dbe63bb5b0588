using Alerts.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alerts.Risk;

/// <summary>Makes the board from the store before anything is served.</summary>
/// <param name="store">Risk's store.</param>
/// <param name="desk">Whose board it is.</param>
public sealed class BoardLoader([FromKeyedServices(RiskSetup.StoreName)] IStore store, ThreatDesk desk) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            session =>
            {
                desk.Load(session);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
