using Alerts.Client.Streaming;
using Xunit;

namespace Alerts.Tests.Unit.Client;

public sealed class FileCursorStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_NeverSaved_IsNull() => Assert.Null(await Store().ReadAsync(Cancellation));

    [Fact]
    public async Task WriteAsync_Twice_KeepsTheLastAndNothingElse()
    {
        await Store().WriteAsync("first", Cancellation);
        await Store().WriteAsync("second", Cancellation);
        Assert.Equal("second", await Store().ReadAsync(Cancellation));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(Store().Path)!));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Store().Path));
    }

    [Fact]
    public async Task ReadAsync_EmptyFile_IsNotTakenForNeverSaved()
    {
        await Store().WriteAsync("first", Cancellation);
        await File.WriteAllTextAsync(Store().Path, "", Cancellation);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Store().ReadAsync(Cancellation));
    }

    [Fact]
    public void Clear_FolderNotMadeYet_DoesNothing() =>
        new FileCursorStore(Path.Combine(Path.GetTempPath(), $"alerts-none-{Guid.NewGuid():N}", "cursors", "x")).Clear();

    [Fact]
    public async Task Clear_Saved_ForgetsIt()
    {
        await Store().WriteAsync("first", Cancellation);
        Store().Clear();
        Assert.Null(await Store().ReadAsync(Cancellation));
    }

    private FileCursorStore Store() => new(Path.Combine(_folder.Path, "cursors", "one"));
}
