using Alerts.Platform.Access;
using Xunit;

namespace Alerts.Tests.Unit.Platform.Access;

public sealed class SecretFolderTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path = Directory.CreateTempSubdirectory("alerts-keys-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Theory]
    [InlineData(Owner)]
    [InlineData(UnixFileMode.UserRead)]
    [InlineData(Owner | UnixFileMode.GroupRead)]
    public void Read_FileForOwnerAndGroup_GivesItsBytes(UnixFileMode mode)
    {
        byte[] key = Write(32, mode);
        Assert.Equal(key, new SecretFolder(_path).Read(SecretNames.Internal));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void Read_FileOpenToOthers_SaysWhichModeToSet(UnixFileMode open)
    {
        Write(32, Owner | open);
        InvalidDataException e = Assert.Throws<InvalidDataException>(() => new SecretFolder(_path).Read(SecretNames.Internal));
        Assert.Contains("chmod 600", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ShortKey_IsRefused()
    {
        Write(31, Owner);
        Assert.Contains("31 bytes", Assert.Throws<InvalidDataException>(() => new SecretFolder(_path).Read(SecretNames.Internal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_SaysHowToMakeIt() =>
        Assert.Contains("head -c 32", Assert.Throws<InvalidDataException>(() => new SecretFolder(_path).Read(SecretNames.Page)).Message, StringComparison.Ordinal);

    private byte[] Write(int length, UnixFileMode mode)
    {
        // Any bytes do.
        byte[] key = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        string file = Path.Combine(_path, SecretNames.Internal);
        File.WriteAllBytes(file, key);
        File.SetUnixFileMode(file, mode);
        return key;
    }
}
