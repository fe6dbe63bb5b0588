using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Alerts.Platform.Messaging.RabbitMq;

// Exchanges and queues. Declared before the first publish: a pack that no queue takes would otherwise be confirmed and lost.
internal static class BusTopology
{
    // A held pack is given back every 20 minutes (PackReceiver), so an outage of two weeks dead-letters nothing. What the limit is for is a
    // pack that ends the process each time: quorum queues count deliveries, and without a limit it would do so for ever.
    public const int DeliveryLimit = 1_000;

    // The broker notes which log belongs to a new queue in a table that it writes to disk within about four seconds (the table keeps changes
    // for 3 s and saves itself after 0.5 s of rest). Killed before that, it starts the queue again with an empty log.
    private static readonly TimeSpan SafeAfter = TimeSpan.FromSeconds(10);

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

    // Completes when every queue is safe and bound. What is not bound gets nothing, and a pack that nobody gets is returned: so until then
    // nothing is confirmed that a kill of the broker could take away.
    public static async Task DeclareAsync(IConnection connection, IReadOnlyList<BusRoute> queues, TimeProvider time, CancellationToken cancellationToken)
    {
        IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            foreach (string topic in Topics.All)
                await DeclareAsync(channel, topic, cancellationToken).ConfigureAwait(false);
            bool isNew = false;
            foreach (BusRoute queue in queues)
            {
                isNew |= !await ExistsAsync(connection, queue.Dead, cancellationToken).ConfigureAwait(false);
                await DeclareAsync(channel, queue.Dead, new Dictionary<string, object?> { [QueueType] = Quorum }, cancellationToken).ConfigureAwait(false);
                await DeclareAsync(channel, queue.Name, ArgumentsOf(queue), cancellationToken).ConfigureAwait(false);
            }

            if (isNew)
                await Task.Delay(SafeAfter, time, cancellationToken).ConfigureAwait(false);
            foreach (BusRoute queue in queues)
            {
                await BindAsync(channel, queue.Topic, queue.Name, cancellationToken).ConfigureAwait(false);
                // Last, since it tells the next process that the queues are old enough.
                await BindAsync(channel, queue.Dead, queue.Dead, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The broker closes the channel of whoever asks for an exchange that is not there.
    private static async Task<bool> ExistsAsync(IConnection connection, string exchange, CancellationToken cancellationToken)
    {
        IChannel asking = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (asking.ConfigureAwait(false))
        {
            try
            {
                await asking.ExchangeDeclarePassiveAsync(exchange, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                return false;
            }
        }
    }

    private static Task DeclareAsync(IChannel channel, string exchange, CancellationToken cancellationToken) =>
        channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);

    private static Task<QueueDeclareOk> DeclareAsync(IChannel channel, string queue, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments.ToDictionary(), cancellationToken: cancellationToken);

    private static async Task BindAsync(IChannel channel, string exchange, string queue, CancellationToken cancellationToken)
    {
        await DeclareAsync(channel, exchange, cancellationToken).ConfigureAwait(false);
        await channel.QueueBindAsync(queue, exchange, "", cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
