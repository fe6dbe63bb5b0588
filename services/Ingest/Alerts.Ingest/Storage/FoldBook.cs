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
    private readonly FoldedTexts _texts = new(session);
    private readonly FoldedCells _cells = new(session);
    private readonly Dictionary<(string Scope, string Name), Lazy<Incident?>> _incidents = [];
    private readonly Dictionary<(string Scope, string Name), IReadOnlyList<long>> _reports = [];

    // By the shared incident; forgotten as a whole whenever an organisation's incident changes.
    private readonly Dictionary<string, IReadOnlyList<(string Scope, string Name)>> _overlays = [];

    // Reads what these reports will ask for. Others may not be asked for.
    public void Expect(IReadOnlyList<Report> reports)
    {
        // Both are asked before either is looked at.
        Action texts = _texts.Expect(reports), cells = _cells.Expect(reports);
        texts();
        cells();
        string[] shared = [.. _cells.All.Where(k => k.Scope == Scope.Shared.Value).Select(k => k.Name)];
        if (shared.Length == 0)
            return;
        IReadOnlyList<string> padded = SqlLists.Padded(shared);
        Asked<(string Name, long Sequence)> reportsOf = session.Ask(
            SqlLists.Repeat("SELECT incident, seq FROM incident_report WHERE scope = 'shared' AND incident IN (", "{0}", ", ", ") ORDER BY seq", 1, padded.Count),
            r => (r.GetString(0), r.GetInt64(1)),
            [.. padded]);
        Asked<(string Shared, (string, string) Key)> overlays = session.Ask(
            SqlLists.Repeat("SELECT shared, scope, incident FROM overlay WHERE shared IN (", "{0}", ", ", ") ORDER BY scope, incident", 1, padded.Count),
            r => (r.GetString(0), (r.GetString(1), r.GetString(2))),
            [.. padded]);
        foreach (Incident incident in IncidentRows.Shared(session, shared))
            _incidents[(incident.Scope.Value, incident.Name)] = new Lazy<Incident?>(incident);
        ExpectReports(shared, reportsOf.Rows.ToLookup(r => r.Name, r => r.Sequence));
        ILookup<string, (string, string)> overlaid = overlays.Rows.ToLookup(r => r.Shared, r => r.Key);
        foreach (string name in shared)
            _overlays[name] = [.. overlaid[name]];
    }

    public IReadOnlyList<Incident> Near(TypeFamily family, bool exercise, TimeWindow window, IReadOnlyList<SitePlace> places) =>
        [.. _cells.Around(family, window, places).Select(k => Find(k.Scope, k.Name)).OfType<Incident>().Where(i => i.IsOpen && i.Exercise == exercise)];

    public IReadOnlyList<Report> ReportsOf(Incident incident) => [.. SequencesOf(incident.Scope.Value, incident.Name).Select(ReportAt)];

    public IReadOnlyList<Incident> IncidentsOf(string report) =>
    [
        .. session.Query(
                "SELECT ir.scope, ir.incident FROM report r JOIN incident_report ir ON ir.seq = r.seq WHERE r.name = $1 ORDER BY ir.scope, ir.incident",
                r => (r.GetString(0), r.GetString(1)),
                report)
            .Select(k => Find(k.Item1, k.Item2)).OfType<Incident>(),
    ];

    public IReadOnlyList<Incident> OverlaysOf(string shared)
    {
        if (!_overlays.TryGetValue(shared, out IReadOnlyList<(string Scope, string Name)>? keys))
        {
            _overlays[shared] = keys =
                session.Query("SELECT scope, incident FROM overlay WHERE shared = $1 ORDER BY scope, incident", r => (r.GetString(0), r.GetString(1)), shared);
        }

        return [.. keys.Select(k => Find(k.Scope, k.Name)).OfType<Incident>()];
    }

    public Incident? Shared(string name) => Find(Scope.Shared.Value, name);

    public Incident? Standing(string name, Scope scope)
    {
        Incident? found = Shared(name) ?? Find(scope.Value, name);
        while (found is { MergedInto.Length: > 0 })
            found = Find(found.Scope.Value, found.MergedInto);
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
        Incident incident = change.Incident;
        byte[] body = IncidentRows.Upsert(session, incident);
        _incidents[(incident.Scope.Value, incident.Name)] = new Lazy<Incident?>(() => IncidentRows.Read(body, incident.Tlp, incident.Overlays, incident.Revision));
        _cells.Save(incident);
        if (change.Reports is { } reports)
            SaveReports(incident, [.. reports.Select(r => r.Sequence)]);
        if (!incident.Scope.IsShared)
            SaveOverlays(incident);
    }

    private void SaveReports(Incident incident, long[] sequences)
    {
        (string scope, string name) = (incident.Scope.Value, incident.Name);
        IReadOnlyList<long> stored = incident.Revision == 1 ? [] : SequencesOf(scope, name);
        foreach (long gone in stored.Except(sequences))
            session.Defer("DELETE FROM incident_report WHERE scope = $1 AND incident = $2 AND seq = $3", scope, name, gone);
        foreach (long fresh in sequences.Except(stored))
            session.Defer("INSERT INTO incident_report (scope, incident, seq) VALUES ($1, $2, $3)", scope, name, fresh);
        _reports[(scope, name)] = [.. sequences.Order()];
    }

    private void SaveOverlays(Incident incident)
    {
        _overlays.Clear();
        session.Defer("DELETE FROM overlay WHERE scope = $1 AND incident = $2", incident.Scope.Value, incident.Name);
        for (int i = 0; i < incident.Overlays.Count && incident.MergedInto.Length == 0; i++)
        {
            session.Defer(
                "INSERT INTO overlay (scope, shared, incident, position) VALUES ($1, $2, $3, $4)",
                incident.Scope.Value, incident.Overlays[i], incident.Name, (long)i);
        }
    }

    private void ExpectReports(string[] shared, ILookup<string, long> found)
    {
        foreach (string name in shared)
            _reports[(Scope.Shared.Value, name)] = [.. found[name]];
        long[] unknown = [.. found.SelectMany(f => f).Where(s => cache.Find(s) is null).Distinct()];
        if (unknown.Length == 0)
            return;
        IReadOnlyList<long> wanted = SqlLists.Padded(unknown);
        foreach (Report report in session.Query(
            SqlLists.Repeat($"SELECT {ReportRows.Columns} FROM report WHERE seq IN (", "{0}", ", ", ")", 1, wanted.Count), ReportRows.Bare, [.. wanted.Cast<object?>()]))
            cache.Put(report);
    }

    private IReadOnlyList<long> SequencesOf(string scope, string incident)
    {
        if (!_reports.TryGetValue((scope, incident), out IReadOnlyList<long>? sequences))
        {
            _reports[(scope, incident)] = sequences =
                session.Query("SELECT seq FROM incident_report WHERE scope = $1 AND incident = $2 ORDER BY seq", r => r.GetInt64(0), scope, incident);
        }

        return sequences;
    }

    private Report ReportAt(long sequence)
    {
        if (cache.Find(sequence) is { } known)
            return known;
        Report report = session.QueryFirst($"SELECT {ReportRows.Columns} FROM report WHERE seq = $1", ReportRows.Bare, sequence)!;
        cache.Put(report);
        return report;
    }

    private Incident? Find(string scope, string name)
    {
        if (!_incidents.TryGetValue((scope, name), out Lazy<Incident?>? incident))
            _incidents[(scope, name)] = incident = new Lazy<Incident?>(IncidentRows.First(session, "scope = $1 AND name = $2", scope, name));
        return incident.Value;
    }
}
