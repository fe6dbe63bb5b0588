using System.Data;
using System.Data.Common;
using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>
/// One connection and what waits to be sent on it. Statements whose answer nobody needs yet travel with the next one that somebody waits for:
/// round trips are what a store on PostgreSQL costs. Used by one thread at a time.
/// </summary>
/// <remarks>
/// A transaction is hopeful or careful. A hopeful one has no savepoints: when a statement fails, all of it is for nothing
/// (<see cref="HopeLostException"/>). In a careful one, what waits belongs to the innermost open savepoint, or opens or closes savepoints in
/// order, so a failed statement is always of the innermost one and everything before its savepoint is intact.
/// </remarks>
internal sealed class PostgresPipeline(PostgresConnections connections, string purpose) : IDisposable
{
    private const string CommitText = "COMMIT";

    private readonly List<Statement> _waiting = [];
    private readonly PostgresLink _link = new(connections, purpose);
    private StoreUnavailableException? _lost;
    private Exception? _aborted;
    private Asked<long>? _asked;
    private WriterTurn _turn;
    private long _lastTurn;
    private bool _isFirst;
    private long _added;
    private long _lastWriteSent;
    private int _unsettled;

    /// <summary>Which commit the transaction will be; asks the server when it is not known yet.</summary>
    public WriterTurn Turn
    {
        get
        {
            if (_asked is { } asked)
                TakeTurn(asked.Rows[0]);
            return _turn;
        }
    }

    /// <summary>Whether the transaction has no savepoints.</summary>
    public bool IsHopeful { get; private set; }

    /// <summary>Number of the statement that was added last.</summary>
    public long Added => _added;

    /// <summary>Number of times that something was sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Begins a transaction, with the next statement that is sent.</summary>
    public void Begin(string begin)
    {
        _ = _link.Connection;
        _isFirst = true;
        IsHopeful = false;
        Add(begin);
    }

    /// <summary>Begins a transaction that waits until no other process has one of the same kind.</summary>
    /// <param name="begin">Begins it.</param>
    /// <param name="takeTurn">Waits for the turn and answers with its number.</param>
    /// <param name="hopeful">Whether it goes without savepoints.</param>
    public void BeginTurn(string begin, string takeTurn, bool hopeful)
    {
        Begin(begin);
        IsHopeful = hopeful;
        _asked = Ask(takeTurn, r => r.GetInt64(0), 1, []);
    }

    /// <summary>Adds a statement that waits.</summary>
    /// <exception cref="InvalidOperationException">A statement failed since the innermost savepoint.</exception>
    public void Add(string sql) => Enqueue(sql, [], answer: null, writes: false);

    /// <summary>Adds a statement that waits and changes something; its failure must come out before its savepoint is left.</summary>
    public void Defer(string sql, ReadOnlySpan<object?> arguments) => Enqueue(sql, arguments, answer: null, writes: true);

    /// <summary>Adds a query that waits.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="map">Maps a row.</param>
    /// <param name="most">How many rows are mapped.</param>
    /// <param name="arguments">Values of its parameters.</param>
    public Asked<T> Ask<T>(string sql, Func<DbDataReader, T> map, int most, ReadOnlySpan<object?> arguments)
    {
        var asked = new Asked<T>(map, most, () => Send());
        Enqueue(sql, arguments, asked, writes: !sql.StartsWith("SELECT", StringComparison.Ordinal));
        return asked;
    }

    /// <summary>In a careful transaction, sends what changes something, if anything waits; says whether all since the innermost savepoint went well.</summary>
    /// <exception cref="InvalidOperationException">One had failed, and its failure was swallowed.</exception>
    public void Settle()
    {
        if (_unsettled > 0)
            Send();
        if (_aborted is { } swallowed)
            throw new InvalidOperationException("A statement failed and the unit went on; only Nested may be survived.", swallowed);
    }

    /// <summary>Takes back statements that were not sent: those that were added after one.</summary>
    public void Forget(long after)
    {
        _waiting.RemoveAll(s => s.Number > after);
        _unsettled = 0;
    }

    /// <summary>In a careful transaction, goes back to before a savepoint: takes it back when it was never sent, else has it undone with the next statement.</summary>
    /// <param name="savepoint">Its name.</param>
    /// <param name="after">Number of the statement before it.</param>
    /// <param name="wasSent">Whether it was sent.</param>
    public void Undo(string savepoint, long after, bool wasSent)
    {
        Forget(wasSent ? 0 : after);
        _aborted = null;
        if (!wasSent || _lost is not null)
            return;
        Add($"ROLLBACK TO {savepoint}");
        Add($"RELEASE {savepoint}");
    }

    /// <summary>Whether something that was added after a statement changes something, and waits.</summary>
    public bool Writes(long after) => _waiting.Exists(s => s.Writes && s.Number > after);

