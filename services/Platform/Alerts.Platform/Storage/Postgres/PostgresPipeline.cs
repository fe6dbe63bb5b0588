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
internal sealed class PostgresPipeline(PostgresConnections connections, string purpose) : IDisposable
{
    private const string CommitText = "COMMIT";

    // A round trip more in a pause of this length costs nobody anything.
    private static readonly TimeSpan LongPause = TimeSpan.FromMilliseconds(500);

    private readonly List<NpgsqlBatchCommand> _waiting = [];
    private NpgsqlConnection? _connection;
    private StoreUnavailableException? _lost;
    private Exception? _aborted;
    private WriterTurn _turn;
    private long _lastTurn;
    private bool _isTurnDue;
    private bool _isFirst;
    private int _deferred;
    private long _lastUse;

    /// <summary>Which commit the transaction will be; asks the server when it is not known yet.</summary>
    public WriterTurn Turn
    {
        get
        {
            if (_isTurnDue)
                SendAll();
            return _turn;
        }
    }

    /// <summary>Number of statements that wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Number of times that something was sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Begins a transaction, with the next statement that is sent.</summary>
    public void Begin(string begin)
    {
        _connection ??= Open();
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

    /// <summary>Adds a statement that waits.</summary>
    /// <exception cref="InvalidOperationException">A statement failed since the innermost savepoint.</exception>
    public void Add(string sql, params ReadOnlySpan<object?> arguments)
    {
        if (_lost is { } lost)
            throw lost;
        if (_aborted is { } earlier)
            throw new InvalidOperationException("An earlier statement of this unit failed; only Nested may be survived.", earlier);
        _waiting.Add(PostgresValues.Command(sql, arguments));
    }

    /// <summary>Adds a statement of a unit that waits, and whose failure must come out before its savepoint is left.</summary>
    public void Defer(string sql, ReadOnlySpan<object?> arguments)
    {
        Add(sql, arguments);
        _deferred++;
    }

    /// <summary>Sends deferred statements, if there are any; says whether all since the innermost savepoint went well.</summary>
    /// <exception cref="InvalidOperationException">One had failed, and its failure was swallowed.</exception>
    public void Settle()
    {
        if (_deferred > 0)
            SendAll();
        if (_aborted is { } swallowed)
            throw new InvalidOperationException("A statement failed and the unit went on; only Nested may be survived.", swallowed);
    }

    /// <summary>Forgets statements that were not sent.</summary>
    /// <param name="keep">How many of them stay.</param>
    public void Forget(int keep)
    {
        _waiting.RemoveRange(keep, _waiting.Count - keep);
        _deferred = 0;
    }

    /// <summary>Goes back to before a savepoint: takes it back when it was never sent, else has it undone with the next statement.</summary>
    /// <param name="savepoint">Its name.</param>
    /// <param name="unsent">How many statements waited before it, when it was never sent; else null.</param>
    public void Undo(string savepoint, int? unsent)
    {
        Forget(unsent ?? 0);
        _aborted = null;
        if (unsent is not null || _lost is not null)
            return;
        Add($"ROLLBACK TO {savepoint}");
        Add($"RELEASE {savepoint}");
    }

    /// <summary>Syncs the transaction to disk; nothing is sent when nothing was.</summary>
    public void Commit()
    {
        if (!_isFirst)
        {
            Add(CommitText);
            SendAll();
            _lastTurn = _turn.Epoch;
        }

        Forget(0);
    }

    /// <summary>Ends a transaction that only read.</summary>
    public void Rollback()
    {
        Forget(0);
        _aborted = null;
        if (_isFirst)
            return;
        Add("ROLLBACK");
        SendAll();
    }

    /// <summary>Sends all that waits. Gives the number of rows that the last statement changed.</summary>
    public int SendAll()
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

    /// <summary>Sends all that waits and reads the last statement's rows.</summary>
    /// <exception cref="PostgresException">A statement failed by itself: nothing but going back to a savepoint is possible.</exception>
    /// <exception cref="StoreUnavailableException">The store failed, and the transaction is gone.</exception>
    public T Send<T>(Func<NpgsqlDataReader, T> read)
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
            Done();
            return result;
        }
        catch (PostgresException e) when (PostgresErrors.IsOfTheItem(e) && _waiting[^1].CommandText != CommitText)
        {
            Done();
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
            Done();
            throw;
        }
    }

    /// <summary>Sends all that waits, and then rows in the server's own bulk format.</summary>
    /// <inheritdoc cref="Send{T}"/>
    public void Copy(string sql, IReadOnlyList<object?[]> rows)
    {
        if (_waiting.Count > 0)
            SendAll();
        try
        {
            using NpgsqlBinaryImporter import = _connection!.BeginBinaryImport(sql);
            foreach (object?[] row in rows)
            {
                import.StartRow();
                foreach (object? value in row)
                    PostgresValues.Write(import, value);
            }

            import.Complete();
            Done();
        }
        catch (PostgresException e) when (PostgresErrors.IsOfTheItem(e))
        {
            Done();
            _aborted = e;
            throw;
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException || _connection!.State != System.Data.ConnectionState.Open)
        {
            _lost = PostgresErrors.Unavailable(connections.Service, e);
            throw _lost;
        }
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

    private NpgsqlConnection Open()
    {
        NpgsqlConnection connection = connections.Open(purpose);
        _lastUse = connections.Time.GetTimestamp();
        return connection;
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
        if (connections.Time.GetElapsedTime(_lastUse) < LongPause)
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
            _connection = Reopen();
        }
    }

    private NpgsqlConnection Reopen()
    {
        try
        {
            return Open();
        }
        catch (StoreUnavailableException e)
        {
            _lost = e;
            throw;
        }
    }

    private void Done()
    {
        Forget(0);
        Sent++;
        _lastUse = connections.Time.GetTimestamp();
    }
}
