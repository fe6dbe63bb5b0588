using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>
/// One instant of all schemas of a database, found while the services go on: every event that a service has sent is received in it, or lies in
/// the sender's outbox, or among the sent events that its schema keeps. Holds a read of that instant until it is disposed. Not thread safe.
/// </summary>
/// <remarks>
/// An event that the broker confirmed and nobody has received yet would be in no schema. So the senders keep what they delete from now on, and
/// the instant is one at which the first event of that time is received: a queue keeps its order, so everything that was sent before is, too.
/// The services' own watermarks, 5 s apart, see to it that such an event comes.
/// </remarks>
public sealed class PostgresInstant : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    // How much longer than the search the senders keep what they delete, should nobody tell them to stop.
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(1);

    private readonly NpgsqlConnection _held;

    private PostgresInstant(NpgsqlConnection held, string id, DateTimeOffset takenTime)
    {
        _held = held;
        Id = id;
        TakenTime = takenTime;
    }

    /// <summary>Name of the instant, as <c>pg_dump --snapshot</c> takes it; good until this is disposed.</summary>
    public string Id { get; }

    /// <summary>When it is, by the database's clock.</summary>
    public DateTimeOffset TakenTime { get; }

    /// <summary>Finds an instant.</summary>
    /// <param name="options">The database; its user owns the schemas.</param>
    /// <param name="handovers">The ways of events; none when no service runs and nothing waits at the broker: any instant will do then.</param>
    /// <param name="idOf">Reads the id of an event from its body.</param>
    /// <param name="time">Clock of the search.</param>
    /// <param name="longest">How long to search. Seconds are usual.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">A receiver did not catch up; the message says which.</exception>
    /// <exception cref="StoreUnavailableException">The database fails, is not migrated, or another search is under way.</exception>
    public static async Task<PostgresInstant> TakeAsync(
        PostgresOptions options, IReadOnlyList<Handover> handovers, Func<byte[], string> idOf, TimeProvider time, TimeSpan longest, CancellationToken cancellationToken)
    {
        var connections = new PostgresConnections("backup", options, time);
        SentEvents[] senders = [.. handovers.Select(h => h.Sender).Distinct().Select(s => new SentEvents(s, idOf))];
        try
        {
            await using NpgsqlConnection asking = connections.Open("search");
            await TakeTurnAsync(asking, cancellationToken).ConfigureAwait(false);
            try
            {
                foreach (SentEvents sender in senders)
                    await sender.KeepAsync(asking, longest + Spare, cancellationToken).ConfigureAwait(false);
                long start = time.GetTimestamp();
                await OlderOnesEndedAsync(asking, time, cancellationToken).ConfigureAwait(false);
                foreach (SentEvents sender in senders)
                    await sender.BeginAsync(asking, cancellationToken).ConfigureAwait(false);
                while (true)
                {
                    (PostgresInstant? found, Handover? behind) = await TryAsync(connections, senders, handovers, cancellationToken).ConfigureAwait(false);
                    if (found is not null)
                        return found;
                    if (time.GetElapsedTime(start) > longest)
                        throw new TimeoutException($"{behind!.Receiver} has not received within {longest.TotalSeconds:0} s what {behind.Sender} sent: one of them is down or behind (alerts status, alerts bus show).");
                    await Task.Delay(Poll, time, cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                foreach (SentEvents sender in senders)
                    await sender.ForgetAsync(asking).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException e)
        {
            throw PostgresErrors.Unavailable("database", e);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _held.DisposeAsync();

    // The lock ends with the connection.
    private static async Task TakeTurnAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // The letters "backup".
        const long Turn = 0x6261636B7570;
        if (!await PostgresQuery.OneAsync<bool>(connection, $"SELECT pg_try_advisory_lock({Turn})", cancellationToken).ConfigureAwait(false))
            throw new StoreUnavailableException("Another backup of this database is under way. Wait for its end.", new InvalidOperationException("The advisory lock is taken."));
    }

    // A transaction that deleted before it could see that it should keep is older than what is read here, and may still commit.
    private static async Task OlderOnesEndedAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken cancellationToken)
    {
        long next = await PostgresQuery.OneAsync<long>(connection, "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint", cancellationToken).ConfigureAwait(false);
        while (await PostgresQuery.OneAsync<long>(connection, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", cancellationToken).ConfigureAwait(false) < next)
            await Task.Delay(Poll, time, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(PostgresInstant? Found, Handover? Behind)> TryAsync(
        PostgresConnections connections, SentEvents[] senders, IReadOnlyList<Handover> handovers, CancellationToken cancellationToken)
    {
        NpgsqlConnection read = connections.Open("instant");
        try
        {
            // It stands idle while the copy is made.
            await PostgresQuery.OneAsync<string>(read, "SELECT set_config('idle_in_transaction_session_timeout', '0', false)", cancellationToken).ConfigureAwait(false);
            await PostgresQuery.OneAsync<string>(read, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellationToken).ConfigureAwait(false);
            foreach (Handover handover in handovers)
            {
                SentEvents sender = senders.First(s => s.Sender == handover.Sender);
                if (!await sender.IsReceivedAsync(read, handover, cancellationToken).ConfigureAwait(false))
                {
                    await read.DisposeAsync().ConfigureAwait(false);
                    return (null, handover);
                }
            }

            DateTime taken = await PostgresQuery.OneAsync<DateTime>(read, "SELECT clock_timestamp()", cancellationToken).ConfigureAwait(false);
            string id = (await PostgresQuery.OneAsync<string>(read, "SELECT pg_export_snapshot()", cancellationToken).ConfigureAwait(false))!;
            return (new PostgresInstant(read, id, taken), null);
        }
        catch
        {
            await read.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
