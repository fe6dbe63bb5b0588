using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Alerts.Platform.Storage.Sqlite;

/// <summary>
/// One instant of several stores, while others go on writing them. What travels from store to store is in every snapshot either before or behind
/// a hand-off, never lost between two: the snapshots are taken together, and taken again when a commit fell between them. Not thread safe.
/// </summary>
/// <remarks>Holds the instant by open reads: the stores' logs grow meanwhile. Works from any process, whether a server runs or not.</remarks>
public sealed class SqliteSnapshot : IDisposable
{
    // A snapshot of four stores takes about a millisecond; at hundreds of commits a second one in a few finds a gap between two.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(1);

    private readonly List<(string Path, SqliteConnection Connection)> _stores;

    private SqliteSnapshot(List<(string Path, SqliteConnection Connection)> stores) => _stores = stores;

    /// <summary>The files, in the order given.</summary>
    public IReadOnlyList<string> Paths => [.. _stores.Select(s => s.Path)];

    /// <summary>Takes one.</summary>
    /// <param name="paths">The stores' files; each exists.</param>
    /// <param name="time">Clock of the wait for a gap between commits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">For 30 s commits left no gap, or a file is not a store.</exception>
    public static async Task<SqliteSnapshot> TakeAsync(IEnumerable<string> paths, TimeProvider time, CancellationToken cancellationToken)
    {
        List<(string Path, SqliteConnection Connection)> stores = [];
        List<SqliteConnection> probes = [];
        try
        {
            foreach (string path in paths)
            {
                stores.Add((path, Open(path)));
                probes.Add(Open(path));
            }

            long start = time.GetTimestamp();
            while (true)
            {
                // Each says something else once somebody else has committed.
                long[] before = [.. probes.Select(p => Number(p, "PRAGMA data_version"))];
                foreach ((_, SqliteConnection connection) in stores)
                {
                    Run(connection, "BEGIN");
                    Number(connection, "SELECT count(*) FROM sqlite_schema");
                }

                if (before.SequenceEqual(probes.Select(p => Number(p, "PRAGMA data_version"))))
                    return new SqliteSnapshot(stores);
                foreach ((_, SqliteConnection connection) in stores)
                    Run(connection, "ROLLBACK");
                if (time.GetElapsedTime(start) > Longest)
                    throw new IOException($"The stores were written without a pause for {Longest.TotalSeconds:0} s, so that no instant of all of them could be held. Try again when less comes in.");
                await Task.Delay(BetweenTries, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            foreach ((_, SqliteConnection connection) in stores)
                connection.Dispose();
            if (e is SqliteException)
                throw new IOException($"A store cannot be read: {e.Message}", e);
            throw;
        }
        finally
        {
            foreach (SqliteConnection probe in probes)
                probe.Dispose();
        }
    }

    /// <summary>Writes one store as it was at the instant into a file of its own, without a log beside it.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    /// <param name="target">A file that does not exist.</param>
    /// <exception cref="IOException">The disk is full, or the store is damaged.</exception>
    public void Copy(string path, string target)
    {
        SqliteConnection source = _stores.First(s => s.Path == path).Connection;
        try
        {
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
            copy.Open();
            source.BackupDatabase(copy);
            // One file is all there is to keep.
            Number(copy, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            throw new IOException($"{path} could not be copied: {e.Message}", e);
        }
    }

    /// <summary>Checks that a store's file is whole.</summary>
    /// <param name="path">A file that no process writes.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Fault(string path)
    {
        try
        {
            using SqliteConnection connection = Open(path);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            string found = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
            return found == "ok" ? null : found;
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, SqliteConnection connection) in _stores)
            connection.Dispose();
    }

    private static SqliteConnection Open(string path)
    {
        // Not read-only: a reader of a log must be able to make the index beside it.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "PRAGMA query_only = ON");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
