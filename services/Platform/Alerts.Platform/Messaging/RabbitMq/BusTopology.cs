using RabbitMQ.Client;

namespace Alerts.Platform.Messaging.RabbitMq;

// Exchanges and queues. Declared before the first publish: a pack that no queue takes would otherwise be confirmed and lost.
internal static class BusTopology
{
    // A held pack is given back every 20 minutes (PackReceiver), so an outage of two weeks dead-letters nothing. What the limit is for is a
    // pack that ends the process each time: quorum queues count deliveries, and without a limit it would do so for ever.
    public const int DeliveryLimit = 1_000;

    private const string QueueType = "x-queue-type";
    private const string Quorum = "quorum";

    // The arguments can never change while the queue exists: the broker refuses a declaration that differs.
    public static IReadOnlyDictionary<string, object?> ArgumentsOf(BusRoute queue) => new Dictionary<string, object?>
    {
        [QueueType] = Quorum,
        ["x-delivery-limit"] = DeliveryLimit,
        ["x-dead-letter-exchange"] = queue.Dead,
        // At most once, the default, may lose a dead letter; at least once needs the overflow below.
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
        // A second process waits until the first is gone, so that order holds.
        ["x-single-active-consumer"] = true,
    };

    public static async Task DeclareAsync(IChannel channel, IEnumerable<BusRoute> queues, CancellationToken cancellationToken)
    {
        foreach (string topic in Topics.All)
            await channel.ExchangeDeclareAsync(topic, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (BusRoute queue in queues)
        {
            await DeclareAsync(channel, queue.Dead, queue.Dead, new Dictionary<string, object?> { [QueueType] = Quorum }, cancellationToken).ConfigureAwait(false);
            await DeclareAsync(channel, queue.Topic, queue.Name, ArgumentsOf(queue), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task DeclareAsync(IChannel channel, string exchange, string queue, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken).ConfigureAwait(false);
        await channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false, arguments.ToDictionary(), cancellationToken: cancellationToken).ConfigureAwait(false);
        await channel.QueueBindAsync(queue, exchange, "", cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
