using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Platform.Health;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Risk.Grpc;
using Alerts.Risk.Messaging;
using Alerts.Risk.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Risk;

/// <summary>Puts the risk service into a host.</summary>
/// <remarks>The host must bring a keyed <see cref="IStore"/> and <see cref="IOutbox"/> <see cref="StoreName"/>, <see cref="DomainClock"/>, page tokens, and gRPC with the platform's interceptors.</remarks>
public static class RiskSetup
{
    /// <summary>Name of the service's store, outbox and consumer.</summary>
    public const string StoreName = "risk";

    /// <summary>Registers the service.</summary>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddRisk(this IHostApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.TryAddSingleton(_ => PlaceIndex.Load());
        services.AddSingleton(s => new ThreatBoard(s.GetRequiredService<PlaceIndex>(), ForecastParameters.LoadDefault(), learnsApart: true));
        services.AddSingleton<ThreatFeed>();
        services.AddSingleton<EndingsSignal>();
        services.AddSingleton<CityList>();
        services.AddSingleton<ToSignList>();
        services.AddSingleton<SigningCalls>();
        services.AddSingleton(s => new ThreatDesk(
            s.GetRequiredService<ThreatBoard>(),
            s.GetRequiredKeyedService<IOutbox>(StoreName),
            s.GetRequiredService<DomainClock>(),
            s.GetRequiredService<ThreatFeed>(),
            s.GetRequiredService<EndingsSignal>()));
        services.AddKeyedSingleton<IEventApplier, RiskApplier>(StoreName);
        services.AddSingleton(s => new EndingsLoop(
            s.GetRequiredKeyedService<IStore>(StoreName),
            s.GetRequiredService<ThreatDesk>(),
            s.GetRequiredService<ThreatBoard>(),
            s.GetRequiredService<DomainClock>(),
            s.GetRequiredService<EndingsSignal>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<EndingsLoop>>()));
        services.AddSingleton<IProgressProbe>(s => s.GetRequiredService<EndingsLoop>());
        services.AddHostedService<BoardLoader>();
        services.AddHostedService<BoardFollower>();
        services.AddHostedService<ForecastLearning>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<EndingsLoop>());
        return builder;
    }

    /// <summary>Maps the rpcs of <c>alerts.v1.RiskService</c>.</summary>
    /// <returns>The same builder.</returns>
    public static IEndpointRouteBuilder MapRisk(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<RiskGrpcService>();
        return endpoints;
    }
}
