using Alerts.Client.Discovery;
using Xunit;

namespace Alerts.Tests.Unit.Client;

public sealed class ServerAddressTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _variables = [];

    private string ServerFilePath => _folder.File("server.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Discover_Nothing_SaysWhatToDo()
    {
        var thrown = Assert.Throws<ServerNotFoundException>(() => Discover());
        Assert.Contains("alerts up", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Discover_AllThree_FlagGoesFirst()
    {
        WriteFile();
        _variables["ALERTS_SERVER"] = "https://b.example";
        Assert.Equal("https://a.example/", Discover("https://a.example").Grpc.ToString());
        Assert.Equal("https://b.example/", Discover().Grpc.ToString());
        _variables.Clear();
        ServerAddress fromFile = Discover();
        Assert.Equal("http://127.0.0.1:8081/", fromFile.Grpc.ToString());
        Assert.Equal("http://127.0.0.1:8080/", fromFile.Http!.ToString());
        Assert.Equal("file-token", fromFile.Token);
    }

    [Fact]
    public void Discover_OtherServerGiven_DoesNotGetTheFilesToken()
    {
        WriteFile();
        Assert.Null(Discover("https://a.example").Token);
    }

    [Theory]
    [InlineData("http://localhost:8081")]
    [InlineData("127.0.0.1:8081")]
    [InlineData("http://127.0.0.1:8080")]
    public void Discover_FilesServerGivenInOtherWords_GetsItsGrpcAddressAndToken(string server)
    {
        WriteFile();
        ServerAddress address = Discover(server);
        Assert.Equal(8081, address.Grpc.Port);
        Assert.Equal("file-token", address.Token);
    }

    [Fact]
    public void Discover_TokenFile_GoesBeforeVariableAndIsTrimmed()
    {
        File.WriteAllText(_folder.File("token"), "from-file\n");
        _variables["ALERTS_TOKEN"] = "from-variable";
        Assert.Equal("from-file", Discover("https://a.example", _folder.File("token")).Token);
        Assert.Equal("from-variable", Discover("https://a.example").Token);
    }

    [Fact]
    public void Discover_TokenWithoutTlsToAnotherMachine_Refuses()
    {
        _variables["ALERTS_TOKEN"] = "secret";
        var thrown = Assert.Throws<ServerNotFoundException>(() => Discover("http://alerts.example:8081"));
        Assert.DoesNotContain("secret", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://a.example")]
    [InlineData("https://user:pass@a.example")]
    [InlineData("http://")]
    public void Discover_NoAddress_Refuses(string server) => Assert.Throws<ServerNotFoundException>(() => Discover(server));

    [Fact]
    public void Discover_DamagedFile_SaysWhichFile()
    {
        File.WriteAllText(ServerFilePath, "{\"grpc\":");
        var thrown = Assert.Throws<ServerNotFoundException>(() => Discover());
        Assert.Contains(ServerFilePath, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_HasToken_DoesNotShowIt()
    {
        WriteFile();
        Assert.DoesNotContain("file-token", Discover().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("file-token", ServerFile.Read(ServerFilePath)!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NewFolder_OnlyTheOwnerMayRead()
    {
        string path = Path.Combine(_folder.Path, "new", "server.json");
        Sample().Write(path);
        Assert.Equal(Sample(), ServerFile.Read(path));
        Assert.Equal(["server.json"], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Write_FileWasOpenToAll_BecomesPrivate()
    {
        File.WriteAllText(ServerFilePath, "{}");
        WriteFile();
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ServerFilePath));
    }

    // XDG Base Directory Specification 0.8: a relative path in the variable is to be ignored.
    [Theory]
    [InlineData("/state", "/state/alerts")]
    [InlineData(null, "/home/a/.local/state/alerts")]
    [InlineData("", "/home/a/.local/state/alerts")]
    [InlineData("relative", "/home/a/.local/state/alerts")]
    public void Of_StateHome_FollowsXdg(string? stateHome, string expected) => Assert.Equal(expected, StateFolder.Of(stateHome, "/home/a"));

    private static ServerFile Sample() => new("http://127.0.0.1:8080", "http://127.0.0.1:8081", "file-token", 7, new DateTimeOffset(2026, 1, 5, 21, 0, 0, TimeSpan.Zero));

    private void WriteFile() => Sample().Write(ServerFilePath);

    private ServerAddress Discover(string? server = null, string? tokenFile = null) =>
        ServerAddress.Discover(server, tokenFile, name => _variables.GetValueOrDefault(name), ServerFilePath);
}
