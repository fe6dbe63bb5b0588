using System.Text.Json.Nodes;
using Alerts.Cli;
using Alerts.Tests.Engines;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

public sealed class DoctorTests : IAsyncLifetime
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _data = Directory.CreateTempSubdirectory("alerts-doctor-").FullName;
    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync()
    {
        _cli = await CliFixture.StartAsync();
        File.SetUnixFileMode(_data, Owner);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "ingest.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE report (body TEXT)";
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_data, recursive: true);
        await _cli.DisposeAsync();
    }

    [Fact]
    public async Task Doctor_AFolderThatIsWell_FindsNoFaultInIt()
    {
        await RunAsync();

        Assert.All(Findings("data"), f => Assert.Equal("OK", (string?)f["state"]));
        Assert.Contains(Findings("data"), f => ((string?)f["text"])!.StartsWith("ingest.db is whole", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_ASecretThatOthersRead_IsAFaultWithItsMend()
    {
        string token = Path.Combine(_data, "token");
        await File.WriteAllTextAsync(token, "secret", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(token, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Equal(ExitCodes.Unhealthy, await RunAsync());

        JsonNode fault = Assert.Single(Findings("data"), f => (string?)f["state"] == "FAULT");
        Assert.Equal($"chmod go= '{token}'", (string?)fault["mend"]);
        Assert.DoesNotContain("secret", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_ADamagedStore_IsAFault()
    {
        await File.WriteAllBytesAsync(Path.Combine(_data, "risk.db"), new byte[8192], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_data, "notify.db"), new string('?', 8192), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Unhealthy, await RunAsync());

        Assert.Contains(Findings("data"), f => (string?)f["state"] == "FAULT" && ((string?)f["text"])!.Contains("notify.db is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_BrokerAndDatabaseThatAreNotThere_AreFaultsAndTellNoPassword()
    {
        int[] ports = FreePorts.Take(2);

        Assert.Equal(
            ExitCodes.Unhealthy,
            await RunAsync("--broker", $"amqp://ops:secret@127.0.0.1:{ports[0]}", "--database", $"postgresql://ops:secret@127.0.0.1:{ports[1]}/alerts"));

        Assert.Equal("FAULT", (string?)Assert.Single(Findings("broker"))["state"]);
        Assert.Equal("FAULT", (string?)Assert.Single(Findings("database"))["state"]);
        Assert.DoesNotContain("secret", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_ADatabaseBeforeAndAfterMigrate_SaysWhatToRun()
    {
        Assert.SkipUnless(PostgresFixture.IsWanted, "It needs the server of a run on PostgreSQL.");
        string address = await (await TestContext.Current.GetFixture<PostgresFixture>())!.EmptyDatabaseAsync();

        await RunAsync("--database", address);
        Assert.Contains(Findings("database"), f => ((string?)f["mend"] ?? "").StartsWith("alerts migrate", StringComparison.Ordinal));
        await _cli.RunAsync("migrate", "--database", address, "--json");
        await RunAsync("--database", address);
        Assert.All(Findings("database"), f => Assert.Equal("OK", (string?)f["state"]));
    }

    private Task<int> RunAsync(params string[] more) => _cli.RunAsync(["doctor", "--data", _data, "--json", .. more]);

    private IEnumerable<JsonNode> Findings(string part) => _cli.OutJson()["findings"]!.AsArray().OfType<JsonNode>().Where(f => (string?)f["part"] == part);
}
