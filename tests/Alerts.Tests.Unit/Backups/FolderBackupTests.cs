using Alerts.Cli.Backups;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Alerts.Tests.Unit.Backups;

public sealed class FolderBackupTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("alerts-backup-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_root, "data");

    private string Archive => Path.Combine(_root, "backup.tar.gz");

    private string Restored => Path.Combine(_root, "restored");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Make_AfterOneThatWasKilled_StartsAnewAndLeavesNothingElse()
    {
        Directory.CreateDirectory(Path.Combine($"{Archive}.partial", "files"));
        await File.WriteAllTextAsync(Path.Combine($"{Archive}.partial", "files", "token"), "half", Cancel);

        await MakeAsync();

        Assert.False(Directory.Exists($"{Archive}.partial"));
        await FolderRestore.RestoreAsync(Archive, Restored, new Progress<double>(), Cancel);
        Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(Restored, "token"), Cancel));
    }

    [Fact]
    public async Task Restore_OfABackup_HasEveryFileButTheProcesss()
    {
        await MakeAsync();

        BackupManifest restored = await FolderRestore.RestoreAsync(Archive, Restored, new Progress<double>(), Cancel);

        Assert.Equal(["gazetteer/sites.txt", "ingest.db", "token"], restored.Files.Select(f => f.Name));
        Assert.Equal(["gazetteer/sites.txt", "ingest.db", "token"], Names(Restored));
        Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(Restored, "token"), Cancel));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
        Assert.False(Directory.Exists($"{Archive}.partial"));
    }

    [Fact]
    public async Task Make_OverAFile_IsRefused()
    {
        await MakeAsync();

        BackupException refused = await Assert.ThrowsAsync<BackupException>(MakeAsync);

        Assert.Contains("not overwritten", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_OfAFolderWithoutStores_IsRefused() =>
        await Assert.ThrowsAsync<BackupException>(() => FolderBackup.MakeAsync(Path.Combine(_root, "none"), Archive, TimeProvider.System, new Progress<double>(), Cancel));

    [Fact]
    public async Task Restore_IntoAFolderThatIsNotEmpty_IsRefusedAndTouchesNothing()
    {
        await MakeAsync();
        string[] before = Names(Data);

        await Assert.ThrowsAsync<BackupException>(() => FolderRestore.RestoreAsync(Archive, Data, new Progress<double>(), Cancel));

        Assert.Equal(before, Names(Data));
    }

    // Cut, and with one bit turned, at many places: a folder appears only when all of it is what was backed up.
    [Fact]
    public async Task Restore_OfADamagedFile_IsRefusedAndLeavesNoFolder()
    {
        await MakeAsync();
        byte[] whole = await File.ReadAllBytesAsync(Archive, Cancel);
        var random = new Random(20261129);
        for (int i = 0; i < 40; i++)
        {
            byte[] damaged = i % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (i % 2 == 1)
                damaged[random.Next(10, damaged.Length)] ^= (byte)(1 << random.Next(8));
            string file = Path.Combine(_root, "damaged");
            await File.WriteAllBytesAsync(file, damaged, Cancel);
            try
            {
                await FolderRestore.RestoreAsync(file, Restored, new Progress<double>(), Cancel);
            }
            catch (BackupException)
            {
                Assert.False(Directory.Exists(Restored));
                Assert.False(Directory.Exists($"{Restored}.restoring"));
                continue;
            }

            // A turned bit that means nothing, such as one of the padding: then everything is there.
            Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(Restored, "token"), Cancel));
            Directory.Delete(Restored, recursive: true);
        }
    }

    private async Task MakeAsync()
    {
        if (!Directory.Exists(Data))
        {
            Directory.CreateDirectory(Path.Combine(Data, "gazetteer"));
            await File.WriteAllTextAsync(Path.Combine(Data, "token"), "secret", Cancel);
            await File.WriteAllTextAsync(Path.Combine(Data, "lock"), "", Cancel);
            await File.WriteAllTextAsync(Path.Combine(Data, "gazetteer", "sites.txt"), "site", Cancel);
            using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "ingest.db")};Pooling=False");
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE report (body TEXT); INSERT INTO report VALUES ('said')";
            command.ExecuteNonQuery();
        }

        await FolderBackup.MakeAsync(Data, Archive, TimeProvider.System, new Progress<double>(), Cancel);
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
}
