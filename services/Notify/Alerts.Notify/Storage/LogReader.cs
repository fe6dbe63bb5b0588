using Alerts.Notify.Log;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Notify.Storage;

internal sealed class LogReader(IStore store) : ILogReader
{
    private const string Visible = "(a.scope = 'shared' OR a.scope = $3)";

    public Task<LogState> StateAsync(CancellationToken cancellationToken) => store.ReadAsync(ReadState, cancellationToken);

    public Task<Mark> MarkAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.QueryFirst(LogSql.ReadMark, LogSql.MarkOf) ?? Mark.None, cancellationToken);

    public Task<(LogState Log, ChainHash? Chain)> ProbeAsync(long position, CancellationToken cancellationToken) => store.ReadAsync(
        session =>
        {
            LogState state = ReadState(session);
            ChainHash? chain = position == state.Floor.Position
                ? state.Floor.Chain
                : session.QueryFirst<ChainHash?>("SELECT chain FROM alert WHERE position = $1", r => LogSql.Chain(r, 0), position);
            return (state, chain);
        },
        cancellationToken);

    public Task<IReadOnlyList<LogEntry>> AfterAsync(long position, int limit, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.Query(
            $"SELECT {LogSql.EntryColumns} FROM alert a WHERE a.position > $1 ORDER BY a.position LIMIT $2", LogSql.Entry, position, (long)limit),
        cancellationToken);

    public Task<IReadOnlyList<LogEntry>> BeforeAsync(long position, int limit, LogSelection selection, Scope viewer, CancellationToken cancellationToken)
    {
        string source = selection.OpenOnly
            ? "situation s JOIN alert a ON a.position = s.newest_position WHERE s.open = 1 AND s.newest_position < $1"
            : "alert a WHERE a.position < $1";
        string thread = selection.Situation is null ? "" : " AND a.situation = $4";
        string sql = $"SELECT {LogSql.EntryColumns} FROM {source} AND {Visible}{thread} ORDER BY a.position DESC LIMIT $2";
        return store.ReadAsync(
            viewer,
            session => selection.Situation is { } situation
                ? session.Query(sql, LogSql.Entry, position, (long)limit, viewer.Value, situation)
                : session.Query(sql, LogSql.Entry, position, (long)limit, viewer.Value),
            cancellationToken);
    }

    public Task<LogSnapshot> SnapshotAsync(Func<LogEntry, bool> test, CancellationToken cancellationToken) => store.ReadAsync(
        session =>
        {
            IReadOnlyList<long?> admitted = session.Query<long?>(
                $"""
                SELECT {LogSql.EntryColumns} FROM situation s JOIN alert a ON a.position = s.newest_position
                WHERE s.open = 1 ORDER BY s.newest_position
                """,
                r => LogSql.Entry(r) is var entry && test(entry) ? entry.Position : null);
            return new LogSnapshot(ReadState(session), [.. admitted.OfType<long>()]);
        },
        cancellationToken);

    public Task<IReadOnlyList<LogEntry>> AtAsync(IReadOnlyList<long> positions, CancellationToken cancellationToken) => store.ReadAsync(
        IReadOnlyList<LogEntry> (session) =>
        [
            .. positions.Select(position => session.QueryFirst($"SELECT {LogSql.EntryColumns} FROM alert a WHERE a.position = $1", LogSql.Entry, position))
                .OfType<LogEntry>(),
        ],
        cancellationToken);

    public Task<LogEntry?> FindAsync(string alertId, Scope viewer, CancellationToken cancellationToken) => store.ReadAsync(
        viewer,
        session => session.QueryFirst($"SELECT {LogSql.EntryColumns} FROM alert a WHERE a.alert_id = $1 AND (a.scope = 'shared' OR a.scope = $2)", LogSql.Entry, alertId, viewer.Value),
        cancellationToken);

    private static LogState ReadState(IReadSession session) =>
        session.QueryFirst(LogSql.State, LogSql.StateOf) ?? throw new InvalidDataException("The store has no alert log.");
}
