using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Tests.Conformance.Support;
using Alerts.V1;
using Google.Protobuf;
using RabbitMQ.Client;
using Xunit;

namespace Alerts.Tests.Conformance.Messaging;

/// <summary>What an operator sees and does, on a real broker.</summary>
public sealed class RabbitMqInspectorTests(RabbitMqFixture broker) : IClassFixture<RabbitMqFixture>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RabbitMqInspector Inspector => new(broker.Options);

    public async ValueTask InitializeAsync()
    {
        await broker.ResetAsync();
        await broker.DeclareAsync(RabbitMqFixture.Queue);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task List_QueuesOfTheProduct_SaysWhichExistAndHowFullTheyAre()
    {
        // No service has been here yet.
        Assert.All(await Inspector.ListAsync(Cancel), s => Assert.False(s.Exists));
        await broker.DeclareAsync(BusRoute.All);
        await PublishAsync(Topics.Situations, Packs.Of("1"), Packs.Of("2"));
        await Poll.UntilAsync(async () => (await Inspector.ListAsync(Cancel)).Any(s => s.Waiting == 2), Cancel);
        IReadOnlyList<QueueState> states = await Inspector.ListAsync(Cancel);
        Assert.Equal(
            [new("alerts.incidents.risk", true, 0, 0), new("alerts.incidents.risk.dead", true, 0, 0), new("alerts.situations.notify", true, 2, 0), new("alerts.situations.notify.dead", true, 0, 0)],
            states);
        await broker.UseAsync(channel => channel.QueueDeleteAsync("alerts.incidents.risk"));
    }

    [Fact]
    public async Task Peek_Queue_ShowsTheOldestFirstAndTakesNothing()
    {
        await PublishAsync(Topics.Incidents, Packs.Of("1", "2"), Packs.Of("3"), Packs.Of("4"));
        for (int look = 0; look < 10; look++)
        {
            IReadOnlyList<QueuedMessage> seen = await Inspector.PeekAsync(RabbitMqFixture.Queue.Name, 2, Cancel);
            Assert.Equal([Packs.Of("1", "2"), Packs.Of("3")], seen.Select(m => m.Pack));
        }

        IReadOnlyList<QueuedMessage> all = await Inspector.PeekAsync(RabbitMqFixture.Queue.Name, 100, Cancel);
        Assert.Equal([Packs.Of("1", "2"), Packs.Of("3"), Packs.Of("4")], all.Select(m => m.Pack));
    }

    [Fact]
    public async Task Peek_ConsumerHasIt_SaysSo()
    {
        await broker.UseAsync(async channel =>
        {
            await channel.BasicConsumeAsync(RabbitMqFixture.Queue.Name, false, new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel), Cancel);
            await Assert.ThrowsAsync<InvalidOperationException>(() => Inspector.PeekAsync(RabbitMqFixture.Queue.Name, 1, Cancel));
            return 0;
        });
    }

    [Fact]
    public async Task Peek_NoSuchQueue_SaysSo() => await Assert.ThrowsAsync<KeyNotFoundException>(() => Inspector.PeekAsync("alerts.nothing", 1, Cancel));

    [Fact]
    public async Task Replay_DeadLetters_GoBackInOrderAndOnce()
    {
        await PublishAsync(RabbitMqFixture.Queue.Dead, Packs.Of("1"), Packs.Of("2"), Packs.Of("3"));
        Assert.Equal(3, await Inspector.ReplayAsync(RabbitMqFixture.Queue.Dead, Cancel));
        Assert.Equal(0, await broker.CountDeadAsync());
        Assert.Equal(0, await Inspector.ReplayAsync(RabbitMqFixture.Queue.Name, Cancel));
        IReadOnlyList<QueuedMessage> back = await Inspector.PeekAsync(RabbitMqFixture.Queue.Name, 100, Cancel);
        Assert.Equal([Packs.Of("1"), Packs.Of("2"), Packs.Of("3")], back.Select(m => m.Pack));
    }

    [Fact]
    public async Task Peek_DeadLetter_TellsItsReasonAndReadsWhatCanBeRead()
    {
        await broker.UseAsync(async channel =>
        {
            var properties = new BasicProperties { Headers = new Dictionary<string, object?> { ["alerts-reason"] = "not a pack" } };
            await channel.BasicPublishAsync(RabbitMqFixture.Queue.Dead, "", true, properties, new byte[] { 0x0A, 0xC8, 0x01 }, Cancel);
            return 0;
        });
        await Poll.UntilAsync(async () => await broker.CountDeadAsync() == 1, Cancel);
        QueuedMessage dead = Assert.Single(await Inspector.PeekAsync(RabbitMqFixture.Queue.Dead, 10, Cancel));
        Assert.Equal(new QueuedMessage(null, "not a pack", 3), dead);
    }

    [Fact]
    public async Task Queue_DeliveredTooOften_GoesToTheDeadLettersWithTheBrokersReason()
    {
        await PublishAsync(Topics.Incidents, Packs.Of("1"));
        await broker.UseAsync(async channel =>
        {
            var consumer = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += async (_, m) => await channel.BasicNackAsync(m.DeliveryTag, multiple: false, requeue: true);
            await channel.BasicConsumeAsync(RabbitMqFixture.Queue.Name, false, consumer, Cancel);
            await Poll.UntilAsync(async () => await broker.CountDeadAsync() == 1, Cancel);
            return 0;
        });
        QueuedMessage dead = Assert.Single(await Inspector.PeekAsync(RabbitMqFixture.Queue.Dead, 10, Cancel));
        Assert.Equal("delivery_limit", dead.Reason);
        Assert.Equal(Packs.Of("1"), dead.Pack);
    }

    [Fact]
    public async Task Broker_Away_IsAnIoError()
    {
        RabbitMqOptions nobody = broker.Options with { Port = broker.Broker.TlsPort };
        await Assert.ThrowsAsync<IOException>(() => new RabbitMqInspector(nobody).ListAsync(Cancel));
    }

    private Task<int> PublishAsync(string exchange, params EventPack[] packs) => broker.UseAsync(async channel =>
    {
        foreach (EventPack pack in packs)
            await channel.BasicPublishAsync(exchange, "", mandatory: true, pack.ToByteArray(), Cancel);
        // The broker answers in the order of the questions: after this one it has them all.
        await channel.ExchangeDeclarePassiveAsync(exchange, Cancel);
        return 0;
    });
}
