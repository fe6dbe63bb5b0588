using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Alerts.Load;

/// <summary>What the disk alone allows, measured in the same run.</summary>
internal static class Floors
{
    private const int Bytes = 458;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    /// <summary>Appends of one message, each synced, per second.</summary>
    public static double SyncedAppends(string folder)
    {
        using SafeFileHandle file = File.OpenHandle(Path.Combine(folder, "floor.log"), FileMode.Create, FileAccess.Write);
        byte[] message = new byte[Bytes];
        return Rate(1, i =>
        {
            RandomAccess.Write(file, message, i * Bytes);
            RandomAccess.FlushToDisk(file);
        });
    }

    /// <summary>Rows per second into SQLite in WAL mode with synchronous = FULL, so many a commit.</summary>
    public static double SqliteRows(string folder, int batch)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, $"floor{batch}.db")};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO row (body) VALUES ($1)";
        insert.Parameters.AddWithValue("$1", new byte[Bytes]);
        return Rate(batch, _ =>
        {
            Execute("BEGIN IMMEDIATE");
            for (int i = 0; i < batch; i++) insert.ExecuteNonQuery();
            Execute("COMMIT");
        });

        void Execute(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static double Rate(int each, Action<long> step)
    {
        long began = Stopwatch.GetTimestamp();
        long done = 0;
        for (; Stopwatch.GetElapsedTime(began) < Length; done++) step(done);
        return done * each / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
