using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.DeadLetters;
using Alerts.Platform.Storage;
using Alerts.Tests.Conformance.Support;
using Alerts.V1;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using DeadLetter = Alerts.Platform.Messaging.DeadLetters.DeadLetter;

namespace Alerts.Tests.Conformance.Messaging;

/// <summary>What every bus must do between an outbox and a consumer. A subclass brings the bus and the store.</summary>
public abstract class BusConformance : IAsyncLifetime
{
    private readonly TestConsumer _consumer = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IStore Source { get; set; } = null!;

    protected IStore Target { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Source = await OpenAsync("source");
        Target = await OpenAsync("target");
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Target.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Publish_Completed_EveryConsumerHasItOnDisk()
    {
        IEventBus bus = await ConnectAsync(Inbox());
        await bus.PublishAsync(Topics.Incidents, Packs.Of("1", "2"), Cancel);
        await ArriveAsync(2);
        Assert.Equal(["1", "2"], _consumer.Applied);
        Assert.Equal(2, await CountAsync(Target, "inbox"));
    }

    [Fact]
    public async Task Publish_DeliveredAgain_TakesEffectOnce()
    {
        IEventBus bus = await ConnectAsync(Inbox());
        await bus.PublishAsync(Topics.Incidents, Packs.Of("1", "2"), Cancel);
        await bus.PublishAsync(Topics.Incidents, Packs.Of("2", "3", "1", "4"), Cancel);
        await ArriveAsync(4);
        Assert.Equal(["1", "2", "3", "4"], _consumer.Applied);
    }

    [Fact]
    public async Task Publish_PoisonInAPack_GoesToTheDeadLettersAlone()
    {
        _consumer.Poison = "2";
        IEventBus bus = await ConnectAsync(Inbox());
        await bus.PublishAsync(Topics.Incidents, Packs.Of("1", "2", "3"), Cancel);
        await ArriveAsync(2);
        Assert.Equal(["1", "3"], _consumer.Applied);
        string dead = await Target.ReadAsync(s => s.QueryFirst("SELECT event_id || ' ' || reason FROM dead_letter", r => r.GetString(0))!, Cancel);
        Assert.Equal("2 InvalidOperationException: poison", dead);
        Assert.Equal(0, await Target.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM tally WHERE name = '2'", r => r.GetInt64(0)), Cancel));
    }

    [Fact]
    public async Task Replay_AfterItsCauseIsGone_TakesEffectOnceAndLeavesTheList()
    {
        _consumer.Poison = "2";
        InboxConsumer inbox = Inbox();
        IEventBus bus = await ConnectAsync(inbox);
        await bus.PublishAsync(Topics.Incidents, Packs.Of("1", "2", "3"), Cancel);
        await ArriveAsync(2);
        var box = new DeadLetterBox(inbox, Target);
        DeadLetter letter = Assert.Single(await box.ListAsync(0, 10, Cancel));
        Assert.Equal(("2", "InvalidOperationException: poison", $"deadLetters/{Target.Name}.{letter.Number}"), (letter.EventId, letter.Reason, letter.Name));
        Assert.Empty(await box.ListAsync(letter.Number, 10, Cancel));

        Assert.Equal("InvalidOperationException: poison", (await box.ReplayAsync(letter.Number, Cancel)).StillDead);
        Assert.Equal(["1", "3"], _consumer.Applied);
        Assert.Single(await box.ListAsync(0, 10, Cancel));

        _consumer.Poison = null;
        (DeadLetter? Letter, string? StillDead)[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => box.ReplayAsync(letter.Number, Cancel)));
        Assert.Single(answers, a => a.Letter is not null);
        Assert.All(answers, a => Assert.Null(a.StillDead));
        Assert.Equal(["1", "3", "2"], _consumer.Applied);
        Assert.Empty(await box.ListAsync(0, 10, Cancel));
        Assert.Equal(1, await Target.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM tally WHERE name = '2'", r => r.GetInt64(0)), Cancel));
    }

    [Fact]
    public async Task Publish_StoreAway_StoresNothingAndLosesNothing()
    {
        _consumer.StoreAway = true;
        IEventBus bus = await ConnectAsync(Inbox());
        Task published = PublishUntilTakenAsync(bus, Packs.Of("1"));
        await Poll.UntilAsync(() => _consumer.Attempts > 1, Cancel);
        Assert.Equal(0, await CountAsync(Target, "inbox") + await CountAsync(Target, "dead_letter"));
        _consumer.StoreAway = false;
        await published;
        await _consumer.ReachAsync(1, Cancel);
        Assert.Equal(["1"], _consumer.Applied);
    }

    [Fact]
    public async Task Relay_BusFailsFirst_DeliversInCommitOrderAndEmptiesTheOutbox()
    {
        var flaky = new Flaky(await ConnectAsync(Inbox()), failures: 2);
        using var outbox = new Outbox(Topics.Incidents, TimeProvider.System);
        using var relay = new OutboxRelay(Source, outbox, flaky, TimeProvider.System, NullLogger<OutboxRelay>.Instance, Topics.Incidents);
        string[] ids = [.. Enumerable.Range(0, 1_000).Select(i => $"e{i:0000}")];
        await Task.WhenAll(ids.Chunk(10).Select(chunk => Source.WriteAsync(
            s =>
            {
                foreach (string id in chunk)
                    outbox.Add(s, Packs.Event(id));
                return 0;
            },
            Cancel)));
        await relay.StartAsync(Cancel);
        await _consumer.ReachAsync(ids.Length, Cancel);
        while (await CountAsync(Source, "outbox") > 0)
            await Task.Yield();
        await relay.StopAsync(Cancel);
        Assert.Equal(ids, _consumer.Applied);
    }

    [Fact]
    public async Task Relay_StartAndFailure_BeginSmallAndGrow()
    {
        const int Failing = 4;
        const int Events = 1_000;
        var counted = new Counted(await ConnectAsync(Inbox()), Failing);
        using var outbox = new Outbox(Topics.Incidents, TimeProvider.System);
        using var relay = new OutboxRelay(Source, outbox, counted, TimeProvider.System, NullLogger<OutboxRelay>.Instance, Topics.Incidents);
        await Source.WriteAsync(
            s =>
            {
                for (int i = 0; i < Events; i++)
                    outbox.Add(s, new Event { Scope = "shared", WatermarkAdvanced = new WatermarkAdvanced() });
                return 0;
            },
            Cancel);
        await relay.StartAsync(Cancel);
        await _consumer.ReachAsync(Events, Cancel);
        await relay.StopAsync(Cancel);

        // A pack takes effect as a whole: a process that dies soon after each start must get the first one through.
        Assert.True(counted.Sizes[0] <= 16, $"The first pack had {counted.Sizes[0]} events.");
        Assert.All(Enumerable.Range(1, Failing - 1), i => Assert.Equal(2 * counted.Sizes[i - 1], counted.Sizes[i]));
        Assert.Equal(counted.Sizes[0], counted.Sizes[Failing]);
        Assert.Equal(256, counted.Sizes.Max());
    }

    [Fact]
    public async Task Publish_NobodyListens_IsRefused()
    {
        IEventBus bus = await ConnectAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.PublishAsync(Topics.Situations, Packs.Of("1"), Cancel));
    }

    /// <summary>Whether a completed publish means that the consumers have the pack; else the broker has it on their behalf.</summary>
    protected abstract bool ConfirmsConsumption { get; }

    protected abstract ValueTask<IEventBus> ConnectAsync(params InboxConsumer[] consumers);

    protected abstract ValueTask<IStore> OpenAsync(string name);

    private static Task<long> CountAsync(IStore store, string table) => store.ReadAsync(s => s.QueryFirst($"SELECT count(*) FROM {table}", r => r.GetInt64(0)), Cancel);

    // As the relay does: what was not confirmed is published again.
    private static async Task PublishUntilTakenAsync(IEventBus bus, EventPack pack)
    {
        while (true)
        {
            try
            {
                await bus.PublishAsync(Topics.Incidents, pack, Cancel);
                return;
            }
            catch (Exception) when (!Cancel.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
            }
        }
    }

    private Task ArriveAsync(int count) => ConfirmsConsumption ? Task.CompletedTask : _consumer.ReachAsync(count, Cancel);

    private InboxConsumer Inbox() => _consumer.On(Target);

    private sealed class Flaky(IEventBus bus, int failures) : IEventBus
    {
        private int _left = failures;

        public Task PublishAsync(string topic, EventPack pack, CancellationToken cancellationToken) =>
            _left-- > 0 ? Task.FromException(new IOException("broker away")) : bus.PublishAsync(topic, pack, cancellationToken);
    }

    // Sees how large packs are; the one of a number fails.
    private sealed class Counted(IEventBus bus, int failing) : IEventBus
    {
        public List<int> Sizes { get; } = [];

        public Task PublishAsync(string topic, EventPack pack, CancellationToken cancellationToken)
        {
            Sizes.Add(pack.Events.Count);
            return Sizes.Count == failing ? Task.FromException(new IOException("broker away")) : bus.PublishAsync(topic, pack, cancellationToken);
        }
    }
}
