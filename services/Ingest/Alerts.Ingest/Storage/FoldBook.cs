using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Ingest.Storage;

// The incidents as one unit of folding sees and changes them. What it has read or written it remembers, since nobody else writes meanwhile;
// what the reports to be folded will ask for is read in one go. Used within that unit only.
internal sealed class FoldBook(IWriteSession session, ReportCache cache) : IIncidentBook
{
    // Reports of one statement.
    private const int MostReports = 512;

    private readonly FoldedTexts _texts = new(session);
    private readonly FoldedCells _cells = new(session);
    private readonly FoldedIncidents _incidents = new(session);

    // Reads what these reports will ask for. Others may not be asked for.
    public void Expect(IReadOnlyList<Report> reports)
    {
        // Both are asked before either is looked at.
        Action texts = _texts.Expect(reports), cells = _cells.Expect(reports);
        texts();
        cells();
        Read(_incidents.Expect(_cells.All)());
    }

    public IReadOnlyList<Incident> Near(TypeFamily family, bool exercise, TimeWindow window, IReadOnlyList<SitePlace> places) =>
        [.. _cells.Around(family, window, places).Select(k => _incidents.Find(k.Scope, k.Name)).OfType<Incident>().Where(i => i.IsOpen && i.Exercise == exercise)];

    public IReadOnlyList<Report> ReportsOf(Incident incident) => [.. _incidents.ReportsOf(incident.Scope.Value, incident.Name).Select(ReportAt)];

    public IReadOnlyList<Incident> IncidentsOf(string report) =>
    [
        .. session.Query(
                "SELECT ir.scope, ir.incident FROM report r JOIN incident_report ir ON ir.seq = r.seq WHERE r.name = $1 ORDER BY ir.scope, ir.incident",
                r => (r.GetString(0), r.GetString(1)),
                report)
            .Select(k => _incidents.Find(k.Item1, k.Item2)).OfType<Incident>(),
    ];

    public IReadOnlyList<Incident> OverlaysOf(string shared) => [.. _incidents.OverlaysOf(shared).Select(k => _incidents.Find(k.Scope, k.Name)).OfType<Incident>()];

    public Incident? Shared(string name) => _incidents.Find(Scope.Shared.Value, name);

    public Incident? Standing(string name, Scope scope)
    {
        Incident? found = Shared(name) ?? _incidents.Find(scope.Value, name);
        while (found is { MergedInto.Length: > 0 })
            found = _incidents.Find(found.Scope.Value, found.MergedInto);
        return found;
    }

    // Earlier reports of every scope whose text an expected report repeats, the earliest first.
    public IReadOnlyList<Report> CopiedBy(Report report) =>
        [.. _texts.Like(report).Select(ReportAt).Where(r => r.Exercise == report.Exercise && OriginFinder.IsCopy(report, r))];

    // Why the whole origin of one of these reports was withdrawn, for those that the report may draw on; null when none was.
    public string? WithdrawalOf(IReadOnlyList<Report> originals, Report report) => originals
        .Where(o => o.Scope.IsShared || o.Scope == report.Scope)
        .Select(o => session.QueryFirst(
            "SELECT t.reason FROM retraction_report r JOIN retraction t ON t.seq = r.retraction WHERE r.report = $1 AND t.whole_origin = 1 ORDER BY t.seq", r => r.GetString(0), o.Name))
        .FirstOrDefault(reason => reason is not null);

    public void RememberText(Report report) => _texts.Remember(report);

    public void Save(IncidentChange change)
    {
        _incidents.Save(change.Incident, change.Reports is { } reports ? [.. reports.Select(r => r.Sequence)] : null);
        _cells.Save(change.Incident);
    }

    // Reads those of the reports that folding has not read lately.
    private void Read(IEnumerable<long> sequences)
    {
        long[] unknown = [.. sequences.Where(s => cache.Find(s) is null).Distinct()];
        foreach (long[] some in unknown.Chunk(MostReports))
        {
            IReadOnlyList<long> padded = SqlLists.Padded(some);
            foreach (Report report in session.Query(
                SqlLists.Repeat($"SELECT {ReportRows.Columns} FROM report WHERE seq IN (", "{0}", ", ", ")", 1, padded.Count), ReportRows.Bare, [.. padded.Cast<object?>()]))
                cache.Put(report);
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
}
