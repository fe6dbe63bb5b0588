using System.Net.Security;
using Alerts.V1;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Messaging.RabbitMq;

// MassTransit from one good answer of the broker to the next failure. It is never repaired, only replaced: its own reconnection waits up to
// 30 s between attempts, and a channel can hang after a broker's restart.
internal sealed class BusGeneration : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stopping = new();
    private readonly BrokerSockets _sockets = new();
    private readonly ServiceProvider _services;
    private readonly IBusControl _bus;

    private BusGeneration(RabbitMqOptions options, IEnumerable<Subscription> subscriptions, BrokerLink link, TimeProvider time, ILoggerFactory loggers)
    {
        ILogger logger = loggers.CreateLogger<RabbitMqBus>();
        Receivers = [.. subscriptions.Select(s => new PackReceiver(new BusRoute(s.Topic, s.Consumer.Name), s.Consumer, time, logger, _stopping.Token))];
        _services = Services(options, Receivers, link, _sockets, loggers);
        _bus = _services.GetRequiredService<IBusControl>();
    }

    public IReadOnlyList<PackReceiver> Receivers { get; }

    public bool IsHealthy => _bus.CheckHealth().Status == BusHealthStatus.Healthy;

    public static async Task<BusGeneration> StartAsync(
        RabbitMqOptions options, IEnumerable<Subscription> subscriptions, BrokerLink link, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var generation = new BusGeneration(options, subscriptions, link, time, loggers);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StartDeadline);
        try
        {
            await generation._bus.StartAsync(deadline.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
            return generation;
        }
        catch
        {
            await generation.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Completes with the broker's confirm; throws MessageReturnedException when no queue takes the pack.
    public async Task SendAsync(string topic, EventPack pack, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        ISendEndpoint endpoint = await _bus.GetSendEndpoint(new Uri($"exchange:{topic}?type=fanout")).WaitAsync(either.Token).ConfigureAwait(false);
        Task sent = endpoint.Send(pack, context => ((RabbitMqSendContext)context).Mandatory = true, either.Token);
        // A hung channel ignores the token.
        await sent.WaitAsync(either.Token).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(StopDeadline);
        try
        {
            await _bus.StopAsync(deadline.Token).WaitAsync(StopDeadline).ConfigureAwait(false);
            await _services.DisposeAsync().AsTask().WaitAsync(StopDeadline).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It was stopped because it did not work.
        }
        finally
        {
            // What hangs in it is left behind without a connection, and gets no other.
            _sockets.Cut();
        }
    }

    // The only place where MassTransit is set up.
    internal static ServiceProvider Services(RabbitMqOptions options, IReadOnlyList<PackReceiver> receivers, BrokerLink link, BrokerSockets sockets, ILoggerFactory loggers) =>
        new ServiceCollection()
            .AddSingleton(loggers)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddMassTransit(registration =>
            {
                // It reports usage to its vendor unless told otherwise.
                registration.DisableUsageTelemetry();
                registration.UsingRabbitMq((_, bus) => Configure(bus, options, receivers, link, sockets, loggers.CreateLogger<RabbitMqBus>()));
            })
            .BuildServiceProvider();

    private static void Configure(
        IRabbitMqBusFactoryConfigurator bus, RabbitMqOptions options, IReadOnlyList<PackReceiver> receivers, BrokerLink link, BrokerSockets sockets, ILogger logger)
    {
        bus.Host(options.Host, (ushort)options.Port, options.VirtualHost, "alerts bus", host => Configure(host, options, sockets));
        var serializer = new PackSerializer();
        bus.ClearSerialization();
        bus.AddSerializer(serializer);
        bus.AddDeserializer(serializer, isDefault: true);
        foreach (PackReceiver receiver in receivers)
        {
            bus.ReceiveEndpoint(receiver.Queue.Name, endpoint =>
            {
                // Everything is declared by BusTopology; what MassTransit would make of the generated types' interfaces is not wanted.
                endpoint.ConfigureConsumeTopology = false;
                endpoint.PublishFaults = false;
                foreach ((string name, object? value) in BusTopology.ArgumentsOf(receiver.Queue))
                    endpoint.SetQueueArgument(name, value);
                endpoint.PrefetchCount = options.Prefetch;
                // More than one at a time loses order.
                endpoint.ConcurrentMessageLimit = 1;
                endpoint.ConfigureError(error => error.UseFilter(new UnreadableFilter(receiver.Queue, link, logger)));
                endpoint.Handler<EventPack>(receiver.ReceiveAsync);
            });
        }
    }

    private static void Configure(IRabbitMqHostConfigurator host, RabbitMqOptions options, BrokerSockets sockets)
    {
        host.OnRefreshConnectionFactory = factory =>
        {
            factory.SocketFactory = sockets.Open;
            return Task.CompletedTask;
        };
        host.Username(options.User);
        host.Password(options.ReadPassword());
        host.Heartbeat(options.Heartbeat);
        host.RequestedConnectionTimeout(BrokerLink.AnswerDeadline);
        host.ContinuationTimeout(BrokerLink.AnswerDeadline);
        host.PublisherConfirmation = true;
        if (!options.Tls)
            return;
        host.UseSsl(tls =>
        {
            tls.ServerName = options.TlsServerName ?? options.Host;
            tls.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable);
            tls.CertificateValidationCallback = BrokerTls.Validation(options.TlsCaFile);
        });
    }
}