    /// <summary>In a hopeful transaction, takes back what was added after a statement.</summary>
    /// <param name="after">Number of the statement.</param>
    /// <param name="cause">Why.</param>
    /// <param name="isTooLate">Whether that may not be enough.</param>
    /// <exception cref="HopeLostException">It is too late, or some of it has changed something on the server already.</exception>
    public void TakeBack(long after, Exception cause, bool isTooLate)
    {
        if (isTooLate || _lastWriteSent > after)
            throw Lose(new HopeLostException(cause));
        Forget(after);
    }

    /// <summary>Syncs the transaction to disk; nothing is sent when nothing was.</summary>
    public void Commit()
    {
        if (!_isFirst)
        {
            Add(CommitText);
            Send();
            _lastTurn = _turn.Epoch;
        }

        Forget(0);
        _asked = null;
    }

    /// <summary>Ends a transaction without any effect.</summary>
    public void Rollback()
    {
        Forget(0);
        _aborted = null;
        _asked = null;
        if (_lost is HopeLostException)
            _lost = null;
        if (_isFirst)
            return;
        Add("ROLLBACK");
        Send();
    }

    /// <summary>Sends all that waits and reads every answer.</summary>
    /// <returns>The number of rows that the last statement changed.</returns>
    /// <exception cref="PostgresException">A statement of a careful transaction failed by itself: nothing but going back to a savepoint is possible.</exception>
    /// <exception cref="StoreUnavailableException">The store failed, and the transaction is gone; or the hopeful one is.</exception>
    public int Send()
    {
        if (_lost is { } lost)
            throw lost;
        if (_waiting.Count == 0)
            return 0;
        if (_isFirst)
            Renew();
        _isFirst = false;
        using NpgsqlBatch batch = _link.Connection.CreateBatch();
        batch.Timeout = connections.CommandSeconds;
        foreach (Statement statement in _waiting)
            batch.BatchCommands.Add(statement.Command);
        try
        {
            using (NpgsqlDataReader reader = batch.ExecuteReader())
                Read(reader);
            int changed = (int)_waiting[^1].Command.RecordsAffected;
            Done();
            return changed;
        }
        catch (PostgresException e) when (PostgresErrors.IsOfTheItem(e) && (IsHopeful || _waiting[^1].Command.CommandText != CommitText))
        {
            Abort(e);
            throw;
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException || _link.Connection.State != ConnectionState.Open)
        {
            throw Lose(PostgresErrors.Unavailable(connections.Service, e));
        }
    }

    /// <summary>Sends all that waits, and then rows in the server's own bulk format.</summary>
    /// <inheritdoc cref="Send"/>
    public void Copy(string sql, IReadOnlyList<object?[]> rows)
    {
        Send();
        Refuse();
        _lastWriteSent = ++_added;
        try
        {
            PostgresValues.Import(_link.Connection, sql, rows);
            Done();
        }
        catch (PostgresException e) when (PostgresErrors.IsOfTheItem(e))
        {
            Abort(e);
            throw;
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException || _link.Connection.State != ConnectionState.Open)
        {
            throw Lose(PostgresErrors.Unavailable(connections.Service, e));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();

    private void Enqueue(string sql, ReadOnlySpan<object?> arguments, IAnswer? answer, bool writes)
    {
        Refuse();
        _waiting.Add(new Statement(PostgresValues.Command(sql, arguments), ++_added, answer, writes));
        if (writes)
            _unsettled++;
    }

    private void Abort(PostgresException failure)
    {
        Done();
        _aborted = IsHopeful ? throw Lose(new HopeLostException(failure)) : failure;
    }

    private void Refuse()
    {
        if (_lost is { } lost)
            throw lost;
        if (_aborted is { } earlier)
            throw new InvalidOperationException("An earlier statement of this unit failed; only Nested may be survived.", earlier);
    }

    // The server skips what follows a statement that failed, so an error of any is thrown on the way.
    private void Read(NpgsqlDataReader reader)
    {
        foreach (Statement statement in _waiting)
        {
            if (statement.Answer is not { } answer)
                continue;
            answer.Read(reader);
            reader.NextResult();
        }

        while (reader.NextResult())
        {
            // On to the last statement.
        }
    }

    // A gap between two turns of this process was another's. At first, and on a new connection, nobody knows.
    private void TakeTurn(long epoch)
    {
        _turn = new WriterTurn(epoch, epoch == _lastTurn + 1 ? _turn.Foreign : epoch - 1);
        _asked = null;
    }

    private void Renew()
    {
        try
        {
            _link.Renew();
        }
        catch (StoreUnavailableException e)
        {
            throw Lose(e);
        }
    }

    private StoreUnavailableException Lose(StoreUnavailableException failure) => _lost = failure;

    private void Done()
    {
        if (_waiting.FindLast(s => s.Writes) is { Number: > 0 } last)
            _lastWriteSent = last.Number;
        Forget(0);
        Sent++;
        _link.Used();
    }

    private readonly record struct Statement(NpgsqlBatchCommand Command, long Number, IAnswer? Answer, bool Writes);
}
