using Alerts.V1;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Messaging.RabbitMq;

// Hands each pack to its consumer. Invariant: a pack is acknowledged only after the consumer has it on disk. What the consumer throws is
// the store's trouble, since poison is dealt with event by event behind it: the pack is held and tried again each second, and nothing
// else is taken in the meantime.
internal sealed class PackReceiver(BusRoute queue, InboxConsumer consumer, TimeProvider time, ILogger logger, CancellationToken stopping)
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    // The broker closes the channel of a consumer that holds a message for 30 minutes (consumer_timeout): give it back before.
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(20);

    private long _heldSince;

    public BusRoute Queue => queue;

    // For how long the consumer's store has refused; zero while it takes packs.
    public TimeSpan Held => Volatile.Read(ref _heldSince) is var since and not 0 ? time.GetElapsedTime(since) : TimeSpan.Zero;

    public async Task ReceiveAsync(ConsumeContext<EventPack> context)
    {
        try
        {
            await HoldAsync(context).ConfigureAwait(false);
        }
        catch
        {
            // What is given back comes again at once for as long as the broker knows this consumer, and each time counts towards the delivery
            // limit: without a pause a stop of a second would move healthy packs to the dead letters.
            await Task.Delay(RetryInterval, time, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task HoldAsync(ConsumeContext<EventPack> context)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.CancellationToken);
        long began = time.GetTimestamp();
        while (true)
        {
            try
            {
                await consumer.ConsumeAsync(context.Message, either.Token).ConfigureAwait(false);
                if (Interlocked.Exchange(ref _heldSince, 0) != 0)
                    logger.StoreIsBack(queue.Name);
                return;
            }
            catch (Exception e) when (!either.IsCancellationRequested && time.GetElapsedTime(began) < LongestHold)
            {
                if (Interlocked.CompareExchange(ref _heldSince, time.GetTimestamp(), 0) == 0)
                    logger.StoreIsAway(queue.Name, e);
            }

            await Task.Delay(RetryInterval, time, either.Token).ConfigureAwait(false);
        }
    }
}
