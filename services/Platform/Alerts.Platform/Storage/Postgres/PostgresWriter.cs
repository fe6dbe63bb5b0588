using System.Threading.Channels;
using Alerts.Platform.Faults;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>
/// A writer of a store in this process. Invariant: it commits whatever has queued up in one transaction, in which each unit fails alone, and
/// tells nobody before the commit is on disk. A transaction begins by taking a turn, so that units of other processes never run beside it: a
/// unit is alone, as it is in SQLite. Thread safe.
/// </summary>
/// <remarks>
/// Units nearly always succeed, so they are tried without savepoints first, and their last writes travel with the commit; when something in
/// the transaction fails alone, all of it is undone and done again with a savepoint for each unit.
/// </remarks>
internal sealed class PostgresWriter : IWriter, IAsyncDisposable
{
    // The server keeps 64 open savepoints of a transaction at hand for every reader's snapshot; more make all snapshots slower
    // (PGPROC_MAX_CACHED_SUBXIDS in PostgreSQL's proc.h).
    private const int LargestGroup = 64;
    private const int QueueCapacity = 65_536;

    // The lock on the row is held until the commit, or until the server ends the session of a process that was stopped meanwhile.
    public const string StoreTurn = "UPDATE writer_turn SET epoch = epoch + 1 WHERE id = 1 RETURNING epoch";

    // Callers that come while the database is away are told at once, and the database is asked this often.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);

    private readonly PostgresConnections _connections;
    private readonly ILogger _logger;
    private readonly string _takeTurn;
    private readonly Channel<IPostgresUnit> _queue = Channel.CreateBounded<IPostgresUnit>(new BoundedChannelOptions(QueueCapacity) { SingleReader = true });
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PostgresSession? _session;
    private StoreUnavailableException? _away;
    private long _awaySince;

    // TakeTurn: changes one row, which is locked until the commit, and returns a number.
    public PostgresWriter(PostgresConnections connections, ILogger logger, string takeTurn = StoreTurn)
    {
        _connections = connections;
        _logger = logger;
        _takeTurn = takeTurn;
        new Thread(Loop) { IsBackground = true, Name = $"{connections.Service} writer" }.Start();
    }

    public Task<T> WriteAsync<T>(Func<IWriteSession, T> work, CancellationToken cancellationToken) =>
        WriteAsync(static _ => true, (session, _) => work(session), cancellationToken);

    public async Task<T> WriteAsync<TAsked, T>(Func<IWriteSession, TAsked> ask, Func<IWriteSession, TAsked, T> work, CancellationToken cancellationToken)
    {
        var unit = new PostgresUnit<T>(session => Nested(session, ask, work), cancellationToken);
        await _queue.Writer.WriteAsync(unit, cancellationToken).ConfigureAwait(false);
        return await unit.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stopped.Task.ConfigureAwait(false);
    }

    private static T Nested<TAsked, T>(PostgresSession session, Func<IWriteSession, TAsked> ask, Func<IWriteSession, TAsked, T> work)
    {
        T? result = default;
        session.Nested(() =>
        {
            TAsked asked = ask(session);

            // Before the unit reads the clock: one that did and then waited for its turn would be told an instant that others have left behind.
            _ = session.Turn;
            result = work(session, asked);
        });
        return result!;
    }

    private static bool WaitForWork(ChannelReader<IPostgresUnit> reader)
    {
        ValueTask<bool> more = reader.WaitToReadAsync();
        return more.IsCompleted ? more.GetAwaiter().GetResult() : more.AsTask().GetAwaiter().GetResult();
    }

    private void Loop()
    {
        var group = new List<IPostgresUnit>(LargestGroup);
        while (WaitForWork(_queue.Reader))
        {
            group.Clear();
            Exception? failure = null;
            try
            {
                Store(group);
                Back();
            }
            catch (Exception e)
            {
                failure = e;
                Lost(e);
                while (group.Count < LargestGroup && TryTake(out IPostgresUnit? unit))
                    group.Add(unit!);
            }

            foreach (IPostgresUnit unit in group)
                unit.Complete(failure);
        }

        _session?.Dispose();
        _stopped.SetResult();
    }

    private void Store(List<IPostgresUnit> group)
    {
        try
        {
            Attempt(group, hopeful: true);
        }
        catch (HopeLostException)
        {
            _session!.Rollback();
            Attempt(group, hopeful: false);
        }
    }

    // Runs those that were taken already, and takes more unless it is careful.
    private void Attempt(List<IPostgresUnit> group, bool hopeful)
    {
        PostgresSession session = Begin(hopeful);
        foreach (IPostgresUnit unit in group)
            unit.Run(session);
        while (hopeful && group.Count < LargestGroup && TryTake(out IPostgresUnit? unit))
        {
            group.Add(unit!);
            unit!.Run(session);
        }

        Failpoints.BeforeCommit.Pass();
        session.Commit();
        Failpoints.AfterCommit.Pass();
    }

    private bool TryTake(out IPostgresUnit? unit)
    {
        while (_queue.Reader.TryRead(out unit))
        {
            if (!unit.IsGivenUp)
                return true;
            unit.GiveUp();
        }

        return false;
    }

    private PostgresSession Begin(bool hopeful)
    {
        if (_away is not null && _connections.Time.GetElapsedTime(_awaySince) < RetryAfter)
            throw _away;
        _session ??= new PostgresSession(_connections, "writer");
        _session.BeginTurn("BEGIN", _takeTurn, hopeful);
        return _session;
    }

    private void Lost(Exception e)
    {
        _session?.Abandon();
        _session = null;
        if (ReferenceEquals(e, _away))
            return;
        if (_away is null)
            _logger.StoreAway(_connections.Service, e);
        _away = e as StoreUnavailableException ?? PostgresErrors.Unavailable(_connections.Service, e);
        _awaySince = _connections.Time.GetTimestamp();
    }

    private void Back()
    {
        if (_away is null)
            return;
        _away = null;
        _logger.StoreBack(_connections.Service);
    }
}
