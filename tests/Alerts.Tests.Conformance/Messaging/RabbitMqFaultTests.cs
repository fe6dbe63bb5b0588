using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Alerts.Platform.Health;
using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Platform.Storage.Sqlite;
using Alerts.Tests.Conformance.Storage;
using Alerts.Tests.Conformance.Support;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Xunit;

namespace Alerts.Tests.Conformance.Messaging;

/// <summary>From an outbox to a consumer while the broker dies, stops or hangs, or the consumer's store is away.</summary>
public sealed class RabbitMqFaultTests(RabbitMqFixture broker) : IClassFixture<RabbitMqFixture>, IAsyncLifetime
{
    // streams-and-faults.md, figures to reach: the broker's recovery, counted from its listening.
    private static readonly TimeSpan RecoveryTarget = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-bus-").FullName;
    private readonly Outbox _outbox = new(Topics.Incidents, TimeProvider.System);
    private readonly TestConsumer _consumer = new();
    private readonly List<string> _stored = [];
    private SqliteStore _source = null!;
    private SqliteStore _target = null!;
    private RabbitMqBus _bus = null!;
    private OutboxRelay _relay = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await broker.EmptyAsync();
        _source = Open("source");
        _target = Open("target");
        RabbitMqOptions options = broker.Options with { PublishDeadline = TimeSpan.FromSeconds(2) };
        _bus = new RabbitMqBus(options, [], [new Subscription(Topics.Incidents, _consumer.On(_target))], TimeProvider.System, NullLoggerFactory.Instance);
        _relay = new OutboxRelay(_source, _outbox, _bus, TimeProvider.System, NullLogger<OutboxRelay>.Instance, Topics.Incidents);
        await _bus.StartAsync(Cancel);
        await _bus.WaitUntilConnectedAsync(Cancel);
        await _relay.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _relay.StopAsync(CancellationToken.None);
        await _bus.StopAsync(CancellationToken.None);
        _relay.Dispose();
        _bus.Dispose();
        await _source.DisposeAsync();
        await _target.DisposeAsync();
        _outbox.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Broker_KilledThriceUnderLoad_LosesNothingKeepsOrderAndMovesAgainWithinTenSeconds()
    {
        for (int kill = 0; kill < 3; kill++)
        {
            await StoreAsync(200);
            // In the midst of them: some are confirmed and not delivered, some not confirmed.
            await _consumer.ReachAsync(_stored.Count - 150, Cancel);
            await broker.Broker.KillAsync(Cancel);
            await StoreAsync(50);
            await broker.Broker.BeginAsync();
            await ListensAsync();
            await AssertMovesWithinAsync(RecoveryTarget);
        }

        await _consumer.ReachAsync(_stored.Count, Cancel);
        Assert.Equal(_stored, _consumer.Applied);
        Assert.Equal(0, await broker.CountDeadAsync());
    }

    [Fact]
    public async Task Broker_Hangs_PublishFailsAtItsDeadlineAndMovesAgainWhenTheBrokerDoes()
    {
        await StoreAsync(10);
        await _consumer.ReachAsync(10, Cancel);
        await broker.Broker.SignalAsync("STOP", Cancel);
        try
        {
            long began = Stopwatch.GetTimestamp();
            await Assert.ThrowsAnyAsync<Exception>(() => _bus.PublishAsync(Topics.Incidents, Packs.Of("extra"), Cancel));
            // The deadline of these tests is 2 s; the machine is shared.
            Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 6);
            await StoreAsync(10);
        }
        finally
        {
            await broker.Broker.SignalAsync("CONT", CancellationToken.None);
        }

        await Poll.UntilAsync(() => _stored.TrueForAll(_consumer.Applied.Contains), Cancel);
        Assert.Equal(_stored, _consumer.Applied.Where(id => id != "extra"));

        // Nothing of what was replaced meanwhile consumes beside the bus.
        await Poll.UntilAsync(async () => await broker.UseAsync(async channel => await channel.ConsumerCountAsync(RabbitMqFixture.Queue.Name)) == 1, Cancel);
        Assert.Equal(0, await broker.CountDeadAsync());
    }

    [Fact]
    public async Task Store_AwayFor20Seconds_DeadLettersNothingAndKeepsOrder()
    {
        _consumer.StoreAway = true;
        await StoreAsync(100);
        await Poll.UntilAsync(() => _consumer.Attempts > 0, Cancel);
        await Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System, Cancel);
        Progress progress = await _bus.MeasureAsync(Cancel);
        Assert.False(progress.Moves);
        Assert.Contains(RabbitMqFixture.Queue.Name, progress.Detail, StringComparison.Ordinal);

        _consumer.StoreAway = false;
        await AssertMovesWithinAsync(TimeSpan.FromSeconds(5));
        await _consumer.ReachAsync(_stored.Count, Cancel);
        Assert.Equal(_stored, _consumer.Applied);
        Assert.Equal(0, await broker.CountDeadAsync());
        Assert.Equal(0, await _target.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM dead_letter", r => r.GetInt64(0)), Cancel));
    }

    [Fact]
    public async Task Stop_WhileAPackIsHeld_GivesItBackAFewTimesAtMost()
    {
        _consumer.StoreAway = true;
        await StoreAsync(10);
        await Poll.UntilAsync(() => _consumer.Attempts > 0, Cancel);
        await _relay.StopAsync(Cancel);
        await _bus.StopAsync(Cancel);

        long deliveries = await broker.UseAsync(async channel =>
        {
            var given = new TaskCompletionSource<long>();
            var next = new AsyncEventingBasicConsumer(channel);
            next.ReceivedAsync += (_, delivery) =>
            {
                object? count = null;
                delivery.BasicProperties.Headers?.TryGetValue("x-delivery-count", out count);
                given.TrySetResult(Convert.ToInt64(count ?? 0L, CultureInfo.InvariantCulture));
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(RabbitMqFixture.Queue.Name, autoAck: false, next, Cancel);
            return await given.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        });

        // A stop may take the three seconds of its deadline, and one is given back each second. The limit is 1,000.
        Assert.InRange(deliveries, 1, 5);
    }

    // Waits for the next event and says how long that took.
    private async Task AssertMovesWithinAsync(TimeSpan target)
    {
        int before = _consumer.Applied.Count;
        long began = Stopwatch.GetTimestamp();
        await _consumer.ReachAsync(before + 1, Cancel);
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        TestContext.Current.SendDiagnosticMessage($"It moved again after {took.TotalSeconds:0.0} s.");
        Assert.True(took < target, $"It moved again after {took.TotalSeconds:0.0} s.");
    }

    private async Task StoreAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string id = $"{_stored.Count:0000}";
            await _source.WriteAsync(
                s =>
                {
                    _outbox.Add(s, Packs.Event(id));
                    return 0;
                },
                Cancel);
            _stored.Add(id);
        }
    }

    private async Task ListensAsync()
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, broker.Broker.Port, Cancel);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
            }
        }
    }

    private SqliteStore Open(string name) => SqliteStore.Open(name, Path.Combine(_folder, $"{name}.db"), typeof(SqliteStoreTests).Assembly);
}
