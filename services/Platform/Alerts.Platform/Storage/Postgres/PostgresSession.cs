using System.Data.Common;
using Alerts.Terms;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>What units see of a connection: queries, writes, parts that fail alone. Used by one thread at a time.</summary>
internal sealed class PostgresSession(PostgresConnections connections, string purpose) : IWriteSession, IDisposable
{
    private readonly PostgresPipeline _pipeline = new(connections, purpose);
    private readonly List<Action> _afterCommit = [];
    private readonly List<Action> _afterRollback = [];
    private bool _reads;
    private int _depth;

    // A part of the present unit passed for done before its last writes were sent: should the unit fail now, that may be why.
    private bool _isPartOpen;

    /// <inheritdoc/>
    public WriterTurn Turn => _pipeline.Turn;

    /// <inheritdoc/>
    public long Epoch => _reads ? QueryFirst("SELECT epoch FROM writer_turn WHERE id = 1", r => r.GetInt64(0)) : Turn.Epoch;

    /// <inheritdoc/>
    public Asked<T> Ask<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments) => _pipeline.Ask(sql, map, int.MaxValue, arguments);

    /// <inheritdoc/>
    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments) =>
        _pipeline.Ask(sql, map, int.MaxValue, arguments).Rows;

    /// <inheritdoc/>
    public T? QueryFirst<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        IReadOnlyList<T> rows = _pipeline.Ask(sql, map, 1, arguments).Rows;
        return rows.Count > 0 ? rows[0] : default;
    }

    /// <inheritdoc/>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments)
    {
        _pipeline.Defer(sql, arguments);
        return _pipeline.Send();
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
        (int commits, int rollbacks) = (_afterCommit.Count, _afterRollback.Count);
        try
        {
            if (_pipeline.IsHopeful)
                Hopefully(work);
            else
                Carefully(work);
        }
        catch (Exception e) when (e is not HopeLostException)
        {
            _afterCommit.RemoveRange(commits, _afterCommit.Count - commits);
            List<Action> undone = _afterRollback[rollbacks..];
            _afterRollback.RemoveRange(rollbacks, undone.Count);
            undone.ForEach(action => action());
            throw;
        }
    }

    /// <summary>Begins a transaction that waits until no other process has one of the same kind.</summary>
    /// <param name="begin">Begins it.</param>
    /// <param name="takeTurn">Waits for the turn and answers with its number.</param>
    /// <param name="hopeful">Whether a part that fails may cost all of it (<see cref="HopeLostException"/>), which saves statements and round trips.</param>
    public void BeginTurn(string begin, string takeTurn, bool hopeful) => _pipeline.BeginTurn(begin, takeTurn, hopeful);

    /// <summary>Begins a transaction that only reads.</summary>
    /// <param name="begin">Begins it.</param>
    /// <param name="viewer">For whom, as row-level security is told; null reads everything.</param>
    public void BeginReading(string begin, Scope? viewer)
    {
        _reads = true;
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

    /// <summary>Ends a transaction without any effect, then runs what waited for that.</summary>
    public void Rollback()
    {
        _pipeline.Rollback();
        Run(_afterRollback, _afterCommit);
    }

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

    private void Hopefully(Action work)
    {
        long before = _pipeline.Added;
        _depth++;
        try
        {
            work();

            // Whether its last writes go well shows later only.
            _isPartOpen |= _depth > 1 && _pipeline.Writes(before);
        }
        catch (Exception e) when (e is not StoreUnavailableException)
        {
            _pipeline.TakeBack(before, e, isTooLate: _isPartOpen);
            throw;
        }
        finally
        {
            _depth--;
            _isPartOpen &= _depth > 0;
        }
    }

    private void Carefully(Action work)
    {
        _pipeline.Settle();
        string savepoint = $"unit{_depth}";
        (long before, int sent) = (_pipeline.Added, _pipeline.Sent);
        _pipeline.Add($"SAVEPOINT {savepoint}");
        _depth++;
        try
        {
            work();
            _pipeline.Settle();
            if (_pipeline.Sent == sent)
                _pipeline.Forget(before);
            else
                _pipeline.Add($"RELEASE {savepoint}");
        }
        catch
        {
            _pipeline.Undo(savepoint, before, wasSent: _pipeline.Sent != sent);
            throw;
        }
        finally
        {
            _depth--;
        }
    }
}
