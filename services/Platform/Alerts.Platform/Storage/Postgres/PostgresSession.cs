using System.Data.Common;
using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>
/// One connection and what waits to be sent on it. Statements that nobody needs an answer to (begin, savepoints, deferred writes) travel with
/// the next one that somebody waits for: round trips are what a store on PostgreSQL costs. Used by one thread at a time.
/// </summary>
/// <remarks>
/// Invariant: what waits belongs to the innermost open savepoint, or opens or closes savepoints in order, so a failed statement is always of
/// the innermost one and everything before its savepoint is intact.
/// </remarks>
internal sealed class PostgresSession(PostgresConnections connections, string purpose) : IWriteSession, IDisposable
{
    private const string CommitText = "COMMIT";

    // A round trip more in a pause of this length costs nobody anything.
    private static readonly TimeSpan LongPause = TimeSpan.FromMilliseconds(500);

    private readonly List<NpgsqlBatchCommand> _waiting = [];
    private readonly List<Action> _afterCommit = [];
    private readonly List<Action> _afterRollback = [];
    private NpgsqlConnection? _connection;
    private StoreUnavailableException? _lost;
    private Exception? _aborted;
    private WriterTurn _turn;
    private long _lastTurn;
    private bool _isTurnDue;
    private bool _isFirst;
    private int _deferred;
    private int _sent;
    private int _depth;
    private long _lastUse;

    /// <summary>Whether the connection or the transaction is gone: the session can only be disposed.</summary>
    public bool IsLost => _lost is not null;

