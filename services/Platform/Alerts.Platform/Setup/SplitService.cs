using System.Net;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using Alerts.Platform.Access;
using Alerts.Platform.Errors;
using Alerts.Platform.Health;
using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Platform.Storage.Postgres;
using Alerts.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Alerts.Platform.Setup;

/// <summary>A service in a process of its own, on RabbitMQ and PostgreSQL: what its host calls.</summary>
/// <param name="Name">Name of the service; also of its store, its schema and its consumer.</param>
/// <param name="Port">Port when none is set.</param>
/// <param name="Migrations">The assembly that embeds the service's scripts.</param>
public sealed record SplitService(string Name, int Port, Assembly Migrations)
{
    /// <summary>The topic that it consumes, one of <see cref="Topics"/>; null (the default) for none.</summary>
    public string? Consumes { get; init; }

    /// <summary>The topic that it publishes, one of <see cref="Topics"/>; null (the default) for none.</summary>
    public string? Publishes { get; init; }

    private const string BusSection = "RabbitMq";

    // The default of 100 makes the gateway open a connection for each 100 streams of officers.
    private const int StreamsPerConnection = 1_000;

    // As at the front door: a dead gateway is noticed within 30 s.
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Runs the service until it is told to stop.</summary>
    /// <param name="args">The command line: <c>--Section:Name=value</c>.</param>
    /// <param name="add">Adds the service; the keys come along.</param>
    /// <param name="map">Maps its rpcs.</param>
    /// <returns>Exit code, see <see cref="HostProcess.RunAsync"/>.</returns>
    public Task<int> RunAsync(string[] args, Action<WebApplicationBuilder, SecretSource> add, Action<WebApplication> map) =>
        HostProcess.RunAsync(() => Build(args, add, map));

    private WebApplication Build(string[] args, Action<WebApplicationBuilder, SecretSource> add, Action<WebApplication> map)
    {
        WebApplicationBuilder builder = HostProcess.CreateBuilder(Name, args);
        Engines.Check(builder.Configuration, Name);
        ListenOptions listen = builder.Configuration.Fill(ListenOptions.Section, new ListenOptions { Port = Port });
        IPAddress address = listen.CheckedAddress();
        X509Certificate2? certificate = listen.LoadCertificate();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, listen, address, certificate));
        SecretSource secrets = new SecretFolder(builder.Configuration.Fill(SecretOptions.Section, new SecretOptions()).Folder).Read;
        builder.AddPlatform(new RealClock(TimeProvider.System), secrets);
        builder.AddPostgresStore(Name, builder.Configuration.Fill(PostgresOptions.Section, new PostgresOptions()), Migrations);
        // In the order in which they start: what consumes has loaded its state before the first event comes, and the bus runs before the
        // first one is sent. They stop in the other order.
        add(builder, secrets);
        if (Consumes is not null)
            builder.AddConsumer(Name, Consumes);
        builder.AddRabbitMqBus(builder.Configuration.Fill(BusSection, new RabbitMqOptions()));
        if (Publishes is not null)
            builder.AddOutbox(Name, Publishes);
        WebApplication app = builder.Build();
        app.UseHealthPort();
        app.UseRouting();
        app.UseMiddleware<UnreadableCalls>();
        app.MapGet(HealthPort.LivePath, () => Results.Text("live\n"));
        app.MapStatus();
        app.MapDeadLetters();
        map(app);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ListenOptions options, IPAddress address, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        kestrel.Limits.Http2.KeepAlivePingDelay = PingAfter;
        kestrel.Limits.Http2.KeepAlivePingTimeout = PingTimeout;
        kestrel.Listen(address, options.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (certificate is not null)
                listen.UseHttps(certificate);
        });
        kestrel.ListenForHealth(address, options.HealthPort ?? (options.Port == 0 ? 0 : options.Port + HealthPort.Offset), certificate);
    }
}
