using System.Data.Common;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Platform.Faults;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Notify.Storage;

internal sealed class LogUnit(IWriteSession session, TimeProvider time) : ILogUnit
{
    private const string ThreadColumns = "SELECT scope, situation, assessed_revision, state, alert_count, newest_position, reach FROM situation WHERE ";

    private readonly Dictionary<(Scope, string), SituationThread?> _threads = [];

    // What was asked for and not looked at yet.
    private readonly List<Asked<SituationThread>> _expected = [];
    private Asked<LogState>? _expectedHead;
    private Asked<Mark>? _expectedMark;

    // The newest position with its chain, once it is needed.
    private LogPoint? _head;

    public void Expect(IReadOnlyCollection<(Scope Scope, string Situation)> threads, bool mark)
    {
        _expectedHead = session.Ask(LogSql.State, LogSql.StateOf);
        _expectedMark = mark ? session.Ask(LogSql.ReadMark, LogSql.MarkOf) : null;
        foreach (var key in threads)
            _threads[key] = null;
        foreach (IGrouping<Scope, string> scope in threads.GroupBy(t => t.Scope, t => t.Situation))
        {
            IReadOnlyList<string> names = SqlLists.Padded([.. scope]);
            _expected.Add(session.Ask(
                SqlLists.Repeat(ThreadColumns + "scope = $1 AND situation IN (", "{0}", ", ", ")", 2, names.Count), Thread, [scope.Key.Value, .. names]));
        }
    }

    public SituationThread? Find(Scope scope, string situation)
    {
        foreach (SituationThread found in _expected.SelectMany(e => e.Rows))
            _threads[(found.Scope, found.Situation)] = found;
        _expected.Clear();
        if (!_threads.TryGetValue((scope, situation), out SituationThread? thread))
            _threads[(scope, situation)] = thread = session.QueryFirst(ThreadColumns + "scope = $1 AND situation = $2", Thread, scope.Value, situation);
        return thread;
    }

    public LogEntry Append(LogDraft draft)
    {
        LogPoint before = Head();
        long position = before.Position + 1;
        ChainHash chain = before.Chain.Next(draft.Body.Span, position);
        _head = new LogPoint(position, chain);
        session.Defer("UPDATE alert_log SET head = $1, chain = $2 WHERE id = 1", position, chain.ToBytes());
        session.Defer(
            """
            INSERT INTO alert (position, alert_id, scope, situation, situation_revision, body, chain, reach, overlaid_in, created_us)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            position, draft.AlertId, draft.Scope.Value, draft.Situation, draft.SituationRevision, draft.Body.ToArray(), chain.ToBytes(),
            ReachCodec.Encode(draft.Reach), LogSql.Join(draft.OverlaidIn), Now());
        Failpoints.Append.Pass();
        return new LogEntry(_head.Value, draft.AlertId, draft.Scope, draft.Reach, draft.OverlaidIn, draft.Body);
    }

    public void Save(SituationThread thread)
    {
        _threads[(thread.Scope, thread.Situation)] = thread;
        session.Defer(
            """
            INSERT INTO situation (scope, situation, assessed_revision, state, open, alert_count, newest_position, reach, updated_us)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (scope, situation) DO UPDATE SET
                assessed_revision = excluded.assessed_revision, state = excluded.state, open = excluded.open, alert_count = excluded.alert_count,
                newest_position = excluded.newest_position, reach = excluded.reach, updated_us = excluded.updated_us
            """,
            thread.Scope.Value, thread.Situation, thread.AssessedRevision, (long)thread.State, thread.IsOpen ? 1L : 0L, thread.AlertCount,
            thread.NewestPosition, ReachCodec.Encode(thread.Reach), Now());
    }

    public Mark ReadMark()
    {
        // What was asked for at first is older than what this unit saves.
        Asked<Mark> asked = _expectedMark ?? session.Ask(LogSql.ReadMark, LogSql.MarkOf);
        _expectedMark = null;
        return asked.Rows.Count > 0 ? asked.Rows[0] : Mark.None;
    }

    public long ReadHead() => Head().Position;

    public void SaveMark(Mark mark) => session.Defer(
        "UPDATE watermark SET complete_through_us = $1, sent_us = $2, head = $3, blind_situation = $4 WHERE id = 1",
        mark.CompleteThrough?.ToMicroseconds(), mark.Sent?.ToMicroseconds(), mark.Head, mark.BlindSituation);

    // Units of all processes take turns, so nobody else moves it meanwhile: that makes positions dense and in the order of commits.
    private LogPoint Head() => _head ??= (_expectedHead ?? session.Ask(LogSql.State, LogSql.StateOf)).Rows[0].Head;

    private static SituationThread Thread(DbDataReader row) => new(
        new Scope(row.GetString(0)),
        row.GetString(1),
        row.GetInt64(2),
        (SituationState)row.GetInt32(3),
        row.GetInt64(4),
        row.IsDBNull(5) ? null : row.GetInt64(5),
        ReachCodec.Decode(row.GetFieldValue<byte[]>(6)));

    private long Now() => time.GetUtcNow().ToMicroseconds();
}