    /// <inheritdoc/>
    public WriterTurn Turn
    {
        get
        {
            if (_isTurnDue)
                SendAll();
            return _turn;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        Add(sql, arguments);
        return Send(reader =>
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
        Add(sql, arguments);
        return Send(reader => reader.Read() ? map(reader) : default);
    }

    /// <inheritdoc/>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments)
    {
        Add(sql, arguments);
        return SendAll();
    }

    /// <inheritdoc/>
    public void Defer(string sql, params ReadOnlySpan<object?> arguments)
    {
        Add(sql, arguments);
        _deferred++;
    }

    /// <inheritdoc/>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <inheritdoc/>
    public void AfterRollback(Action action) => _afterRollback.Add(action);

    /// <inheritdoc/>
    public void Nested(Action work)
    {
        if (_deferred > 0)
            SendAll();
        string savepoint = $"unit{_depth}";
        (int waiting, int sent, int commits, int rollbacks) = (_waiting.Count, _sent, _afterCommit.Count, _afterRollback.Count);
        Add($"SAVEPOINT {savepoint}");
        _depth++;
        try
        {
            work();
            if (_deferred > 0)
                SendAll();
            if (_aborted is { } swallowed)
                throw new InvalidOperationException("A statement failed and the unit went on; only Nested may be survived.", swallowed);
            if (_sent == sent)
                Forget(waiting);
            else
                Add($"RELEASE {savepoint}");
        }
        catch
        {
            Undo(savepoint, _sent == sent ? waiting : null);
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

    /// <summary>Begins a transaction, with the next statement that is sent.</summary>
    public void Begin(string begin)
    {
        if (_connection is null)
        {
            _connection = connections.Open(purpose);
            _lastUse = connections.Time.GetTimestamp();
        }

        _isFirst = true;
        Add(begin);
    }

    /// <summary>Begins a transaction that waits until no other process has one of the same kind.</summary>
    /// <param name="begin">Begins it.</param>
    /// <param name="takeTurn">Waits for the turn and answers with its number.</param>
    public void BeginTurn(string begin, string takeTurn)
    {
        Begin(begin);
        Add(takeTurn);
        _isTurnDue = true;
    }

    /// <summary>Syncs the transaction to disk, then runs what waited for it.</summary>
    public void Commit()
    {
        if (!_isFirst)
        {
            Add(CommitText);
            SendAll();
            _lastTurn = _turn.Epoch;
        }

        Forget(0);
        Run(_afterCommit, _afterRollback);
    }

    /// <summary>Ends a transaction that only read, after its reader was told.</summary>
    public void EndReading()
    {
        Forget(0);
        _aborted = null;
        if (_isFirst)
            return;
        Add("ROLLBACK");
        SendAll();
    }

    /// <summary>Gives up the connection and with it the transaction, then runs what waited for that.</summary>
    public void Abandon()
    {
        Dispose();
        Run(_afterRollback, _afterCommit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _connection?.Dispose();
        }
        catch (NpgsqlException)
        {
            // The connection was gone already: the server undoes what was open.
        }

        _connection = null;
    }

    private static void Run(List<Action> due, List<Action> others)
    {
        Action[] actions = [.. due];
        due.Clear();
        others.Clear();
        foreach (Action action in actions)
            action();
    }

    private void Add(string sql, params ReadOnlySpan<object?> arguments)
    {
        if (_lost is { } lost)
            throw lost;
        if (_aborted is { } earlier)
            throw new InvalidOperationException("An earlier statement of this unit failed; only Nested may be survived.", earlier);
        _waiting.Add(PostgresValues.Command(sql, arguments));
    }

    private void Forget(int keep)
    {
        _waiting.RemoveRange(keep, _waiting.Count - keep);
        _deferred = 0;
    }

    // Back to before a savepoint: takes it back when it was never sent, else has it undone with the next statement.
    private void Undo(string savepoint, int? unsent)
    {
        Forget(unsent ?? 0);
        _aborted = null;
        if (unsent is not null || _lost is not null)
            return;
        Add($"ROLLBACK TO {savepoint}");
        Add($"RELEASE {savepoint}");
    }

    // Gives the number of rows that the last statement changed.
    private int SendAll()
    {
        NpgsqlBatchCommand last = _waiting[^1];
        return Send(reader =>
        {
            while (reader.NextResult())
            {
                // On to the last statement: an error of any is thrown on the way.
            }

            return (int)last.RecordsAffected;
        });
    }

    private T Send<T>(Func<NpgsqlDataReader, T> read)
    {
        if (_isFirst)
            Renew();
        _isFirst = false;
        using NpgsqlBatch batch = _connection!.CreateBatch();
        batch.Timeout = connections.CommandSeconds;
        foreach (NpgsqlBatchCommand command in _waiting)
            batch.BatchCommands.Add(command);
        bool reading = false;
        try
        {
            using NpgsqlDataReader reader = batch.ExecuteReader();
            if (_isTurnDue)
                ReadTurn(reader);
            reading = true;
            T result = read(reader);
            Sent();
            return result;
        }
        catch (PostgresException e) when (PostgresErrors.IsOfTheItem(e) && _waiting[^1].CommandText != CommitText)
        {
            Sent();
            _aborted = e;
            throw;
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException || _connection.State != System.Data.ConnectionState.Open)
        {
            _lost = PostgresErrors.Unavailable(connections.Service, e);
            throw _lost;
        }
        catch when (reading)
        {
            // The caller's own mapping failed: the statement itself is done.
            Sent();
            throw;
        }
    }

    // A gap between two turns of this process was another's. At first, and on a new connection, nobody knows.
    private void ReadTurn(NpgsqlDataReader reader)
    {
        reader.Read();
        long epoch = reader.GetInt64(0);
        _turn = new WriterTurn(epoch, epoch == _lastTurn + 1 ? _turn.Foreign : epoch - 1);
        _isTurnDue = false;
        reader.NextResult();
    }

    // A server that was restarted while nothing was under way is noticed here and not by somebody's statement. Asked for after a pause only.
    private void Renew()
    {
        long now = connections.Time.GetTimestamp();
        if (connections.Time.GetElapsedTime(_lastUse, now) < LongPause)
            return;
        try
        {
            using NpgsqlCommand ping = _connection!.CreateCommand();
            ping.CommandText = "SELECT 1";
            ping.ExecuteScalar();
        }
        catch (NpgsqlException)
        {
            Dispose();
            _connection = connections.Open(purpose);
        }
    }

    private void Sent()
    {
        Forget(0);
        _sent++;
        _lastUse = connections.Time.GetTimestamp();
    }
}
