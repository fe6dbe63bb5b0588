using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Tests.Engines;
using RabbitMQ.Client;
using Xunit;

namespace Alerts.Tests.Conformance.Support;

/// <summary>A private broker for the tests of one class, and what they do to it beside the bus.</summary>
public sealed class RabbitMqFixture : IAsyncLifetime
{
    /// <summary>The only queue of these tests.</summary>
    public static BusRoute Queue { get; } = new(Topics.Incidents, "consumer");

    public RabbitMqInstance Broker { get; private set; } = null!;

    public RabbitMqOptions Options => RabbitMqOptions.FromUri(Broker.Uri);

    public async ValueTask InitializeAsync() => Broker = await RabbitMqInstance.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Broker?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Declares queues as the bus does: the first time takes ten seconds.</summary>
    public async Task DeclareAsync(params IReadOnlyList<BusRoute> queues)
    {
        await using IConnection connection = await BrokerLink.Factory(Options, "tests").CreateConnectionAsync();
        await BusTopology.DeclareAsync(connection, queues, TimeProvider.System, CancellationToken.None);
    }

    /// <summary>Empties the queues, so that each test begins with safe ones: what is deleted and declared anew is not.</summary>
    public async Task EmptyAsync()
    {
        await DeclareAsync(Queue);
        await UseAsync(async channel => await channel.QueuePurgeAsync(Queue.Name) + await channel.QueuePurgeAsync(Queue.Dead));
    }

    /// <summary>Deletes the queues, so that each test begins with none.</summary>
    public Task ResetAsync() => UseAsync(async channel =>
    {
        await channel.QueueDeleteAsync(Queue.Name);
        await channel.QueueDeleteAsync(Queue.Dead);
        return 0;
    });

    public Task<long> CountDeadAsync() => UseAsync(async channel => (long)await channel.MessageCountAsync(Queue.Dead));

    /// <summary>Runs something on a channel of its own.</summary>
    public async Task<T> UseAsync<T>(Func<IChannel, Task<T>> action)
    {
        await using IConnection connection = await BrokerLink.Factory(Options, "tests").CreateConnectionAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        return await action(channel);
    }
}
