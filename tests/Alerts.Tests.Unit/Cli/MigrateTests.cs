using Alerts.Cli;
using Alerts.Tests.Engines;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

public sealed class MigrateTests
{
    [Fact]
    public async Task Migrate_NobodyListens_Is5AndNeverShowsThePassword()
    {
        await using CliFixture cli = await CliFixture.StartAsync();
        string file = cli.File("database", $"postgresql://me:secret@127.0.0.1:{FreePorts.Take(1)[0]}/alerts\n");
        Assert.Equal(ExitCodes.Unreachable, await cli.RunAsync("migrate", "--database-file", file, "--json"));
        Assert.Equal("DATABASE_FAILS", (string?)cli.ErrorJson()["reason"]);
        Assert.DoesNotContain("secret", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_Twice_MakesEverySchemaOnce()
    {
        Assert.SkipUnless(PostgresFixture.IsWanted, "It needs the server of a run on PostgreSQL.");
        PostgresFixture server = (await TestContext.Current.GetFixture<PostgresFixture>())!;
        string address = await server.EmptyDatabaseAsync();
        await using CliFixture cli = await CliFixture.StartAsync();

        Assert.Equal(ExitCodes.Ok, await cli.RunAsync("migrate", "--database", address, "--json"));
        Assert.Equal(["access", "ingest", "risk", "notify"], cli.OutJson()["schemas"]!.AsArray().Select(s => (string?)s!["name"]));
        Assert.All(cli.OutJson()["schemas"]!.AsArray(), s => Assert.NotEmpty(s!["applied"]!.AsArray()));
        Assert.Equal(ExitCodes.Ok, await cli.RunAsync("migrate", "--database", address, "--json"));
        Assert.All(cli.OutJson()["schemas"]!.AsArray(), s => Assert.Empty(s!["applied"]!.AsArray()));
    }
}
