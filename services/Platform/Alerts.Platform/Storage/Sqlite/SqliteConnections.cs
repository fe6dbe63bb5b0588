using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alerts.Platform.Storage.Sqlite;

/// <summary>Opens connections that keep the promise "accepted means synced to disk". Thread safe.</summary>
internal sealed class SqliteConnections(string path)
{
    // SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode (fixed in 3.51.3, sqlite.org/wal.html "the WAL-reset bug").
    private static readonly Version OldestSafe = new(3, 51, 3);

    // 32 MB of log before its pages are copied into the file: an import copies each page a few times less.
    private const int CheckpointPages = 8_000;

    // How long a statement waits for another connection that holds the file.
    private const int PatienceSeconds = 30;

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = false,
        DefaultTimeout = PatienceSeconds,
    }.ToString();

    // Each connection is used by one thread at a time here, so the library need not lock at every call, which is a twentieth of what reading the
    // log costs. Only the first to use the library may say so; where it was used before, it locks.
    static SqliteConnections()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    /// <summary>Opens a connection in WAL mode with synchronous = FULL and reads both back, since each is per connection and fails silently.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            var version = Version.Parse(connection.ServerVersion);
            if (version < OldestSafe)
                throw new InvalidOperationException($"SQLite {version} may corrupt its log; {OldestSafe} or later is needed.");
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = FULL");
            Run(connection, "PRAGMA foreign_keys = ON");
            // The provider waits by itself; statements that go past it have SQLite wait.
            Run(connection, $"PRAGMA busy_timeout = {PatienceSeconds * 1_000}");
            Run(connection, "PRAGMA cache_size = -16384");
            Run(connection, $"PRAGMA wal_autocheckpoint = {CheckpointPages}");
            Expect(connection, "PRAGMA journal_mode", "wal");
            Expect(connection, "PRAGMA synchronous", "2");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Expect(SqliteConnection connection, string sql, string expected)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        string? actual = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (actual != expected)
            throw new InvalidOperationException($"{sql} is {actual}, must be {expected}: this file system may not support it.");
    }
}
