using System.Collections.Concurrent;
using System.Reflection;
using System.Threading.Channels;
using Alerts.Platform.Faults;
using Microsoft.Data.Sqlite;

namespace Alerts.Platform.Storage.Sqlite;

/// <summary>
/// A store in one SQLite file, in WAL mode with synchronous = FULL. Invariant: one thread writes; it commits whatever has queued up in one
/// transaction, each unit in a savepoint of its own, and tells no caller before the commit is on disk.
/// </summary>
public sealed class SqliteStore : IStore
{
    // More units than this wait in line for the next commit; a commit of 512 small units takes a few milliseconds.
    private const int LargestGroup = 512;
    private const int QueueCapacity = 65_536;

    private readonly SqliteConnections _connections;
    private readonly SqliteSession _writer;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly Channel<IUnit> _queue = Channel.CreateBounded<IUnit>(new BoundedChannelOptions(QueueCapacity) { SingleReader = true });
    private readonly Thread _thread;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SqliteStore(string name, SqliteConnections connections)
    {
        Name = name;
        _connections = connections;
        _writer = new SqliteSession(connections.Open());
        _thread = new Thread(WriteLoop) { IsBackground = true, Name = $"{name} writer" };
        _thread.Start();
    }

    private interface IUnit
    {
        /// <summary>Runs the work; false when it failed alone and its failure is kept for later.</summary>
        void Run(SqliteSession session);

        /// <summary>Tells the caller, with the store's failure if the commit failed.</summary>
        void Complete(Exception? storeFailure);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Opens the store, bringing its tables up to date.</summary>
    /// <param name="name">Name of the service.</param>
    /// <param name="path">The file; made when missing.</param>
    /// <param name="migrations">The assembly that embeds the service's own scripts (Storage/Migrations/*.sql).</param>
    /// <exception cref="StoreUnavailableException">The file cannot be opened or brought up to date.</exception>
    public static SqliteStore Open(string name, string path, Assembly migrations)
    {
        try
        {
            var connections = new SqliteConnections(path);
            using (SqliteConnection connection = connections.Open())
                SqliteMigrations.Apply(connection, migrations);
            return new SqliteStore(name, connections);
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException($"The store {name} cannot be opened: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<IWriteSession, T> work, CancellationToken cancellationToken)
    {
        var unit = new Unit<T>(work);
        await _queue.Writer.WriteAsync(unit, cancellationToken).ConfigureAwait(false);
        return await unit.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<IReadSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SqliteSession session = _readers.TryTake(out SqliteSession? idle) ? idle : new SqliteSession(_connections.Open());
        try
        {
            session.Begin(write: false);
            T result = work(session);
            session.Commit();
            _readers.Add(session);
            return Task.FromResult(result);
        }
        catch (Exception e)
        {
            session.Dispose();
            return Task.FromException<T>(e is SqliteException s ? Unavailable(s) : e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_queue.Writer.TryComplete())
            await _stopped.Task.ConfigureAwait(false);
        while (_readers.TryTake(out SqliteSession? session))
            session.Dispose();
    }

    // Codes that speak of one statement; anything else is the store's own failure.
    private static bool IsOfTheItem(SqliteException e) => e.SqliteErrorCode is 1 or 18 or 19 or 20 or 25;

    private StoreUnavailableException Unavailable(SqliteException e) => new($"The store {Name} fails: {e.Message}", e);

    private void WriteLoop()
    {
        var group = new List<IUnit>(LargestGroup);
        var reader = _queue.Reader;
        while (WaitForWork(reader))
        {
            group.Clear();
            Exception? failure = null;
            try
            {
                _writer.Begin(write: true);
                while (group.Count < LargestGroup && reader.TryRead(out IUnit? unit))
                {
                    group.Add(unit);
                    unit.Run(_writer);
                }

                Failpoints.BeforeCommit.Pass();
                _writer.Commit();
                Failpoints.AfterCommit.Pass();
            }
            catch (Exception e)
            {
                failure = e is SqliteException s ? Unavailable(s) : e;
                _writer.Rollback();
            }

            foreach (IUnit unit in group)
                unit.Complete(failure);
            if (failure is not null && group.Count == 0 && reader.TryRead(out IUnit? first))
                first.Complete(failure);
        }

        _writer.Dispose();
        _stopped.SetResult();
    }

    private static bool WaitForWork(ChannelReader<IUnit> reader)
    {
        ValueTask<bool> more = reader.WaitToReadAsync();
        return more.IsCompleted ? more.GetAwaiter().GetResult() : more.AsTask().GetAwaiter().GetResult();
    }

    private sealed class Unit<T>(Func<IWriteSession, T> work) : IUnit
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Task => _done.Task;

        public void Run(SqliteSession session)
        {
            try
            {
                session.Nested(() => _result = work(session));
            }
            catch (SqliteException e) when (!IsOfTheItem(e))
            {
                throw;
            }
            catch (StoreUnavailableException)
            {
                throw;
            }
            catch (Exception e)
            {
                _failure = e;
            }
        }

        public void Complete(Exception? storeFailure)
        {
            if ((storeFailure ?? _failure) is { } failure)
                _done.SetException(failure);
            else
                _done.SetResult(_result!);
        }
    }
}
