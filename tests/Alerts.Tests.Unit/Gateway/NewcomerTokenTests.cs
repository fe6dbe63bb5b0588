using Alerts.Gateway.Access;
using Alerts.Platform.Storage.Sqlite;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

public sealed class NewcomerTokenTests : IDisposable
{
    private readonly DataFolder _folder = DataFolder.Open(Path.Combine(Path.GetTempPath(), $"alerts-token-{Guid.NewGuid():N}"));

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_folder.Path, recursive: true);
    }

    [Fact]
    public void Of_SameFolder_IsTheSameToken() => Assert.Equal(NewcomerToken.Of(_folder).Value, NewcomerToken.Of(_folder).Value);

    [Fact]
    public void Of_NewFolder_KeepsItForTheOwnerAlone()
    {
        string value = NewcomerToken.Of(_folder).Value;
        Assert.Equal(value, File.ReadAllText(_folder.File("token")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("token")));
        Assert.Equal(43, value.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("not base64url at all, and far too long to be one")]
    public void Of_DamagedFile_Throws(string content)
    {
        File.WriteAllText(_folder.File("token"), content);
        Assert.Throws<InvalidDataException>(() => NewcomerToken.Of(_folder));
    }

    [Fact]
    public void Matches_OnlyTheToken()
    {
        NewcomerToken token = NewcomerToken.Of(_folder);
        Assert.True(token.Matches(token.Value));
        Assert.False(token.Matches(token.Value[..^1]));
        Assert.False(token.Matches(""));
        Assert.False(token.Matches(null));
    }
}
