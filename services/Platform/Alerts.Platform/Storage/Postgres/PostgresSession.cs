using System.Data.Common;
using Alerts.Terms;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>What units see of a connection: queries, writes, parts that fail alone. Used by one thread at a time.</summary>
internal sealed class PostgresSession(PostgresConnections connections, string purpose) : IWriteSession, IDisposable
{
    private readonly PostgresPipeline _pipeline = new(connections, purpose);
    private readonly List<Action> _afterCommit = [];
    private readonly List<Action> _afterRollback = [];
    private int _depth;

    /// <inheritdoc/>
    public WriterTurn Turn => _pipeline.Turn;

    /// <inheritdoc/>
    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        _pipeline.Add(sql, arguments);
        return _pipeline.Send(reader =>
        {
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(map(reader));
            return rows;
        });
    }

    /// <inheritdoc/>
    public T? QueryFirst<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        _pipeline.Add(sql, arguments);
        return _pipeline.Send(reader => reader.Read() ? map(reader) : default);
    }

    /// <inheritdoc/>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments)
    {
        _pipeline.Add(sql, arguments);
        return _pipeline.SendAll();
    }

    /// <inheritdoc/>
    public void Defer(string sql, params ReadOnlySpan<object?> arguments) => _pipeline.Defer(sql, arguments);

    /// <inheritdoc/>
    public void InsertMany(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows) =>
        _pipeline.Copy($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT binary)", rows);

    /// <inheritdoc/>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <inheritdoc/>
    public void AfterRollback(Action action) => _afterRollback.Add(action);

    /// <inheritdoc/>
    public void Nested(Action work)
    {
        _pipeline.Settle();
        string savepoint = $"unit{_depth}";
        (int waiting, int sent, int commits, int rollbacks) = (_pipeline.Waiting, _pipeline.Sent, _afterCommit.Count, _afterRollback.Count);
        _pipeline.Add($"SAVEPOINT {savepoint}");
        _depth++;
        try
        {
            work();
            _pipeline.Settle();
            if (_pipeline.Sent == sent)
                _pipeline.Forget(waiting);
            else
                _pipeline.Add($"RELEASE {savepoint}");
        }
        catch
        {
            _pipeline.Undo(savepoint, _pipeline.Sent == sent ? waiting : null);
            _afterCommit.RemoveRange(commits, _afterCommit.Count - commits);
            List<Action> undone = _afterRollback[rollbacks..];
            _afterRollback.RemoveRange(rollbacks, undone.Count);
            undone.ForEach(action => action());
            throw;
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>Begins a transaction that waits until no other process has one of the same kind.</summary>
    public void BeginTurn(string begin, string takeTurn) => _pipeline.BeginTurn(begin, takeTurn);

    /// <summary>Begins a transaction that only reads.</summary>
    /// <param name="begin">Begins it.</param>
    /// <param name="viewer">For whom, as row-level security is told; null reads everything.</param>
    public void BeginReading(string begin, Scope? viewer)
    {
        _pipeline.Begin(begin);
        if (viewer is not { } scope)
            return;
        _pipeline.Add(PostgresRoles.BecomeReader);
        _pipeline.Add(PostgresRoles.ReadFor(scope));
    }

    /// <summary>Syncs the transaction to disk, then runs what waited for it.</summary>
    public void Commit()
    {
        _pipeline.Commit();
        Run(_afterCommit, _afterRollback);
    }

    /// <summary>Ends a transaction that only read, after its reader was told.</summary>
    public void EndReading() => _pipeline.Rollback();

    /// <summary>Gives up the connection and with it the transaction, then runs what waited for that.</summary>
    public void Abandon()
    {
        Dispose();
        Run(_afterRollback, _afterCommit);
    }

    /// <inheritdoc/>
    public void Dispose() => _pipeline.Dispose();

    private static void Run(List<Action> due, List<Action> others)
    {
        Action[] actions = [.. due];
        due.Clear();
        others.Clear();
        foreach (Action action in actions)
            action();
    }
}
