using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Notify.Storage;

internal sealed class LogUnit(IWriteSession session, TimeProvider time) : ILogUnit
{
    public SituationThread? Find(Scope scope, string situation) => session.QueryFirst(
        "SELECT assessed_revision, state, alert_count, newest_position, reach FROM situation WHERE scope = $1 AND situation = $2",
        r => new SituationThread(
            scope,
            situation,
            r.GetInt64(0),
            (SituationState)r.GetInt32(1),
            r.GetInt64(2),
            r.IsDBNull(3) ? null : r.GetInt64(3),
            ReachCodec.Decode(r.GetFieldValue<byte[]>(4))),
        scope.Value, situation);

    public LogEntry Append(LogDraft draft)
    {
        // The row lock of this update, held until commit, is what makes positions dense and in commit order for any number of writers.
        LogPoint before = session.QueryFirst(
            "UPDATE alert_log SET head = head + 1 WHERE id = 1 RETURNING head - 1, chain",
            r => new LogPoint(r.GetInt64(0), LogSql.Chain(r, 1)));
        long position = before.Position + 1;
        ChainHash chain = before.Chain.Next(draft.Body.Span, position);
        session.Defer("UPDATE alert_log SET chain = $1 WHERE id = 1", chain.ToBytes());
        session.Defer(
            """
            INSERT INTO alert (position, alert_id, scope, situation, situation_revision, body, chain, reach, overlaid_in, created_us)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            position, draft.AlertId, draft.Scope.Value, draft.Situation, draft.SituationRevision, draft.Body.ToArray(), chain.ToBytes(),
            ReachCodec.Encode(draft.Reach), LogSql.Join(draft.OverlaidIn), Now());
        return new LogEntry(new LogPoint(position, chain), draft.AlertId, draft.Scope, draft.Reach, draft.OverlaidIn, draft.Body);
    }

    public void Save(SituationThread thread) => session.Defer(
        """
        INSERT INTO situation (scope, situation, assessed_revision, state, open, alert_count, newest_position, reach, updated_us)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (scope, situation) DO UPDATE SET
            assessed_revision = excluded.assessed_revision, state = excluded.state, open = excluded.open, alert_count = excluded.alert_count,
            newest_position = excluded.newest_position, reach = excluded.reach, updated_us = excluded.updated_us
        """,
        thread.Scope.Value, thread.Situation, thread.AssessedRevision, (long)thread.State, thread.IsOpen ? 1L : 0L, thread.AlertCount,
        thread.NewestPosition, ReachCodec.Encode(thread.Reach), Now());

    public Mark ReadMark() => session.QueryFirst(LogSql.ReadMark, LogSql.MarkOf) ?? Mark.None;

    public long ReadHead() => session.QueryFirst(LogSql.State, LogSql.StateOf)!.Head.Position;

    public void SaveMark(Mark mark) => session.Defer(
        "UPDATE watermark SET complete_through_us = $1, sent_us = $2, head = $3, blind_situation = $4 WHERE id = 1",
        mark.CompleteThrough?.ToMicroseconds(), mark.Sent?.ToMicroseconds(), mark.Head, mark.BlindSituation);

    private long Now() => time.GetUtcNow().ToMicroseconds();
}
