using Alerts.Notify.Log;
using Alerts.Platform.Storage;

namespace Alerts.Notify.Storage;

// Removes what retention no longer wants. A position is removed only with all before it, so that what is kept has no gap; the newest alert of
// an open situation stays for snapshots, however old, though no cursor reaches it any more.
internal sealed class LogPruner(IStore store)
{
    // Rows a unit removes at most: a few milliseconds of the writer.
    private const int Batch = 500;

    // Gives the number of positions that the log no longer reaches.
    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        int removed = 0;
        int batch;
        do
        {
            batch = await store.WriteAsync(session => PruneBatch(session, before.ToMicroseconds()), cancellationToken);
            removed += batch;
        }
        while (batch == Batch);
        return removed;
    }

    private static int PruneBatch(IWriteSession session, long beforeMicroseconds)
    {
        LogPoint floor = session.QueryFirst(LogSql.State, LogSql.StateOf)!.Floor;
        LogPoint next = floor;
        foreach ((LogPoint point, long created) in session.Query(
                     "SELECT position, chain, created_us FROM alert WHERE position > $1 ORDER BY position LIMIT $2",
                     r => (new LogPoint(r.GetInt64(0), LogSql.Chain(r, 1)), r.GetInt64(2)),
                     floor.Position, (long)Batch))
        {
            if (created >= beforeMicroseconds)
                break;
            next = point;
        }

        session.Execute("UPDATE alert_log SET floor = $1, floor_chain = $2 WHERE id = 1", next.Position, next.Chain.ToBytes());
        session.Execute(
            """
            DELETE FROM alert WHERE position <= $1
            AND NOT EXISTS (SELECT 1 FROM situation s WHERE s.open = 1 AND s.newest_position = alert.position)
            """,
            next.Position);
        return (int)(next.Position - floor.Position);
    }
}
