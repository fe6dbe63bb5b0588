using System.Net.Security;
using RabbitMQ.Client;

namespace Alerts.Platform.Messaging.RabbitMq;

// One connection of the official client with one channel in confirm mode: it declares, asks whether the broker answers, and sends dead letters.
// It never mends itself: who holds it drops it at the first failure and opens another.
internal sealed class BrokerLink(IConnection connection, IChannel channel) : IAsyncDisposable
{
    // A broker on the same network answers in milliseconds; one that needs longer than this does not serve.
    public static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan CloseDeadline = TimeSpan.FromSeconds(1);

    public IConnection Connection => connection;

    public static async Task<BrokerLink> OpenAsync(RabbitMqOptions options, string name, CancellationToken cancellationToken)
    {
        ConnectionFactory factory = Factory(options, name);
        IConnection connection = await factory.CreateConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var confirms = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
            return new BrokerLink(connection, await connection.CreateChannelAsync(confirms, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public static ConnectionFactory Factory(RabbitMqOptions options, string name) => new()
    {
        HostName = options.Host,
        Port = options.Port,
        VirtualHost = options.VirtualHost,
        UserName = options.User,
        Password = options.ReadPassword(),
        ClientProvidedName = name,
        AutomaticRecoveryEnabled = false,
        RequestedHeartbeat = options.Heartbeat,
        RequestedConnectionTimeout = AnswerDeadline,
        ContinuationTimeout = AnswerDeadline,
        HandshakeContinuationTimeout = AnswerDeadline,
        Ssl = new SslOption(options.TlsServerName ?? options.Host, enabled: options.Tls)
        {
            AcceptablePolicyErrors = SslPolicyErrors.None,
            CertificateValidationCallback = BrokerTls.Validation(options.TlsCaFile),
        },
    };

    // A question that the broker must answer; throws when it does not.
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(AnswerDeadline);
        await channel.ExchangeDeclarePassiveAsync(Topics.Incidents, deadline.Token).ConfigureAwait(false);
    }

    // Ready messages, and dead ones; what a consumer has in hand is in neither.
    public async Task<(long Waiting, long Dead)> CountAsync(IEnumerable<BusRoute> queues, CancellationToken cancellationToken)
    {
        long waiting = 0, dead = 0;
        foreach (BusRoute queue in queues)
        {
            waiting += await channel.MessageCountAsync(queue.Name, cancellationToken).ConfigureAwait(false);
            dead += await channel.MessageCountAsync(queue.Dead, cancellationToken).ConfigureAwait(false);
        }

        return (waiting, dead);
    }

    public async Task SendDeadAsync(BusRoute queue, ReadOnlyMemory<byte> body, string reason, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(AnswerDeadline);
        var properties = new BasicProperties
        {
            Persistent = true,
            ContentType = PackSerializer.MediaType,
            Headers = new Dictionary<string, object?> { [DeadLetterHeaders.Reason] = reason },
        };
        await channel.BasicPublishAsync(queue.Dead, "", mandatory: true, properties, body, deadline.Token).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await connection.CloseAsync(Constants.ReplySuccess, "Goodbye", CloseDeadline, abort: true, CancellationToken.None).ConfigureAwait(false);
            await channel.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or RabbitMQ.Client.Exceptions.RabbitMQClientException or ObjectDisposedException)
        {
            // The broker is gone, which is often why the link is closed.
        }
    }
}
