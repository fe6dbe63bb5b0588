using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Ingest.Storage;

// The incidents as one unit of folding sees and changes them. Used within that unit only.
internal sealed class FoldBook(IWriteSession session, ReportCache cache) : IIncidentBook
{
    // The widest window of a start: a month, the hours of the merge rule, and a day for time zones.
    private static readonly TimeSpan WidestWindow = TimeSpan.FromDays(33);

    // A text that was sent so often is known well enough by its earliest copies.
    private const int MostCopies = 32;

    public IReadOnlyList<Incident> Near(TypeFamily family, bool exercise, TimeWindow window, IReadOnlyList<SitePlace> places)
    {
        long from = (window.From - Resemblance.ReachTime).ToMicroseconds();
        long to = (window.To + Resemblance.ReachTime).ToMicroseconds();
        long earliest = (window.From - WidestWindow).ToMicroseconds();
        IReadOnlyList<long> cells = SqlLists.Padded(CellGrid.Around(places));
        var keys = new List<(string Scope, string Name)>();
        foreach (TypeFamily related in MergeRules.RelatedTo(family))
        {
            keys.AddRange(session.Query(
                SqlLists.Repeat(
                    "SELECT scope, incident FROM incident_cell WHERE family = $1 AND start_us >= $2 AND start_us <= $3 AND end_us >= $4 AND cell IN (",
                    "{0}", ", ", ") ORDER BY cell, start_us, scope, incident", 5, cells.Count),
                r => (r.GetString(0), r.GetString(1)),
                [(long)related, earliest, to, from, .. cells]));
        }

        return [.. keys.Distinct().Select(k => Find(k.Scope, k.Name)).OfType<Incident>().Where(i => i.IsOpen && i.Exercise == exercise)];
    }

    public IReadOnlyList<Report> ReportsOf(Incident incident) =>
    [
        .. session.Query("SELECT seq FROM incident_report WHERE scope = $1 AND incident = $2 ORDER BY seq", r => r.GetInt64(0), incident.Scope.Value, incident.Name)
            .Select(ReportAt),
    ];

    public IReadOnlyList<Incident> IncidentsOf(string report) =>
    [
        .. session.Query(
                "SELECT ir.scope, ir.incident FROM report r JOIN incident_report ir ON ir.seq = r.seq WHERE r.name = $1 ORDER BY ir.scope, ir.incident",
                r => (r.GetString(0), r.GetString(1)),
                report)
            .Select(k => Find(k.Item1, k.Item2)).OfType<Incident>(),
    ];

    public IReadOnlyList<Incident> OverlaysOf(string shared) =>
    [
        .. session.Query("SELECT scope, incident FROM overlay WHERE shared = $1 ORDER BY scope, incident", r => (r.GetString(0), r.GetString(1)), shared)
            .Select(k => Find(k.Item1, k.Item2)).OfType<Incident>(),
    ];

    public Incident? Shared(string name) => Find(Scope.Shared.Value, name);

    // Earlier reports of every scope whose text the report repeats, the earliest first.
    public IReadOnlyList<Report> CopiedBy(Report report)
    {
        if (report.Print is null)
            return [];
        long since = (report.AcceptTime - OriginFinder.CopyWindow).ToMicroseconds();
        IReadOnlyList<long> keys = report.Print.Keys();
        IReadOnlyList<long> likely = session.Query(
            SqlLists.Repeat(
                "",
                "SELECT seq FROM (SELECT seq FROM text_print WHERE key = {0} AND accept_us >= $1 ORDER BY accept_us, seq LIMIT $2) AS copies",
                " UNION ALL ", "", 3, keys.Count),
            r => r.GetInt64(0),
            [since, (long)MostCopies, .. keys]);
        return [.. likely.Distinct().Where(s => s != report.Sequence).Order().Select(ReportAt).Where(r => r.Exercise == report.Exercise && OriginFinder.IsCopy(report, r))];
    }

    // Why the whole origin of one of these reports was withdrawn, for those that the report may draw on; null when none was.
    public string? WithdrawalOf(IReadOnlyList<Report> originals, Report report) => originals
        .Where(o => o.Scope.IsShared || o.Scope == report.Scope)
        .Select(o => session.QueryFirst(
            "SELECT t.reason FROM retraction_report r JOIN retraction t ON t.seq = r.retraction WHERE r.report = $1 AND t.whole_origin = 1 ORDER BY t.seq", r => r.GetString(0), o.Name))
        .FirstOrDefault(reason => reason is not null);

    public void RememberText(Report report)
    {
        if (report.Print?.Keys() is not { } keys)
            return;
        session.Defer(
            SqlLists.Repeat("INSERT INTO text_print (seq, scope, accept_us, key) VALUES ", "($1, $2, $3, {0})", ", ", " ON CONFLICT DO NOTHING", 4, keys.Count),
            [report.Sequence, report.Scope.Value, report.AcceptTime.ToMicroseconds(), .. keys]);
    }

    public void Save(IncidentChange change)
    {
        Incident incident = change.Incident;
        IncidentRows.Upsert(session, incident);
        SaveCells(incident);
        if (change.Reports is { } reports)
            SaveReports(incident, [.. reports.Select(r => r.Sequence)]);
        if (incident.Scope.IsShared)
            return;
        session.Defer("DELETE FROM overlay WHERE scope = $1 AND incident = $2", incident.Scope.Value, incident.Name);
        for (int i = 0; i < incident.Overlays.Count && incident.MergedInto.Length == 0; i++)
        {
            session.Defer(
                "INSERT INTO overlay (scope, shared, incident, position) VALUES ($1, $2, $3, $4)",
                incident.Scope.Value, incident.Overlays[i], incident.Name, (long)i);
        }
    }

    private void SaveReports(Incident incident, HashSet<long> sequences)
    {
        IReadOnlyList<long> stored = session.Query("SELECT seq FROM incident_report WHERE scope = $1 AND incident = $2", r => r.GetInt64(0), incident.Scope.Value, incident.Name);
        foreach (long gone in stored.Where(s => !sequences.Contains(s)))
            session.Defer("DELETE FROM incident_report WHERE scope = $1 AND incident = $2 AND seq = $3", incident.Scope.Value, incident.Name, gone);
        foreach (long fresh in sequences.Except(stored))
            session.Defer("INSERT INTO incident_report (scope, incident, seq) VALUES ($1, $2, $3)", incident.Scope.Value, incident.Name, fresh);
    }

    private void SaveCells(Incident incident)
    {
        session.Defer("DELETE FROM incident_cell WHERE scope = $1 AND incident = $2", incident.Scope.Value, incident.Name);
        if (!incident.IsOpen)
            return;
        TimeWindow window = incident.Window;
        foreach (long cell in CellGrid.Of(incident.Sites.Select(s => s.Place)))
        {
            session.Defer(
                "INSERT INTO incident_cell (cell, family, start_us, end_us, scope, incident) VALUES ($1, $2, $3, $4, $5, $6)",
                cell, (long)incident.Type.Family, window.From.ToMicroseconds(), window.To.ToMicroseconds(), incident.Scope.Value, incident.Name);
        }
    }

    private Report ReportAt(long sequence)
    {
        if (cache.Find(sequence) is { } known)
            return known;
        Report report = session.QueryFirst($"SELECT {ReportRows.Columns} FROM report WHERE seq = $1", ReportRows.Bare, sequence)!;
        cache.Put(report);
        return report;
    }

    private Incident? Find(string scope, string name) => IncidentRows.First(session, "scope = $1 AND name = $2", scope, name);
}
