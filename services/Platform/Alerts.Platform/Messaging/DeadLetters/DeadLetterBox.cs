using Alerts.Platform.Errors;
using Alerts.Platform.Storage;
using Alerts.V1;

namespace Alerts.Platform.Messaging.DeadLetters;

/// <summary>
/// The dead letters of one service: lists them, and handles one anew. Invariant: that a letter leaves and that its event takes effect are one
/// unit, so it takes effect once, however many ask for it at the same time. Thread safe.
/// </summary>
/// <param name="consumer">Who handles its events.</param>
/// <param name="store">Where they lie.</param>
public sealed class DeadLetterBox(InboxConsumer consumer, IStore store)
{
    private const string Columns = "id, event_id, reason, body, created_us";

    /// <summary>Name of the service.</summary>
    public string Part => store.Name;

    /// <summary>Letters with a higher number, the lowest first.</summary>
    /// <param name="after">A number; 0 for the first.</param>
    /// <param name="limit">Most letters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<DeadLetter>> ListAsync(long after, int limit, CancellationToken cancellationToken) => store.ReadAsync(
        IReadOnlyList<DeadLetter> (session) => [.. session.Query($"SELECT {Columns} FROM dead_letter WHERE id > $1 ORDER BY id LIMIT $2", Read, after, limit).Select(r => r.Letter)],
        cancellationToken);

    /// <summary>Handles a letter anew.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Gives up waiting for the turn.</param>
    /// <returns>The letter as it was; null when there is none (any more). Why it still cannot be handled, by then also its new reason; null when it took effect.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was stored.</exception>
    public Task<(DeadLetter? Letter, string? StillDead)> ReplayAsync(long number, CancellationToken cancellationToken) => store.WriteAsync<(DeadLetter? Letter, string? StillDead)>(
        session =>
        {
            DeadLetter? letter = null;
            try
            {
                session.Nested(() =>
                {
                    IReadOnlyList<(DeadLetter Letter, Event Body)> taken = session.Query($"DELETE FROM dead_letter WHERE id = $1 RETURNING {Columns}", Read, number);
                    if (taken.Count == 0)
                        return;
                    letter = taken[0].Letter;
                    consumer.Again(session, taken[0].Body);
                });
                return (letter, null);
            }
            catch (Exception e) when (InboxConsumer.IsPoison(e))
            {
                string reason = FailureReason.Of(e);
                session.Execute("UPDATE dead_letter SET reason = $1 WHERE id = $2", reason, number);
                return (letter, reason);
            }
        },
        cancellationToken);

    private (DeadLetter Letter, Event Body) Read(System.Data.Common.DbDataReader row)
    {
        byte[] bytes = row.GetFieldValue<byte[]>(3);
        Event body = Event.Parser.ParseFrom(bytes);
        string kind = Event.Descriptor.FindFieldByNumber((int)body.BodyCase)?.Name ?? "";
        return (new DeadLetter(Part, row.GetInt64(0), row.GetString(1), kind, row.GetString(2), Instants.FromMicroseconds(row.GetInt64(4)), bytes.Length), body);
    }
}
