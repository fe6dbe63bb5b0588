using System.Reflection;
using Alerts.Platform.Access;
using Alerts.Platform.Errors;
using Alerts.Platform.Faults;
using Alerts.Platform.Health;
using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.DeadLetters;
using Alerts.Platform.Paging;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Time;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Setup;

/// <summary>Puts the platform's parts into a host. The services do not know which store or bus they run on: it is chosen here.</summary>
public static class PlatformSetup
{
    /// <summary>Largest gRPC message, bytes: an article of 1 MiB with its envelope.</summary>
    public const int LargestMessage = (1 << 20) + (64 << 10);

    /// <summary>Adds clocks, sign-in between services, page tokens, error model, gRPC and its REST form.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="clock">The domain's clock.</param>
    /// <param name="secrets">Where the keys come from: <see cref="DataFolder.Secret"/> of an all-in-one server, <see cref="SecretFolder.Read"/> of a split one.</param>
    /// <exception cref="InvalidDataException">A key is missing or not safe, or <see cref="Failpoints.Variable"/> names no failpoint.</exception>
    public static IHostApplicationBuilder AddPlatform(this IHostApplicationBuilder builder, DomainClock clock, SecretSource secrets)
    {
        Failpoints.Check();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(clock);
        byte[] key = secrets(SecretNames.Internal);
        builder.Services.AddSingleton(s => new InternalTokens(key, s.GetRequiredService<TimeProvider>()));
        builder.Services.TryAddSingleton<IGrantCheck, StandingGrants>();
        builder.Services.TryAddSingleton<IActSink, HeaderActSink>();
        builder.Services.AddSingleton(_ => new PageTokens(secrets(SecretNames.Page)));
        builder.Services.AddSingleton<ScenarioState>();
        builder.Services.TryAddSingleton<IStatusSource>(s => new StatusReading(
            s.GetServices<IProgressProbe>(), s.GetService<IWatermarkSource>(), s.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService<StorePruner>();
        builder.Services
            .AddGrpc(options =>
            {
                options.MaxReceiveMessageSize = LargestMessage;
                options.EnableDetailedErrors = false;
                // The catch-all for unknown gRPC services hides from routing that a REST path exists with another method; a gRPC client
                // reads the plain 404 that takes its place as UNIMPLEMENTED all the same.
                options.IgnoreUnknownServices = true;
                options.Interceptors.Add<ErrorInterceptor>();
                options.Interceptors.Add<PrincipalInterceptor>();
                options.Interceptors.Add<ActInterceptor>();
            })
            .AddJsonTranscoding(options =>
            {
                options.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor, StatusReflection.Descriptor);
                // As the JSON of protobuf demands, and as the command line writes it: numbers of 64 bits do not fit those of JavaScript.
                options.JsonSettings.WriteInt64sAsStrings = true;
            });
        // A compressed request costs its sender little and the reader much, so none is accepted. After all other settings: the framework
        // fills an empty list with its own.
        builder.Services.PostConfigure<GrpcServiceOptions>(options => options.CompressionProviders = []);
        return builder;
    }

    /// <summary>Maps the dead letters of the services of this process.</summary>
    /// <param name="app">The host's endpoints.</param>
    /// <returns>The same endpoints.</returns>
    public static IEndpointRouteBuilder MapDeadLetters(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<DeadLetterGrpcService>();
        return app;
    }

    /// <summary>Maps the status of this process, or of the whole system where the host knows it.</summary>
    /// <param name="app">The host's endpoints.</param>
    /// <returns>The same endpoints.</returns>
    public static IEndpointRouteBuilder MapStatus(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<StatusGrpcService>();
        return app;
    }

    /// <summary>Adds a service's store in a file of the data folder, open from the start, closed with the host.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="name">Name of the service; also the key of <see cref="IStore"/>.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="migrations">The assembly that embeds the service's scripts.</param>
    public static IHostApplicationBuilder AddSqliteStore(this IHostApplicationBuilder builder, string name, DataFolder folder, Assembly migrations)
    {
        builder.Services.AddKeyedSingleton<IStore>(name, (_, _) => SqliteStore.Open(name, folder.File($"{name}.db"), migrations));
        builder.Services.AddSingleton(s => s.GetRequiredKeyedService<IStore>(name));
        return builder;
    }

    /// <summary>Adds a service's outbox and the relay that publishes it.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="store">Name of the service.</param>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    public static IHostApplicationBuilder AddOutbox(this IHostApplicationBuilder builder, string store, string topic)
    {
        builder.Services.AddKeyedSingleton(store, (s, _) => new Outbox(topic, s.GetRequiredService<TimeProvider>()));
        builder.Services.AddKeyedSingleton<IOutbox>(store, (s, _) => s.GetRequiredKeyedService<Outbox>(store));
        builder.Services.AddKeyedSingleton(store, (s, _) => new OutboxRelay(
            s.GetRequiredKeyedService<IStore>(store),
            s.GetRequiredKeyedService<Outbox>(store),
            s.GetRequiredService<IEventBus>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<OutboxRelay>>(),
            topic));
        builder.Services.AddSingleton<IHostedService>(s => s.GetRequiredKeyedService<OutboxRelay>(store));
        builder.Services.AddSingleton<IProgressProbe>(s => s.GetRequiredKeyedService<OutboxRelay>(store));
        return builder;
    }

    /// <summary>Adds a service's consumer; the service registers its <see cref="IEventApplier"/> under its own name as key.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="store">Name of the consuming service.</param>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    public static IHostApplicationBuilder AddConsumer(this IHostApplicationBuilder builder, string store, string topic)
    {
        builder.Services.AddKeyedSingleton(store, (s, _) => new InboxConsumer(
            store,
            s.GetRequiredKeyedService<IStore>(store),
            s.GetRequiredKeyedService<IEventApplier>(store),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<InboxConsumer>>()));
        builder.Services.AddSingleton(s => new Subscription(topic, s.GetRequiredKeyedService<InboxConsumer>(store)));
        builder.Services.AddSingleton(s => new DeadLetterBox(s.GetRequiredKeyedService<InboxConsumer>(store), s.GetRequiredKeyedService<IStore>(store)));
        return builder;
    }

    /// <summary>Adds the bus within the process.</summary>
    public static IHostApplicationBuilder AddInProcessBus(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IEventBus, InProcessBus>();
        return builder;
    }
}
