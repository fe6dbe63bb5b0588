using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Alerts.Platform.Messaging.RabbitMq;

/// <summary>
/// What an operator asks of the broker: how full the queues are, what lies in one, and to try dead letters again. Each call has a connection
/// of its own. Thread safe.
/// </summary>
/// <remarks>
/// Errors of every call: <see cref="IOException"/> when the broker does not answer or does not let the user in;
/// <see cref="KeyNotFoundException"/> when there is no such queue.
/// </remarks>
/// <param name="options">Where the broker is; validated by the caller.</param>
public sealed class RabbitMqInspector(RabbitMqOptions options)
{
    // A pack has up to a megabyte.
    private const int LargestPrefetch = 1_000;

    // A message that waits is sent at once.
    private static readonly TimeSpan DeliveryDeadline = TimeSpan.FromSeconds(5);

    // A look ends when the broker shows what it had again, and no consumer of it, or after this.
    private static readonly TimeSpan SettleDeadline = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SettleStep = TimeSpan.FromMilliseconds(20);

    /// <summary>The state of every queue of the product and its dead letters, in the order of <see cref="BusRoute.All"/>.</summary>
    public Task<IReadOnlyList<QueueState>> ListAsync(CancellationToken cancellationToken) => UseAsync<IReadOnlyList<QueueState>>(
        async connection =>
        {
            var states = new List<QueueState>();
            foreach (string name in BusRoute.All.SelectMany(r => new[] { r.Name, r.Dead }))
                states.Add(await StateAsync(connection, name, cancellationToken).ConfigureAwait(false));
            return states;
        },
        cancellationToken);

