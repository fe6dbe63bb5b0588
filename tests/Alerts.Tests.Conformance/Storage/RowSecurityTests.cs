using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Alerts.Terms;
using Npgsql;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>The second wall: a query that forgets its filter shows nothing of other organisations, on a real server. Words are invented.</summary>
public sealed class RowSecurityTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Forgetful = "SELECT word FROM note ORDER BY word";

    private static readonly string[] Organisations = ["north", "south"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_ForACaller_ShowsSharedRowsAndItsOwn()
    {
        await using PostgresStore store = await FilledAsync();
        Assert.Equal(["everybody", "north"], await WordsAsync(store, new Scope("north")));
        Assert.Equal(["everybody", "south"], await WordsAsync(store, new Scope("south")));
        Assert.Equal(["everybody"], await WordsAsync(store, new Scope("nobody")));
        // The service itself folds and tails what is everybody's, on the same connections and after callers.
        Assert.Equal(["everybody", "north", "south"], await store.ReadAsync(s => s.Query(Forgetful, r => r.GetString(0)), Cancel));
    }

    [Fact]
    public async Task Read_ForACaller_OfATableOfOrganisations_ShowsItsOwnOnly()
    {
        await using PostgresStore store = await FilledAsync();
        foreach (string organisation in Organisations)
        {
            Assert.Equal(
                [organisation],
                await store.ReadAsync(new Scope(organisation), s => s.Query("SELECT organisation FROM request", r => r.GetString(0)), Cancel));
        }
    }

    [Theory]
    [InlineData("SELECT count(*) FROM outbox")]
    [InlineData("SELECT count(*) FROM outbox_sent")]
    [InlineData("SELECT count(*) FROM inbox")]
    [InlineData("SELECT count(*) FROM dead_letter")]
    [InlineData("SELECT count(*) FROM setting")]
    public async Task Read_ForACaller_OfWhatIsOfAllOrganisations_IsRefused(string sql)
    {
        await using PostgresStore store = await FilledAsync();
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ReadAsync(new Scope("north"), s => s.Query(sql, r => r.GetInt64(0)), Cancel));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
    }

    [Fact]
    public async Task Read_ByALoginThatOnlyHasTheServicesRole_Works()
    {
        PostgresOptions options = await server.NewDatabaseAsync();
        await server.RunAsync("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plain') THEN CREATE ROLE plain LOGIN; END IF; END $$", options);
        await server.RunAsync("GRANT alerts_test TO plain", options);
        options.ConnectionString = options.ConnectionString.Replace("postgres@", "plain@", StringComparison.Ordinal);
        await using PostgresStore store = await FilledAsync(options);
        Assert.Equal(["everybody", "north"], await WordsAsync(store, new Scope("north")));
    }

    private async Task<PostgresStore> FilledAsync(PostgresOptions? options = null)
    {
        PostgresStore store = await PostgresServer.OpenAsync(options ?? await server.NewDatabaseAsync());
        await store.WriteAsync(
            s =>
            {
                foreach ((string scope, string word) in new[] { ("shared", "everybody"), ("north", "north"), ("south", "south") })
                    s.Execute("INSERT INTO note (scope, word) VALUES ($1, $2)", scope, word);
                foreach (string organisation in Organisations)
                {
                    s.Execute(
                        "INSERT INTO request (organisation, subject, request_id, digest, answer, created_us) VALUES ($1, $2, $3, $4, $5, $6)",
                        organisation, "x", "x", new byte[] { 1 }, new byte[] { 1 }, 1L);
                }

                return true;
            },
            Cancel);
        return store;
    }

    private static Task<IReadOnlyList<string>> WordsAsync(PostgresStore store, Scope viewer) => store.ReadAsync(viewer, s => s.Query(Forgetful, r => r.GetString(0)), Cancel);
}
