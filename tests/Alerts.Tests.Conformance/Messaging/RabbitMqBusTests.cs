using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Platform.Telemetry;
using Alerts.Tests.Conformance.Storage;
using Alerts.Tests.Conformance.Support;
using Alerts.V1;
using Google.Protobuf;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using Xunit;

namespace Alerts.Tests.Conformance.Messaging;

/// <summary>The bus over a real RabbitMQ broker, on SQLite.</summary>
public sealed class RabbitMqBusTests(RabbitMqFixture broker) : BusConformance, IClassFixture<RabbitMqFixture>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-bus-").FullName;
    private readonly List<RabbitMqBus> _buses = [];

    protected override bool ConfirmsConsumption => false;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await broker.ResetAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (RabbitMqBus bus in _buses)
            await StopAsync(bus);
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Publish_ManyPacks_ArriveInOrder()
    {
        var consumer = new TestConsumer();
        IEventBus bus = await ConnectAsync(consumer.On(Target));
        string[] ids = [.. Enumerable.Range(0, 500).Select(i => $"{i:000}")];
        foreach (string id in ids)
            await bus.PublishAsync(Topics.Incidents, Packs.Of(id), Cancel);
        await consumer.ReachAsync(ids.Length, Cancel);
        Assert.Equal(ids, consumer.Applied);
    }

    [Theory]
    // Field 1, length 200, and nothing after it: cut short.
    [InlineData(new byte[] { 0x0A, 0xC8, 0x01 })]
    // A pack without events.
    [InlineData(new byte[0])]
    public async Task Receive_UnreadableMessage_GoesToTheDeadLettersWithItsReasonAndBlocksNothing(byte[] body)
    {
        var consumer = new TestConsumer();
        IEventBus bus = await ConnectAsync(consumer.On(Target));
        await broker.UseAsync(async channel =>
        {
            await channel.BasicPublishAsync(Topics.Incidents, "", mandatory: true, body, Cancel);
            return 0;
        });
        await bus.PublishAsync(Topics.Incidents, Packs.Of("1"), Cancel);
        await consumer.ReachAsync(1, Cancel);

        BasicGetResult? dead = await broker.UseAsync(channel => channel.BasicGetAsync(RabbitMqFixture.Queue.Dead, autoAck: true, Cancel));
        Assert.NotNull(dead);
        Assert.Equal(body, dead.Body.ToArray());
        string reason = Encoding.UTF8.GetString((byte[])dead.BasicProperties.Headers!["alerts-reason"]!);
        Assert.Contains("pack", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_Pack_IsRawProtobufWithoutAnEnvelope()
    {
        IEventBus bus = await ConnectAsync();
        await broker.DeclareAsync(RabbitMqFixture.Queue);
        EventPack pack = Packs.Of("1", "2");
        await bus.PublishAsync(Topics.Incidents, pack, Cancel);
        BasicGetResult? message = await broker.UseAsync(async channel =>
        {
            // A single active consumer rules out fetching one by one, so the pack is looked at behind the topic itself.
            var delivered = new TaskCompletionSource<BasicGetResult>();
            var consumer = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, e) =>
            {
                delivered.TrySetResult(new BasicGetResult(e.DeliveryTag, e.Redelivered, e.Exchange, e.RoutingKey, 0, e.BasicProperties, e.Body.ToArray()));
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(RabbitMqFixture.Queue.Name, autoAck: false, consumer, Cancel);
            return await delivered.Task.WaitAsync(Cancel);
        });
        Assert.Equal(pack.ToByteArray(), message.Body.ToArray());
        Assert.Equal("application/x-protobuf", message.BasicProperties.ContentType);
        Assert.True(message.BasicProperties.Persistent);
    }

    [Fact]
    public async Task Consume_TwoProcesses_OneIsActiveAndTheOtherTakesOver()
    {
        TestConsumer first = new(), second = new();
        var one = (RabbitMqBus)await ConnectAsync(first.On(Target));
        IEventBus two = await ConnectAsync(second.On(Target));
        string[] ids = [.. Enumerable.Range(0, 40).Select(i => $"{i:00}")];
        foreach (string id in ids[..20])
            await two.PublishAsync(Topics.Incidents, Packs.Of(id), Cancel);
        await first.ReachAsync(20, Cancel);
        Assert.Empty(second.Applied);

        await StopAsync(one);
        foreach (string id in ids[20..])
            await two.PublishAsync(Topics.Incidents, Packs.Of(id), Cancel);
        await second.ReachAsync(20, Cancel);
        Assert.Equal(ids, first.Applied.Concat(second.Applied));
    }

    [Fact]
    public async Task Queue_AsDeclared_HasEveryArgumentOfTheDesign()
    {
        await ConnectAsync(new TestConsumer().On(Target));
        string listed = await broker.Broker.RunAsync("rabbitmqctl", "-q", "list_queues", "name", "arguments");
        string queue = listed.Split('\n').Single(l => l.StartsWith(RabbitMqFixture.Queue.Name + "\t", StringComparison.Ordinal));
        foreach (string argument in new[]
        {
            "\"x-queue-type\",\"quorum\"", "\"x-delivery-limit\",1000", "\"x-dead-letter-strategy\",\"at-least-once\"", "\"x-overflow\",\"reject-publish\"",
            "\"x-single-active-consumer\",true", $"\"x-dead-letter-exchange\",\"{RabbitMqFixture.Queue.Dead}\"",
        })
            Assert.Contains(argument, queue, StringComparison.Ordinal);

        // Nothing that MassTransit would make of the generated types and their interfaces.
        string exchanges = await broker.Broker.RunAsync("rabbitmqctl", "-q", "list_exchanges", "name");
        Assert.DoesNotContain("Protobuf", exchanges, StringComparison.Ordinal);
        Assert.DoesNotContain("EventPack", exchanges, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_EventWithATrace_TheConsumersSpanGoesOnFromIt()
    {
        // The example of the W3C recommendation "Trace Context", section 3.2.
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736", Parent = "00f067aa0ba902b7";
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == AlertsTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var consumer = new TestConsumer();
        IEventBus bus = await ConnectAsync(consumer.On(Target));
        EventPack pack = Packs.Of("1");
        pack.Events[0].Traceparent = $"00-{Trace}-{Parent}-01";
        await bus.PublishAsync(Topics.Incidents, pack, Cancel);
        await consumer.ReachAsync(1, Cancel);
        Activity span = Assert.Single(spans, s => s.TraceId.ToHexString() == Trace);
        Assert.Equal((Parent, ActivityKind.Consumer), (span.ParentSpanId.ToHexString(), span.Kind));
    }

    [Fact]
    public async Task Bus_UsageTelemetry_IsOff()
    {
        await using ServiceProvider byDefault = new ServiceCollection().AddMassTransit(x => x.UsingInMemory()).BuildServiceProvider();
        Assert.True(byDefault.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);

        await using ServiceProvider ours = BusGeneration.Services(broker.Options, [], null!, new BrokerSockets(), NullLoggerFactory.Instance);
        Assert.False(ours.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);
    }

    protected override async ValueTask<IEventBus> ConnectAsync(params InboxConsumer[] consumers)
    {
        var bus = new RabbitMqBus(broker.Options, [], consumers.Select(c => new Subscription(Topics.Incidents, c)), TimeProvider.System, NullLoggerFactory.Instance);
        _buses.Add(bus);
        await bus.StartAsync(Cancel);
        await bus.WaitUntilConnectedAsync(Cancel);
        return bus;
    }

    protected override ValueTask<IStore> OpenAsync(string name) =>
        ValueTask.FromResult<IStore>(SqliteStore.Open(name, Path.Combine(_folder, $"{name}.db"), typeof(SqliteStoreTests).Assembly));

    private static async Task StopAsync(RabbitMqBus bus)
    {
        await bus.StopAsync(CancellationToken.None);
        bus.Dispose();
    }
}
