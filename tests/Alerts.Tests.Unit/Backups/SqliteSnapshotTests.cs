using Alerts.Platform.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Alerts.Tests.Unit.Backups;

public sealed class SqliteSnapshotTests : IDisposable
{
    private const int Snapshots = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-snapshot-").FullName;
    private readonly SemaphoreSlim _written = new(0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _written.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // A hand-off in miniature: what the first store sent on, the second has. Copies of two instants would differ by more than the one under way.
    [Fact]
    public async Task Take_WhileAHandOffIsWritten_IsOneInstantOfBothStores()
    {
        (string first, string second) = (Make("first.db"), Make("second.db"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task writing = Task.Run(() => Write(first, second, stop.Token), Cancel);
        var seen = new HashSet<long>();
        for (int i = 0; i < Snapshots; i++)
        {
            await NextWriteAsync();
            using SqliteSnapshot snapshot = await SqliteSnapshot.TakeAsync([first, second], TimeProvider.System, Cancel);
            string[] copies = [Path.Combine(_folder, $"{i}-first.copy"), Path.Combine(_folder, $"{i}-second.copy")];
            snapshot.Copy(first, copies[0]);
            snapshot.Copy(second, copies[1]);
            long sent = Value(copies[0]);
            Assert.InRange(sent - Value(copies[1]), 0, 1);
            Assert.Null(SqliteSnapshot.Fault(copies[0]));
            seen.Add(sent);
        }

        await stop.CancelAsync();
        await writing;

        // A snapshot between the two halves of a write may be followed by one right behind it.
        Assert.InRange(seen.Count, Snapshots / 2, Snapshots);
    }

    [Fact]
    public async Task Take_OfAFileThatIsNoStore_SaysSo()
    {
        string path = Path.Combine(_folder, "notes.db");
        await File.WriteAllTextAsync(path, new string('x', 4096), Cancel);

        await Assert.ThrowsAsync<IOException>(() => SqliteSnapshot.TakeAsync([path], TimeProvider.System, Cancel));
        Assert.NotNull(SqliteSnapshot.Fault(path));
    }

    // On a busy machine the writer may not even have begun when all snapshots are taken.
    private async Task NextWriteAsync()
    {
        while (_written.CurrentCount > 0)
            await _written.WaitAsync(Cancel);
        await _written.WaitAsync(Cancel);
    }

    private void Write(string first, string second, CancellationToken stop)
    {
        using SqliteConnection one = Open(first);
        using SqliteConnection other = Open(second);
        while (!stop.IsCancellationRequested)
        {
            Run(one, "UPDATE count SET value = value + 1");
            Run(other, "UPDATE count SET value = value + 1");
            _written.Release();
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA synchronous = FULL");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Value(string path)
    {
        using SqliteConnection connection = Open(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM count";
        return (long)command.ExecuteScalar()!;
    }

    private string Make(string name)
    {
        string path = Path.Combine(_folder, name);
        using SqliteConnection connection = Open(path);
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "CREATE TABLE count (value INTEGER NOT NULL)");
        Run(connection, "INSERT INTO count VALUES (0)");
        return path;
    }
}
