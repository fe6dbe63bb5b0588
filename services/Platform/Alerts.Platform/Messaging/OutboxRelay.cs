using Alerts.Platform.Faults;
using Alerts.Platform.Health;
using Alerts.Platform.Storage;
using Alerts.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Messaging;

/// <summary>
/// Publishes a service's outbox in commit order, pack by pack, and deletes what is confirmed. What this process has committed itself comes
/// from memory (<see cref="OutboxFeed"/>); the table is read after a start, after another process has written, and each second. One pack is in flight, so that order holds;
/// a failed publish is tried again every second. Packs begin small after a start or a failure and double with each confirm. Confirmed rows
/// are deleted many at a time, at most a second later, since each delete costs a sync of its own; what a crash leaves is published again,
/// and the consumers know it. Invariant: a row is deleted only after its pack was confirmed.
/// </summary>
/// <param name="store">The service's store.</param>
/// <param name="outbox">Its outbox.</param>
/// <param name="bus">Where packs go.</param>
/// <param name="time">Clock of deadlines and retries.</param>
/// <param name="logger">Log.</param>
/// <param name="topic">Topic of the packs.</param>
public sealed class OutboxRelay(IStore store, Outbox outbox, IEventBus bus, TimeProvider time, ILogger<OutboxRelay> logger, string topic)
    : BackgroundService, IProgressProbe
{
    private const int LargestPack = 256;

    // A pack takes effect as a whole. A process that dies soon after each start, or a bus that answers late, would otherwise begin the same
    // large one for ever and get nothing through: small enough for the first second of a cold process on a busy machine.
    private const int SmallestPack = 16;
    private const int LargestPackBytes = 1 << 20;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PublishDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(10);

    private int _packSize = SmallestPack;

    // The last rows that are confirmed, and that are deleted.
    private long _confirmed;
    private long _deleted;
    private long _lastDelete;

    /// <inheritdoc/>
    public string Part => store.Name;

    /// <inheritdoc/>
    public async Task<Progress> MeasureAsync(CancellationToken cancellationToken)
    {
        long confirmed = Interlocked.Read(ref _confirmed);
        (long rows, long oldest, long dead) = await store.ReadAsync(
            s => (
                s.QueryFirst("SELECT count(*) FROM outbox WHERE seq > $1", r => r.GetInt64(0), confirmed),
                s.QueryFirst("SELECT created_us FROM outbox WHERE seq > $1 ORDER BY seq LIMIT 1", r => r.GetInt64(0), confirmed),
                s.QueryFirst("SELECT count(*) FROM dead_letter", r => r.GetInt64(0))),
            cancellationToken).ConfigureAwait(false);
        TimeSpan age = rows == 0 ? TimeSpan.Zero : time.GetUtcNow() - Instants.FromMicroseconds(oldest);
        return new Progress(age < StuckAfter, age < StuckAfter ? "" : $"The oldest event waits for {age.TotalSeconds:0} s.", rows, dead) { OldestWaiting = age };
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                bool published = await PublishPackAsync(stoppingToken).ConfigureAwait(false);
                await DeleteConfirmedAsync(stoppingToken).ConfigureAwait(false);
                if (!published && !await outbox.WaitAsync(PollInterval, stoppingToken).ConfigureAwait(false))
                    outbox.Feed.Break();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                _packSize = SmallestPack;
                outbox.Feed.Break();
                logger.PublishFailed(store.Name, e);
                await Task.Delay(PollInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> PublishPackAsync(CancellationToken stoppingToken)
    {
        if (outbox.Feed.Next(_confirmed, _packSize) is { } fed)
        {
            if (fed.Count > 0)
                await PublishAsync(fed, stoppingToken).ConfigureAwait(false);
            return fed.Count > 0;
        }

        outbox.Feed.BeginMending();
        (IReadOnlyList<OutboxRow> rows, long epoch) = await ReadAsync(stoppingToken).ConfigureAwait(false);
        bool isEnd = rows.Count < _packSize;
        bool isAll = rows.Count == 0 || await PublishAsync(rows, stoppingToken).ConfigureAwait(false) == rows.Count;
        if (isEnd && isAll)
            outbox.Feed.Mend(epoch);
        return rows.Count > 0;
    }

    // How many of the rows were published: as many as one pack takes.
    private async Task<int> PublishAsync(IReadOnlyList<OutboxRow> rows, CancellationToken stoppingToken)
    {
        var pack = new EventPack();
        int bytes = 0;
        foreach (OutboxRow row in rows)
        {
            if (pack.Events.Count > 0 && bytes + row.Body.Length > LargestPackBytes)
                break;
            bytes += row.Body.Length;
            pack.Events.Add(Event.Parser.ParseFrom(row.Body));
        }

        using var deadline = new CancellationTokenSource(PublishDeadline, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, deadline.Token);
        await bus.PublishAsync(topic, pack, linked.Token).ConfigureAwait(false);
        Failpoints.PublishConfirmed.Pass();
        Interlocked.Exchange(ref _confirmed, rows[pack.Events.Count - 1].Sequence);
        _packSize = Math.Min(2 * _packSize, LargestPack);
        return pack.Events.Count;
    }

    // What is in the table, and the newest commit that it is of.
    private Task<(IReadOnlyList<OutboxRow> Rows, long Epoch)> ReadAsync(CancellationToken stoppingToken) => store.ReadAsync(
        s => (
            s.Query(
                "SELECT seq, body FROM outbox WHERE seq > $1 ORDER BY seq LIMIT $2",
                r => new OutboxRow(r.GetInt64(0), r.GetFieldValue<byte[]>(1), default),
                _confirmed, _packSize),
            s.Epoch),
        stoppingToken);

    private async Task DeleteConfirmedAsync(CancellationToken stoppingToken)
    {
        long through = _confirmed;
        if (through == _deleted || (through - _deleted < LargestPack && time.GetElapsedTime(_lastDelete) < PollInterval))
            return;
        await store.WriteAsync(s => s.Execute("DELETE FROM outbox WHERE seq <= $1", through), stoppingToken).ConfigureAwait(false);
        _deleted = through;
        _lastDelete = time.GetTimestamp();
    }
}
