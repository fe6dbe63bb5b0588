using Alerts.Notify.Log;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Notify.Storage;

internal sealed class LogReader(IStore store) : ILogReader
{
    // Rows of one statement: each statement is a round trip to a shared store, and an officer who comes may have ten thousands of alerts to be told of.
    private const int Together = 32;

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

    public Task<IReadOnlyList<LogEntry>> AfterAsync(long position, CancellationToken cancellationToken) => store.ReadAsync(
        IReadOnlyList<LogEntry> (session) =>
        {
            var page = new List<LogEntry>();
            int bytes = 0;
            session.Scan(
                $"SELECT {LogSql.EntryColumns} FROM alert a WHERE a.position > $1 ORDER BY a.position LIMIT $2",
                row =>
                {
                    LogEntry entry = LogSql.Entry(row);
                    page.Add(entry);
                    return (bytes += entry.Body.Length) < LogPage.Bytes;
                },
                position,
                LogPage.Rows);
            return page;
        },
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
            IReadOnlyList<LogEntry> (session) => selection.Situation is { } situation
                ? Entries(session, sql, position, (long)limit, viewer.Value, situation)
                : Entries(session, sql, position, (long)limit, viewer.Value),
            cancellationToken);
    }

    public Task<LogSnapshot> SnapshotAsync(Func<LogEntry, bool> test, CancellationToken cancellationToken) => store.ReadAsync(
        session =>
        {
            var admitted = new List<long>();
            session.Scan(
                $"""
                SELECT {LogSql.EntryColumns} FROM situation s JOIN alert a ON a.position = s.newest_position
                WHERE s.open = 1 ORDER BY s.newest_position
                """,
                row =>
                {
                    LogEntry entry = LogSql.Entry(row);
                    if (test(entry))
                        admitted.Add(entry.Position);
                    return true;
                });
            return new LogSnapshot(ReadState(session), [.. admitted]);
        },
        cancellationToken);

    public Task<IReadOnlyList<LogEntry>> AtAsync(IReadOnlyList<long> positions, int from, CancellationToken cancellationToken) => store.ReadAsync(
        IReadOnlyList<LogEntry> (session) =>
        {
            var page = new List<LogEntry>();
            int bytes = 0;
            for (int next = from; next < positions.Count && page.Count < LogPage.Rows; next += Together)
            {
                long[] wanted = [.. positions.Skip(next).Take(Together)];
                IReadOnlyList<long> padded = SqlLists.Padded(wanted);
                int found = 0;
                session.Scan(
                    SqlLists.Repeat($"SELECT {LogSql.EntryColumns} FROM alert a WHERE a.position IN (", "{0}", ", ", ") ORDER BY a.position", 1, padded.Count),
                    row =>
                    {
                        LogEntry entry = LogSql.Entry(row);
                        if (entry.Position != wanted[found])
                            return false;
                        found++;
                        page.Add(entry);
                        return (bytes += entry.Body.Length) < LogPage.Bytes;
                    },
                    [.. padded.Cast<object?>()]);
                if (found < wanted.Length)
                    break;
            }

            return page;
        },
        cancellationToken);

    public Task<LogEntry?> FindAsync(string alertId, Scope viewer, CancellationToken cancellationToken) => store.ReadAsync(
        viewer,
        session => Entries(
            session, $"SELECT {LogSql.EntryColumns} FROM alert a WHERE a.alert_id = $1 AND (a.scope = 'shared' OR a.scope = $2)", alertId, viewer.Value).FirstOrDefault(),
        cancellationToken);

    private static List<LogEntry> Entries(IReadSession session, string sql, params ReadOnlySpan<object?> arguments)
    {
        var entries = new List<LogEntry>();
        session.Scan(
            sql,
            row =>
            {
                entries.Add(LogSql.Entry(row));
                return true;
            },
            arguments);
        return entries;
    }

    private static LogState ReadState(IReadSession session) =>
        session.QueryFirst(LogSql.State, LogSql.StateOf) ?? throw new InvalidDataException("The store has no alert log.");
}
