using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alerts.Platform.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IWriteSession, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private readonly Dictionary<string, sqlite3_stmt> _statements = [];
    private readonly List<Action> _afterCommit = [];
    private readonly List<Action> _afterRollback = [];
    private int _depth;

    /// <inheritdoc/>
    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        var rows = new List<T>();
        using SqliteDataReader reader = Prepare(sql, arguments).ExecuteReader();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <inheritdoc/>
    public T? QueryFirst<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        using SqliteDataReader reader = Prepare(sql, arguments).ExecuteReader();
        return reader.Read() ? map(reader) : default;
    }

    /// <inheritdoc/>
    /// <remarks>Past the provider, which asks SQLite four times for each value and copies it: that took as long as all that SQLite itself does.</remarks>
    public void Scan(string sql, Func<RawRow, bool> see, params ReadOnlySpan<object?> arguments)
    {
        sqlite3_stmt query = Statement(sql);
        for (int i = 0; i < arguments.Length; i++)
            Check(Bind(query, raw.sqlite3_bind_parameter_index(query, $"${i + 1}"), arguments[i]));
        var row = new SqliteRow(query);
        int result;
        try
        {
            do
                Check(result = raw.sqlite3_step(query));
            while (result == raw.SQLITE_ROW && see(row));
        }
        finally
        {
            _ = raw.sqlite3_reset(query);
        }
    }

    /// <inheritdoc/>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <inheritdoc/>
    /// <remarks>Past the provider, which looks every parameter up by its name for every row: that took as long as all that SQLite itself does.</remarks>
    public void InsertMany(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        string sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        sqlite3_stmt insert = Statement(sql);
        foreach (object?[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
                Check(Bind(insert, i + 1, row[i]));
            try
            {
                Check(raw.sqlite3_step(insert));
            }
            finally
            {
                _ = raw.sqlite3_reset(insert);
            }
        }
    }

    /// <inheritdoc/>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <inheritdoc/>
    public void AfterRollback(Action action) => _afterRollback.Add(action);

    /// <inheritdoc/>
    public void Nested(Action work)
    {
        string savepoint = $"unit{_depth++}";
        int commits = _afterCommit.Count;
        int rollbacks = _afterRollback.Count;
        Execute($"SAVEPOINT {savepoint}");
        try
        {
            work();
            Execute($"RELEASE {savepoint}");
        }
        catch
        {
            Execute($"ROLLBACK TO {savepoint}");
            Execute($"RELEASE {savepoint}");
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

    /// <summary>Begins a transaction.</summary>
    public void Begin(bool write) => Execute(write ? "BEGIN IMMEDIATE" : "BEGIN");

    /// <summary>Syncs the transaction to disk, then runs what waited for it.</summary>
    public void Commit()
    {
        Execute("COMMIT");
        Action[] due = [.. _afterCommit];
        Forget();
        foreach (Action action in due)
            action();
    }

    /// <summary>Undoes the transaction, even a broken one, then runs what waited for that.</summary>
    public void Rollback()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself (disk full, I/O error): there is nothing left to undo.
        }

        Action[] due = [.. _afterRollback];
        Forget();
        foreach (Action action in due)
            action();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SqliteCommand command in _prepared.Values)
            command.Dispose();
        foreach (sqlite3_stmt statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private static int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, index, number),
        string text => raw.sqlite3_bind_text(statement, index, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot be stored."),
    };

    private sqlite3_stmt Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out sqlite3_stmt? statement))
        {
            Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement));
            _statements[sql] = statement;
        }

        return statement;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);

    private void Forget()
    {
        _afterCommit.Clear();
        _afterRollback.Clear();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_prepared.TryGetValue(sql, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            _prepared[sql] = command;
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            if (i == command.Parameters.Count)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }

        return command;
    }
}
