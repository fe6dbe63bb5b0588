using Alerts.Platform.Health;
using Alerts.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerts.Gateway.Forwarding;

/// <summary>Lets the front door end in the services of other processes instead of its own.</summary>
/// <remarks>
/// The rpcs are mapped from the same generated classes as in the services, and only what runs at the end differs. So both forms have the
/// same paths, REST included, the same checks before them and the same refusals.
/// </remarks>
public static class ForwardingSetup
{
    /// <summary>Adds forwarding, and the status of the whole system. Before the platform.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="options">Where the services are; checked at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An address is impossible or not safe.</exception>
    public static WebApplicationBuilder AddForwarding(this WebApplicationBuilder builder, ForwardingOptions options)
    {
        var pools = new BackendPools(options);
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton(pools);
        builder.Services.AddSingleton(new BackendConnections(options));
        builder.Services.AddSingleton<ServiceForwarder>();
        builder.Services.AddHostedService<BackendWatch>();
        builder.Services.TryAddSingleton<IStatusSource, BackendStatus>();
        return builder;
    }

    /// <summary>Maps the rpcs of all services to the processes that serve them.</summary>
    /// <param name="app">The host.</param>
    /// <returns>The same host.</returns>
    public static WebApplication MapForwarding(this WebApplication app)
    {
        BackendPools pools = app.Services.GetRequiredService<BackendPools>();
        Forward<IngestService.IngestServiceBase>(app, pools.Ingest);
        Forward<RiskService.RiskServiceBase>(app, pools.Risk);
        Forward<NotifyService.NotifyServiceBase>(app, pools.Notify);
        app.MapGrpcService<BackendDeadLetters>();
        return app;
    }

    private static void Forward<TService>(WebApplication app, BackendPool pool)
        where TService : class
    {
        ServiceForwarder forwarder = app.Services.GetRequiredService<ServiceForwarder>();
        RequestDelegate forward = http => forwarder.ForwardAsync(http, pool);
        app.MapGrpcService<TService>().Add(endpoint => endpoint.RequestDelegate = forward);
    }
}
