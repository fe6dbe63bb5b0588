using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Alerts.V1;
using Google.Protobuf;
using Npgsql;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>An instant at which no event is with the broker alone, on a real server. The test sends and receives as a relay and a consumer do.</summary>
public sealed class PostgresInstantTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Consumer = "reader";

    // Found in tenths of a second when it can be found at all.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly Handover[] Ways = [new("test", "test", Consumer)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_WhileAnEventIsWithTheBroker_WaitsUntilItIsReceived()
    {
        PostgresOptions options = await server.NewDatabaseAsync();
        await SendAsync(options, "before");
        Task<PostgresInstant> taking = TakeAsync(options, Ways, Longest, Cancel);
        await KeptAsync(options);
        await SendAsync(options, "after");

        Assert.False(taking.IsCompleted, "An event is in no schema.");
        await ReceiveAsync(options, "before");
        Assert.False(taking.IsCompleted, "It is not known yet that everything of before is received.");
        await ReceiveAsync(options, "after");

        await using PostgresInstant instant = await taking;
        Assert.NotEmpty(instant.Id);
        Assert.Equal(0L, await server.RunAsync("SELECT count(*) FROM test.outbox_sent", options));
    }

    [Fact]
    public async Task Take_SeesWhatWasSentMeanwhile_AndLaterDeletesAreNotKept()
    {
        PostgresOptions options = await server.NewDatabaseAsync();
        Task<PostgresInstant> taking = TakeAsync(options, Ways, Longest, Cancel);
        await KeptAsync(options);
        await SendAsync(options, "first");
        await SendAsync(options, "under way");
        await ReceiveAsync(options, "first");
        await using PostgresInstant instant = await taking;
        await SendAsync(options, "later");

        await using NpgsqlConnection reader = await server.ConnectAsync(options);
        await using NpgsqlTransaction read = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Cancel);
        await using NpgsqlCommand command = new($"SET TRANSACTION SNAPSHOT '{instant.Id}'", reader, read);
        await command.ExecuteNonQueryAsync(Cancel);
        command.CommandText = "SELECT count(*) FROM test.outbox_sent";
        Assert.Equal(2L, await command.ExecuteScalarAsync(Cancel));
        Assert.Equal(0L, await server.RunAsync("SELECT count(*) FROM test.outbox_sent", options));
    }

    [Fact]
    public async Task Take_ReceiverStandsStill_SaysWhichAndKeepsNothing()
    {
        PostgresOptions options = await server.NewDatabaseAsync();

        var late = await Assert.ThrowsAsync<TimeoutException>(() => TakeAsync(options, Ways, TimeSpan.Zero, Cancel));

        Assert.StartsWith("test has not received", late.Message, StringComparison.Ordinal);
        await SendAsync(options, "later");
        Assert.Equal(0L, await server.RunAsync("SELECT count(*) FROM test.outbox_sent", options));
    }

    [Fact]
    public async Task Take_DuringAnother_IsRefused()
    {
        PostgresOptions options = await server.NewDatabaseAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<PostgresInstant> first = TakeAsync(options, Ways, Longest, stop.Token);
        await KeptAsync(options);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => TakeAsync(options, [], Longest, Cancel));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await using PostgresInstant again = await TakeAsync(options, [], Longest, Cancel);
    }

    private static Task<PostgresInstant> TakeAsync(PostgresOptions options, Handover[] ways, TimeSpan longest, CancellationToken cancellationToken) =>
        PostgresInstant.TakeAsync(options, ways, body => Event.Parser.ParseFrom(body).EventId, TimeProvider.System, longest, cancellationToken);

    // Until the sender keeps what it deletes and every older transaction has ended; the search then looks for an event every 0.2 s.
    private async Task KeptAsync(PostgresOptions options)
    {
        while (await server.RunAsync("SELECT until_us > 0 FROM test.outbox_keeping", options) is not true
               || await server.RunAsync("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'alerts backup instant'", options) is 0L)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancel);
        }
    }

    private async Task SendAsync(PostgresOptions options, string id)
    {
        string body = Convert.ToHexString(new Event { EventId = id }.ToByteArray());
        await server.RunAsync($"INSERT INTO test.outbox (topic, body, created_us) VALUES ('t', '\\x{body}', 0)", options);
        await server.RunAsync("DELETE FROM test.outbox", options);
    }

    private async Task ReceiveAsync(PostgresOptions options, string id) => await
        server.RunAsync($"INSERT INTO test.inbox (consumer, event_id, received_us) VALUES ('{Consumer}', '{id}', 0)", options);
}