    /// <summary>The first messages of a queue, the oldest first. They stay where they are; each look counts as one delivery.</summary>
    /// <param name="queue">Name of a queue.</param>
    /// <param name="limit">Most messages, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">A consumer has the queue, and nobody else is shown its messages.</exception>
    public Task<IReadOnlyList<QueuedMessage>> PeekAsync(string queue, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPrefetch);
        return UseAsync<IReadOnlyList<QueuedMessage>>(
            async connection =>
            {
                var messages = new List<QueuedMessage>();
                await foreach (BasicDeliverEventArgs message in TakeAsync(connection, queue, limit, (_, _) => ValueTask.CompletedTask, cancellationToken).ConfigureAwait(false))
                    messages.Add(Read(message));
                await SettleAsync(connection, queue, messages.Count, cancellationToken).ConfigureAwait(false);
                return messages;
            },
            cancellationToken);
    }

    /// <summary>Puts what lies in a dead-letter queue back into its queue, the oldest first; what was there at the call, each once.</summary>
    /// <param name="queue">Name of the queue or of its dead-letter queue.</param>
    /// <param name="cancellationToken">Ends it between two messages: the rest stays.</param>
    /// <returns>How many. A message leaves the dead letters only after the broker confirmed it in its queue: after a crash it may be in both, and the inbox knows it.</returns>
    public Task<int> ReplayAsync(string queue, CancellationToken cancellationToken)
    {
        string live = queue.EndsWith(BusRoute.DeadSuffix, StringComparison.Ordinal) ? queue[..^BusRoute.DeadSuffix.Length] : queue;
        return UseAsync(
            async connection =>
            {
                await RequireAsync(connection, live, cancellationToken).ConfigureAwait(false);
                var confirms = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
                IChannel target = await connection.CreateChannelAsync(confirms, cancellationToken).ConfigureAwait(false);
                await using (target.ConfigureAwait(false))
                {
                    async ValueTask MoveAsync(IChannel source, BasicDeliverEventArgs message)
                    {
                        var properties = new BasicProperties { Persistent = true, ContentType = PackSerializer.MediaType };
                        await target.BasicPublishAsync("", live, mandatory: true, properties, message.Body, cancellationToken).ConfigureAwait(false);
                        await source.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None).ConfigureAwait(false);
                    }

                    return await TakeAsync(connection, live + BusRoute.DeadSuffix, int.MaxValue, MoveAsync, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken);
    }

    /// <summary>Throws away what waits in a queue. What a consumer has in hand stays.</summary>
    /// <param name="queue">Name of a queue.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many messages.</returns>
    public Task<long> EmptyAsync(string queue, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            await RequireAsync(connection, queue, cancellationToken).ConfigureAwait(false);
            IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            await using (channel.ConfigureAwait(false))
                return (long)await channel.QueuePurgeAsync(queue, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private static async Task<QueueState> StateAsync(IConnection connection, string name, CancellationToken cancellationToken)
    {
        // A channel of its own: the broker closes it when there is no such queue.
        IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            try
            {
                QueueDeclareOk queue = await channel.QueueDeclarePassiveAsync(name, cancellationToken).ConfigureAwait(false);
                return new QueueState(name, true, queue.MessageCount, queue.ConsumerCount);
            }
            catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                return new QueueState(name, false, 0, 0);
            }
        }
    }

    private static async Task<QueueState> RequireAsync(IConnection connection, string name, CancellationToken cancellationToken)
    {
        QueueState state = await StateAsync(connection, name, cancellationToken).ConfigureAwait(false);
        return state.Exists ? state : throw new KeyNotFoundException($"The broker has no queue {name}.");
    }

    // As a consumer, since a queue with a single active one cannot be read otherwise. What was not acknowledged goes back to its place when
    // the channel closes.
    private static async IAsyncEnumerable<BasicDeliverEventArgs> TakeAsync(
        IConnection connection, string queue, int limit, Func<IChannel, BasicDeliverEventArgs, ValueTask> handle,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueueState state = await RequireAsync(connection, queue, cancellationToken).ConfigureAwait(false);
        if (state.Consumers > 0)
            throw new InvalidOperationException($"A consumer has {queue}: what waits there ({state.Waiting}) is shown to it alone. Stop the service first, or look at its dead letters.");
        long count = Math.Min(limit, state.Waiting);
        if (count == 0)
            yield break;
        IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            var arrived = Channel.CreateUnbounded<BasicDeliverEventArgs>();
            var consumer = new AsyncEventingBasicConsumer(channel);
            // The client takes its buffer back after the call.
            consumer.ReceivedAsync += (_, m) => arrived.Writer.WriteAsync(new BasicDeliverEventArgs(
                m.ConsumerTag, m.DeliveryTag, m.Redelivered, m.Exchange, m.RoutingKey, m.BasicProperties, m.Body.ToArray(), CancellationToken.None)).AsTask();
            await channel.BasicQosAsync(0, (ushort)Math.Min(count, LargestPrefetch), global: false, cancellationToken).ConfigureAwait(false);
            await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken).ConfigureAwait(false);
            for (long i = 0; i < count; i++)
            {
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                deadline.CancelAfter(DeliveryDeadline);
                BasicDeliverEventArgs message;
                try
                {
                    message = await arrived.Reader.ReadAsync(deadline.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    yield break;
                }

                await handle(channel, message).ConfigureAwait(false);
                yield return message;
            }
        }
    }

    // The broker may count the closed channel's consumer, and miss what it had, for some moments more: the next look would take it for a service.
    private static async Task SettleAsync(IConnection connection, string queue, int returned, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (await StateAsync(connection, queue, cancellationToken).ConfigureAwait(false) is { Exists: true } state && (state.Consumers > 0 || state.Waiting < returned) && watch.Elapsed < SettleDeadline)
            await Task.Delay(SettleStep, TimeProvider.System, cancellationToken).ConfigureAwait(false);
    }

    private static QueuedMessage Read(BasicDeliverEventArgs message)
    {
        string reason = ReasonOf(message.BasicProperties.Headers);
        try
        {
            return new QueuedMessage(PackSerializer.Parse(message.Body.ToArray()), reason, message.Body.Length);
        }
        catch (SerializationException e)
        {
            return new QueuedMessage(null, reason.Length > 0 ? reason : e.Message, message.Body.Length);
        }
    }

    private static string ReasonOf(IDictionary<string, object?>? headers)
    {
        if (headers is null)
            return "";
        if (headers.TryGetValue(DeadLetterHeaders.Reason, out object? ours) && ours is byte[] text)
            return Encoding.UTF8.GetString(text);
        return headers.TryGetValue(DeadLetterHeaders.Death, out object? deaths) && deaths is IList<object?> and [IDictionary<string, object?> death, ..]
            && death.TryGetValue("reason", out object? reason) && reason is byte[] word
            ? Encoding.UTF8.GetString(word)
            : "";
    }

    private async Task<T> UseAsync<T>(Func<IConnection, Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            IConnection connection = await BrokerLink.Factory(options, "alerts inspector").CreateConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
                return await action(connection).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RabbitMQClientException or IOException)
        {
            throw new IOException($"The broker at {options} does not answer: {e.GetBaseException().Message}", e);
        }
    }
}
