using Alerts.Ingest.Reports;
using Alerts.Platform.Storage;

namespace Alerts.Ingest.Storage;

// Reports and retractions in the order of acceptance, and how far they are folded. Works within the unit that it is given.
internal static class FoldQueue
{
    private const string OfPosition = "(SELECT position FROM fold_position WHERE id = 1)";

    public static long Position(IReadSession session) => AskPosition(session).Rows[0];

    // Asks for the position and for what comes behind it, without a gap, at most so many.
    public static FoldLook Look(IReadSession session, int most) => new(
        AskPosition(session),
        IntakeSequence.AskHead(session),
        session.Ask(
            $"SELECT {ReportRows.Columns}, accept_us, traceparent FROM report WHERE seq > {OfPosition} ORDER BY seq LIMIT $1",
            r =>
            {
                StoredReport stored = ReportRows.Read(r).Report;
                return new FoldItem(stored.Report.Sequence, stored.Report, stored.State, new HashSet<string>(), Instants.FromMicroseconds(r.GetInt64(8)), r.GetString(9));
            },
            (long)most),
        session.Ask(
            $"SELECT seq, accept_us, traceparent FROM retraction WHERE seq > {OfPosition} ORDER BY seq LIMIT $1",
            r => (Sequence: r.GetInt64(0), AcceptTime: Instants.FromMicroseconds(r.GetInt64(1)), Traceparent: r.GetString(2)),
            (long)most));

    // What was found, in the order of acceptance.
    public static IReadOnlyList<FoldItem> Items(IReadSession session, FoldLook look, int most) =>
    [
        .. look.Reports.Rows
            .Concat(look.Retractions.Rows.Select(r => new FoldItem(r.Sequence, null, ReportState.Accepted, Withdrawn(session, r.Sequence), r.AcceptTime, r.Traceparent)))
            .OrderBy(i => i.Sequence).Take(most),
    ];

    // When the oldest item that is not folded was accepted; null when everything is.
    public static DateTimeOffset? OldestAfter(IReadSession session, long position)
    {
        long? oldest = session.QueryFirst<long?>(
            "SELECT min(accept_us) FROM (SELECT accept_us FROM report WHERE seq = $1 UNION ALL SELECT accept_us FROM retraction WHERE seq = $1) AS next",
            r => r.IsDBNull(0) ? null : r.GetInt64(0),
            position + 1);
        return oldest is { } us ? Instants.FromMicroseconds(us) : null;
    }

    public static void Advance(IWriteSession session, long position) => session.Defer("UPDATE fold_position SET position = $1 WHERE id = 1", position);

    public static void MarkFolded(IWriteSession session, Report report, string incident) => session.Defer(
        "UPDATE report SET state = $1, origin = $2, incident = $3 WHERE seq = $4", (int)ReportState.Folded, report.Origin, incident, report.Sequence);

    public static void MarkWithdrawn(IWriteSession session, Report report, string reason) => session.Defer(
        "UPDATE report SET state = $1, origin = $2, retraction_reason = $3 WHERE seq = $4", (int)ReportState.Retracted, report.Origin, reason, report.Sequence);

    public static void MarkFailed(IWriteSession session, long sequence, string reason, DateTimeOffset now) => session.Defer(
        "INSERT INTO fold_failure (seq, reason, created_us) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", sequence, reason, now.ToMicroseconds());

    public static long Failures(IReadSession session) => session.QueryFirst("SELECT count(*) FROM fold_failure", r => r.GetInt64(0));

    private static Asked<long> AskPosition(IReadSession session) => session.Ask("SELECT position FROM fold_position WHERE id = 1", r => r.GetInt64(0));

    private static HashSet<string> Withdrawn(IReadSession session, long retraction) =>
        [.. session.Query("SELECT report FROM retraction_report WHERE retraction = $1", r => r.GetString(0), retraction)];
}
