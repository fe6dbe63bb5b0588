using System.Collections.Concurrent;
using Alerts.Terms;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>
/// The readers of a store: a bounded number of connections, each with a thread of its own, so that waiting for the database holds no thread of
/// the pool. They are made when they are needed. Thread safe.
/// </summary>
internal sealed class PostgresReaders(PostgresConnections connections, int most) : IDisposable
{
    private const int QueueCapacity = 65_536;

    // The snapshot is taken by the first query, so it holds everything committed before the call.
    private const string BeginText = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private readonly BlockingCollection<IPostgresUnit> _queue = new(QueueCapacity);
    private readonly Lock _starting = new();
    private int _threads;
    private int _busy;

    public Task<T> ReadAsync<T>(Func<IReadSession, T> work, Scope? viewer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var unit = new PostgresUnit<T>(work, cancellationToken, viewer);
        if (Interlocked.Increment(ref _busy) > Volatile.Read(ref _threads))
            StartOne();
        _queue.Add(unit, cancellationToken);
        return unit.Task;
    }

    public void Dispose() => _queue.CompleteAdding();

    private void StartOne()
    {
        lock (_starting)
        {
            if (_threads >= most || _busy <= _threads)
                return;
            _threads++;
            new Thread(Loop) { IsBackground = true, Name = $"{connections.Service} reader {_threads}" }.Start();
        }
    }

    private void Loop()
    {
        PostgresSession? session = null;
        foreach (IPostgresUnit unit in _queue.GetConsumingEnumerable())
        {
            if (unit.IsGivenUp)
                unit.GiveUp();
            else
                session = Serve(session, unit);
            Interlocked.Decrement(ref _busy);
        }

        session?.Dispose();
    }

    // Gives the session for the next one; null when it is of no more use.
    private PostgresSession? Serve(PostgresSession? session, IPostgresUnit unit)
    {
        session ??= new PostgresSession(connections, "reader");
        bool told = false;
        try
        {
            session.BeginReading(BeginText, unit.Viewer);
            unit.Run(session);

            // The caller need not wait for the end of a transaction that changed nothing.
            told = true;
            unit.Complete(null);
            session.Rollback();
            return session;
        }
        catch (Exception e)
        {
            session.Dispose();
            if (!told)
                unit.Complete(e);
            return null;
        }
    }
}
