using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Sqlite;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>SQLite, as the all-in-one server runs it.</summary>
public sealed class SqliteStoreTests : StoreConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-store-").FullName;

    [Fact]
    public void Open_DataFolderTwice_SecondIsRefused()
    {
        using DataFolder first = DataFolder.Open(Path.Combine(_folder, "data"));
        IOException refused = Assert.Throws<IOException>(() => DataFolder.Open(Path.Combine(_folder, "data")));
        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_MadeOnce_StaysAndIsPrivate()
    {
        string path = Path.Combine(_folder, "data");
        byte[] made;
        using (DataFolder folder = DataFolder.Open(path))
            made = folder.Secret("some.key");
        using DataFolder again = DataFolder.Open(path);
        Assert.Equal(made, again.Secret("some.key"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(again.File("some.key")));
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_SaysSo()
    {
        string path = Path.Combine(_folder, "broken.db");
        File.WriteAllText(path, new string('x', 8192));
        Assert.Throws<StoreUnavailableException>(() => SqliteStore.Open("test", path, typeof(SqliteStoreTests).Assembly));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override ValueTask<IStore> OpenAsync() =>
        ValueTask.FromResult<IStore>(SqliteStore.Open("test", Path.Combine(_folder, "test.db"), typeof(SqliteStoreTests).Assembly));
}
