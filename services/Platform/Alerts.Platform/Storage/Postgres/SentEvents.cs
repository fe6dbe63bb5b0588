using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

// The events of one sender that it deletes once the broker has them, kept by its schema for as long as somebody asks: see script 0002. Not thread safe.
internal sealed class SentEvents(string sender, Func<byte[], string> idOf)
{
    // Events up to this number may have been deleted unkept.
    private long _before;

    public string Sender => sender;

    public Task KeepAsync(NpgsqlConnection connection, TimeSpan span, CancellationToken cancellationToken) => RunAsync(
        connection,
        $"UPDATE {sender}.outbox_keeping SET until_us = (extract(epoch FROM clock_timestamp()) * 1000000)::bigint + {span.Ticks / TimeSpan.TicksPerMicrosecond}",
        cancellationToken);

    public async Task ForgetAsync(NpgsqlConnection connection)
    {
        await RunAsync(connection, $"UPDATE {sender}.outbox_keeping SET until_us = 0", CancellationToken.None).ConfigureAwait(false);
        await RunAsync(connection, $"DELETE FROM {sender}.outbox_sent", CancellationToken.None).ConfigureAwait(false);
    }

    // Once every transaction has ended that may have deleted without keeping.
    public async Task BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => _before = await PostgresQuery.OneAsync<long>(
        connection,
        $"SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('{sender}.outbox', 'seq')::regclass), 0)",
        cancellationToken).ConfigureAwait(false);

    // Whether the first event that is surely kept is received: then all before it are, since a queue keeps its order.
    public async Task<bool> IsReceivedAsync(NpgsqlConnection connection, Handover handover, CancellationToken cancellationToken)
    {
        byte[]? first = await PostgresQuery.OneAsync<byte[]>(
            connection,
            $"""
            SELECT body FROM (SELECT seq, body FROM {sender}.outbox WHERE seq > $1 UNION ALL SELECT seq, body FROM {sender}.outbox_sent WHERE seq > $1) AS kept
            ORDER BY seq LIMIT 1
            """,
            cancellationToken,
            _before).ConfigureAwait(false);
        return first is not null && await PostgresQuery.OneAsync<bool>(
            connection,
            $"SELECT EXISTS (SELECT FROM {handover.Receiver}.inbox WHERE consumer = $1 AND event_id = $2)",
            cancellationToken,
            handover.Consumer,
            idOf(first)).ConfigureAwait(false);
    }

    // What makes a copy of that instant whole: what the broker had goes out again, and who received it knows it.
    public static string PutBack(string sender) => $"""
        INSERT INTO {sender}.outbox (seq, topic, body, created_us) SELECT seq, topic, body, created_us FROM {sender}.outbox_sent ON CONFLICT DO NOTHING;
        DELETE FROM {sender}.outbox_sent;
        UPDATE {sender}.outbox_keeping SET until_us = 0;
        """;

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
