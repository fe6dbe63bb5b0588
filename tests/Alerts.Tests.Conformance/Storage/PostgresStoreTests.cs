using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Npgsql;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>PostgreSQL, as split services run it, on a real server.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : StoreConformance, IClassFixture<PostgresServer>
{
    // Scripts of a schema of these tests.
    private const int OfPlatform = 3;
    private const int OfTests = 1;

    private PostgresOptions? _options;

    [Fact]
    public async Task Write_NulInAText_FailsAlone()
    {
        Task<int> bad = Store.WriteAsync(s => s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "with \0 in it", 1L), Cancel);
        Task<int> good = Store.WriteAsync(s => s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "good", 1L), Cancel);
        Assert.Equal("22021", (await Assert.ThrowsAsync<PostgresException>(() => bad)).SqlState);
        Assert.Equal(1, await good);
    }

    [Fact]
    public async Task Write_StatementFailsAndTheUnitGoesOn_IsUndone()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync(
            s =>
            {
                s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "first", 1L);
                Assert.ThrowsAny<PostgresException>(() => s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "first", 1L));
                return 0;
            },
            Cancel));
        Assert.Equal(0L, await server.RunAsync("SELECT count(*) FROM test.tally", _options));
    }

    [Fact]
    public async Task Write_TwoStoresOnOneSchema_GiveDenseNumbersInTheOrderOfCommits()
    {
        await Store.WriteAsync(s => s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "head", 0L), Cancel);
        await using PostgresStore other = await PostgresServer.OpenAsync(_options!);
        long[] given = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => (i % 2 == 0 ? Store : other).WriteAsync(
            s =>
            {
                // Reads, then writes what it read: right only for a unit that is alone.
                long next = s.QueryFirst("SELECT value FROM tally WHERE name = 'head'", r => r.GetInt64(0)) + 1;
                s.Execute("UPDATE tally SET value = $1 WHERE name = 'head'", next);
                s.Execute("INSERT INTO outbox (topic, body, created_us) VALUES ($1, $2, $3)", "t", new byte[] { 1 }, next);
                return next;
            },
            Cancel)));
        Assert.Equal(Enumerable.Range(1, 1_000).Select(i => (long)i), given.Order());
        IReadOnlyList<long> inOrder = await Store.ReadAsync(s => s.Query("SELECT created_us FROM outbox ORDER BY seq", r => r.GetInt64(0)), Cancel);
        Assert.Equal(inOrder.Order(), inOrder);
    }

    [Fact]
    public async Task Open_SettingsOfTheRoleSayOtherwise_StillSyncs()
    {
        await server.RunAsync("ALTER ROLE postgres SET synchronous_commit = off");
        try
        {
            await using PostgresStore store = await PostgresServer.OpenAsync(_options!);
            Assert.Equal("on", await store.WriteAsync(s => s.QueryFirst("SELECT current_setting('synchronous_commit')", r => r.GetString(0)), Cancel));
        }
        finally
        {
            await server.RunAsync("ALTER ROLE postgres RESET synchronous_commit");
        }
    }

    [Fact]
    public async Task Open_SchemaIsMissing_SaysWhatToRun()
    {
        StoreSchemaException refused = await Assert.ThrowsAsync<StoreSchemaException>(() => PostgresStore.OpenAsync(
            "other", _options!, typeof(PostgresServer).Assembly, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, Cancel));
        Assert.Contains("alerts migrate", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM test.migration WHERE scriptname LIKE '%tally%'", "older", "alerts migrate")]
    [InlineData("INSERT INTO test.migration (scriptname, applied) VALUES ('9999-future.sql', now())", "newer", "Install the version")]
    public async Task Open_SchemaOfAnotherVersion_SaysWhatToDo(string change, string kind, string advice)
    {
        await server.RunAsync(change, _options);
        StoreSchemaException refused = await Assert.ThrowsAsync<StoreSchemaException>(() => PostgresServer.OpenAsync(_options!));
        Assert.Contains(kind, refused.Message, StringComparison.Ordinal);
        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_TwiceAndAtOnce_ChangesNothingMore()
    {
        IReadOnlyList<string>[] applied = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            Task.Run(() => PostgresMigrations.Apply(_options!, "second", typeof(PostgresServer).Assembly), Cancel)));
        Assert.Equal([0, OfPlatform + OfTests], applied.Select(a => a.Count).Order());
    }

    [Fact]
    public async Task Roles_WriterOfTheSchema_MayChangeRowsAndNothingElse()
    {
        await Store.WriteAsync(s => s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "a", 1L), Cancel);
        await using NpgsqlConnection connection = await server.ConnectAsync(_options);
        await RunAsync(connection, "SET ROLE alerts_test");
        await RunAsync(connection, "UPDATE test.tally SET value = 2");
        await RunAsync(connection, "UPDATE test.writer_turn SET epoch = epoch + 1");
        foreach (string refused in new[] { "DROP TABLE test.tally", "CREATE TABLE test.more (a int)", "DELETE FROM test.migration" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(connection, refused))).SqlState);
        await RunAsync(connection, "SET ROLE alerts_reader");
        await RunAsync(connection, "SELECT * FROM test.tally");
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(connection, "UPDATE test.tally SET value = 3"))).SqlState);
    }

    [Fact]
    public async Task Write_AnotherProcessHasTheTurn_UnitDoesNotBegin()
    {
        await using PostgresStore other = await PostgresServer.OpenAsync(_options!);
        await using NpgsqlConnection looker = await server.ConnectAsync(_options);
        using var gate = new ManualResetEventSlim();
        var holds = new TaskCompletionSource();
        bool begun = false;
        Task<int> first = other.WriteAsync(
            s =>
            {
                s.Execute("INSERT INTO tally (name, value) VALUES ($1, $2)", "first", 1L);
                holds.SetResult();
                gate.Wait(Cancel);
                return 0;
            },
            Cancel);
        await holds.Task;
        Task<bool> second = Store.WriteAsync(_ => begun = true, Cancel);
        await using NpgsqlCommand waiting = looker.CreateCommand();
        waiting.CommandText = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while ((long)(await waiting.ExecuteScalarAsync(Cancel))! == 0)
            await Task.Yield();

        Assert.False(begun);
        gate.Set();
        await first;
        Assert.True(await second);
    }

    [Fact]
    public async Task Turn_AnotherStoreCommittedBetween_IsNoticedOnce()
    {
        await using PostgresStore other = await PostgresServer.OpenAsync(_options!);
        long mine = await Store.WriteAsync(s => s.Turn.Epoch, Cancel);
        WriterTurn alone = await Store.WriteAsync(s => s.Turn, Cancel);
        long theirs = await other.WriteAsync(s => s.Turn.Epoch, Cancel);
        WriterTurn after = await Store.WriteAsync(s => s.Turn, Cancel);
        WriterTurn later = await Store.WriteAsync(s => s.Turn, Cancel);

        Assert.Equal([mine + 1, mine + 2, mine + 3, mine + 4], [alone.Epoch, theirs, after.Epoch, later.Epoch]);
        Assert.True(alone.Foreign < mine);
        Assert.Equal(theirs, after.Foreign);
        Assert.Equal(theirs, later.Foreign);
    }

    protected override async ValueTask<IStore> OpenAsync()
    {
        _options ??= await server.NewDatabaseAsync();
        return await PostgresServer.OpenAsync(_options);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
