using Alerts.Gazetteer;
using Alerts.Notify.Delivery;
using Alerts.Notify.Grpc;
using Alerts.Notify.Log;
using Alerts.Notify.Messaging;
using Alerts.Notify.Storage;
using Alerts.Notify.Streaming;
using Alerts.Notify.Watches;
using Alerts.Notify.Wire;
using Alerts.Platform.Health;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Alerts.Notify;

/// <summary>Puts the notify service into a host.</summary>
/// <remarks>
/// The host must bring: a keyed <see cref="IStore"/> <see cref="StoreName"/> opened with this assembly's migrations, <see cref="DomainClock"/>,
/// <see cref="TimeProvider"/>, <see cref="Alerts.Platform.Paging.PageTokens"/>, <see cref="CursorKey"/>, and gRPC with the platform's interceptors.
/// </remarks>
public static class NotifySetup
{
    /// <summary>Name of the service's store, and of its consumer: the keyed <see cref="IEventApplier"/> that wants <see cref="Topics.Situations"/>.</summary>
    public const string StoreName = "notify";

    /// <summary>Registers the service, its options (section <see cref="NotifyOptions.Section"/>), its applier and its background work.</summary>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddNotify(this IHostApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddOptions<NotifyOptions>().BindConfiguration(NotifyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(_ => PlaceIndex.Load());
        AddStorage(services);
        AddCore(services);
        AddEdges(services);
        return builder;
    }

    /// <summary>Maps the rpcs of <c>alerts.v1.NotifyService</c>.</summary>
    /// <returns>The same builder.</returns>
    public static IEndpointRouteBuilder MapNotify(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<NotifyGrpcService>();
        return endpoints;
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSingleton<ILogReader>(s => new LogReader(Store(s)));
        services.AddSingleton<IWatchReader>(s => new WatchReader(Store(s)));
        services.AddSingleton<IAcknowledgements>(s => new Acknowledgements(Store(s)));
        services.AddSingleton(s => new LogPruner(Store(s)));
        services.AddSingleton<OpenLogUnit>(s => session => new LogUnit(session, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OpenWatchUnit>(_ => session => new WatchUnit(session));
        services.AddHostedService<RetentionService>();
    }

    private static void AddCore(IServiceCollection services)
    {
        services.AddSingleton<CursorCodec>();
        services.AddSingleton(_ => new LogTail());
        services.AddSingleton<FanOut>();
        services.AddSingleton<TailPump>();
        services.AddSingleton<WatchChanges>();
        services.AddSingleton<WatchFollower>();
        services.AddSingleton(s => new Watermark(s.GetRequiredService<TimeProvider>(), s.GetRequiredService<DomainClock>().Now));
        services.AddSingleton<IWatermark>(s => s.GetRequiredService<Watermark>());
        services.AddHostedService<TailService>();
        services.AddHostedService<WatchService>();
    }

    private static void AddEdges(IServiceCollection services)
    {
        services.AddSingleton<AlertReach>();
        services.AddSingleton<FilterMapping>();
        services.AddSingleton<AlertIssuer>();
        services.AddSingleton<BlindAlerts>();
        services.AddKeyedSingleton<IEventApplier, SituationApplier>(StoreName);
        services.AddHostedService<BlindWatch>();
        services.AddSingleton<IProgressProbe, NotifyProbe>();
        services.AddSingleton<IWatermarkSource, WatermarkSource>();
        services.AddSingleton<FrameEncoder>();
        services.AddSingleton<AlertStreams>();
        services.AddSingleton<AlertQueries>();
        services.AddSingleton<WatchCommands>();
        services.AddSingleton<WatchAdvice>();
    }

    private static IStore Store(IServiceProvider services) => services.GetRequiredKeyedService<IStore>(StoreName);
}
