using Alerts.Platform.Health;
using Alerts.V1;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Messaging.RabbitMq;

/// <summary>
/// Carries packs over a RabbitMQ broker and hands what arrives to this process's consumers. Thread safe. Publishes and consumes while it
/// runs as a hosted service and the broker serves; an outage is waited out, however long.
/// </summary>
/// <remarks>
/// Invariant: at most one <see cref="BusGeneration"/> lives. The broker is asked each second; at the first failure the generation ends, at
/// the first good answer the topology is declared and a new one begins.
/// </remarks>
/// <param name="options">Where the broker is; validated by the caller.</param>
/// <param name="queues">Every queue that must exist before the first publish; those of the subscriptions are added.</param>
/// <param name="subscriptions">Who consumes here.</param>
/// <param name="time">Clock of deadlines and of asking.</param>
/// <param name="loggers">Log.</param>
public sealed class RabbitMqBus(
    RabbitMqOptions options, IEnumerable<BusRoute> queues, IEnumerable<Subscription> subscriptions, TimeProvider time, ILoggerFactory loggers)
    : BackgroundService, IEventBus, IProgressProbe
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(1);

    // MassTransit mends a lost channel by itself within seconds; when it has not by then, it never will.
    private static readonly TimeSpan LongestUnhealthy = TimeSpan.FromSeconds(30);

    // As for the outbox: shorter than this is no news.
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(10);

    private readonly Subscription[] _subscriptions = [.. subscriptions];
    private readonly ILogger _logger = loggers.CreateLogger<RabbitMqBus>();
    private volatile BusGeneration? _generation;
    private volatile BrokerLink? _link;
    private volatile TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile BusGeneration? _hung;

    /// <inheritdoc/>
    public string Part => "bus";

    private IEnumerable<BusRoute> Consumed => _subscriptions.Select(s => new BusRoute(s.Topic, s.Consumer.Name)).Distinct();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No queue takes the topic: the broker returned the pack.</exception>
    /// <exception cref="IOException">The broker does not serve at the moment: the pack may or may not be stored.</exception>
    /// <exception cref="TimeoutException">No confirm within <see cref="RabbitMqOptions.PublishDeadline"/>: the pack may or may not be stored.</exception>
    public async Task PublishAsync(string topic, EventPack pack, CancellationToken cancellationToken)
    {
        BusGeneration generation = _generation ?? throw new IOException($"The broker at {options} does not serve.");
        using var deadline = new CancellationTokenSource(options.PublishDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await generation.SendAsync(topic, pack, either.Token).ConfigureAwait(false);
        }
        catch (MessageReturnedException e)
        {
            throw new InvalidOperationException($"Nobody consumes {topic}: the pack would be lost.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            if (!deadline.IsCancellationRequested)
                throw new IOException($"The broker at {options} ceased to serve.", e);
            _hung = generation;
            throw new TimeoutException($"The broker at {options} did not confirm within {options.PublishDeadline.TotalSeconds:0.#} s.", e);
        }
    }

    /// <summary>Waits until the broker serves and the consumers of this process have begun.</summary>
    public Task WaitUntilConnectedAsync(CancellationToken cancellationToken) => _connected.Task.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<Progress> MeasureAsync(CancellationToken cancellationToken)
    {
        if (_generation is not { } generation || _link is not { } link)
            return new Progress(false, $"The broker at {options} does not serve.", 0, 0);
        try
        {
            (long waiting, long dead) = await link.CountAsync(Consumed, cancellationToken).ConfigureAwait(false);
            PackReceiver? held = generation.Receivers.MaxBy(r => r.Held);
            return held is not null && held.Held > StuckAfter
                ? new Progress(false, $"The store behind {held.Queue.Name} has taken nothing for {held.Held.TotalSeconds:0} s.", waiting, dead)
                : new Progress(true, "", waiting, dead);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new Progress(false, $"The broker at {options} does not answer: {e.GetType().Name}.", 0, 0);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bool told = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                BrokerLink link = await BrokerLink.OpenAsync(options, "alerts probe", stoppingToken).ConfigureAwait(false);
                await using (link.ConfigureAwait(false))
                {
                    await BusTopology.DeclareAsync(link.Connection, [.. queues.Concat(Consumed).Distinct()], time, stoppingToken).ConfigureAwait(false);
                    BusGeneration generation = await BusGeneration.StartAsync(options, _subscriptions, link, time, loggers, stoppingToken).ConfigureAwait(false);
                    await using (generation.ConfigureAwait(false))
                    {
                        Begin(generation, link);
                        told = false;
                        await WatchAsync(generation, link, stoppingToken).ConfigureAwait(false);
                    }
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!told)
                    _logger.BrokerAway(options, e);
                told = true;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(AskInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Begin(BusGeneration generation, BrokerLink link)
    {
        _link = link;
        _generation = generation;
        _connected.TrySetResult();
        _logger.Connected(options);
    }

    // Returns by throwing only.
    private async Task WatchAsync(BusGeneration generation, BrokerLink link, CancellationToken stoppingToken)
    {
        long healthy = time.GetTimestamp();
        try
        {
            while (true)
            {
                await Task.Delay(AskInterval, time, stoppingToken).ConfigureAwait(false);
                await link.AskAsync(stoppingToken).ConfigureAwait(false);
                if (generation.IsHealthy)
                    healthy = time.GetTimestamp();
                if (time.GetElapsedTime(healthy) > LongestUnhealthy)
                    throw new IOException($"The bus did not recover within {LongestUnhealthy.TotalSeconds:0} s.");
                if (_hung == generation)
                    throw new TimeoutException("A publish was not confirmed in time.");
            }
        }
        finally
        {
            _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _generation = null;
            _link = null;
        }
    }
}
