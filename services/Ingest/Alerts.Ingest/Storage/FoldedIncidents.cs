using Alerts.Ingest.Incidents;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Ingest.Storage;

// Incidents with the numbers of their reports and who overlays whom, as one unit of folding sees them. It looks up many in one go and remembers
// what it has read or written: nobody else writes meanwhile.
internal sealed class FoldedIncidents(IWriteSession session)
{
    // Names of one statement.
    private const int MostNames = 512;

    private readonly Dictionary<(string Scope, string Name), Lazy<Incident?>> _incidents = [];
    private readonly Dictionary<(string Scope, string Name), IReadOnlyList<long>> _reports = [];

    // By the shared incident; forgotten as a whole whenever an organisation's incident changes.
    private readonly Dictionary<string, IReadOnlyList<(string Scope, string Name)>> _overlays = [];

    // Asks; what it returns reads the answers and gives the numbers of the incidents' reports.
    public Func<IEnumerable<long>> Expect(IEnumerable<(string Scope, string Name)> keys)
    {
        var answers = new List<Func<IEnumerable<long>>>();
        foreach (IGrouping<string, (string Scope, string Name)> scope in keys.GroupBy(k => k.Scope))
        {
            foreach ((string, string Name)[] some in scope.Chunk(MostNames))
                answers.Add(Expect(scope.Key, [.. some.Select(k => k.Name)]));
        }

        return () => [.. answers.SelectMany(read => read())];
    }

    public Incident? Find(string scope, string name)
    {
        if (!_incidents.TryGetValue((scope, name), out Lazy<Incident?>? incident))
            _incidents[(scope, name)] = incident = new Lazy<Incident?>(IncidentRows.Find(session, scope, name));
        return incident.Value;
    }

    // Numbers of the reports that an incident is made of, in the order of acceptance.
    public IReadOnlyList<long> ReportsOf(string scope, string name)
    {
        if (!_reports.TryGetValue((scope, name), out IReadOnlyList<long>? sequences))
        {
            _reports[(scope, name)] = sequences =
                session.Query("SELECT seq FROM incident_report WHERE scope = $1 AND incident = $2 ORDER BY seq", r => r.GetInt64(0), scope, name);
        }

        return sequences;
    }

    // Every organisation's overlay of a shared incident.
    public IReadOnlyList<(string Scope, string Name)> OverlaysOf(string shared)
    {
        if (!_overlays.TryGetValue(shared, out IReadOnlyList<(string Scope, string Name)>? keys))
        {
            _overlays[shared] = keys =
                session.Query("SELECT scope, incident FROM overlay WHERE shared = $1 ORDER BY scope, incident", r => (r.GetString(0), r.GetString(1)), shared);
        }

        return keys;
    }

    // Sequences: of its reports; null when they are as they were.
    public void Save(Incident incident, IReadOnlyList<long>? sequences)
    {
        byte[] body = IncidentRows.Upsert(session, incident);
        _incidents[(incident.Scope.Value, incident.Name)] = new Lazy<Incident?>(() => IncidentRows.Read(body, incident.Tlp, incident.Overlays, incident.Revision));
        if (sequences is not null)
            SaveReports(incident, sequences);
        if (!incident.Scope.IsShared)
            SaveOverlays(incident);
    }

    private Func<IEnumerable<long>> Expect(string scope, string[] names)
    {
        bool isShared = scope == Scope.Shared.Value;
        Func<IReadOnlyList<Incident>> incidents = IncidentRows.Expect(session, scope, names);
        IReadOnlyList<string> padded = SqlLists.Padded(names);
        Asked<(string Name, long Sequence)> reports = session.Ask(
            SqlLists.Repeat("SELECT incident, seq FROM incident_report WHERE scope = $1 AND incident IN (", "{0}", ", ", ") ORDER BY seq", 2, padded.Count),
            r => (r.GetString(0), r.GetInt64(1)),
            [scope, .. padded]);
        Asked<(string Shared, (string, string) Key)>? overlays = isShared
            ? session.Ask(
                SqlLists.Repeat("SELECT shared, scope, incident FROM overlay WHERE shared IN (", "{0}", ", ", ") ORDER BY scope, incident", 1, padded.Count),
                r => (r.GetString(0), (r.GetString(1), r.GetString(2))),
                [.. padded])
            : null;
        return () =>
        {
            foreach (Incident incident in incidents())
                _incidents[(scope, incident.Name)] = new Lazy<Incident?>(incident);
            ILookup<string, long> found = reports.Rows.ToLookup(r => r.Name, r => r.Sequence);
            ILookup<string, (string, string)>? overlaid = overlays?.Rows.ToLookup(r => r.Shared, r => r.Key);
            foreach (string name in names)
            {
                _reports[(scope, name)] = [.. found[name]];
                if (overlaid is not null)
                    _overlays[name] = [.. overlaid[name]];
            }

            return reports.Rows.Select(r => r.Sequence);
        };
    }

    private void SaveReports(Incident incident, IReadOnlyList<long> sequences)
    {
        (string scope, string name) = (incident.Scope.Value, incident.Name);
        IReadOnlyList<long> stored = incident.Revision == 1 ? [] : ReportsOf(scope, name);
        foreach (long gone in stored.Except(sequences))
            session.Defer("DELETE FROM incident_report WHERE scope = $1 AND incident = $2 AND seq = $3", scope, name, gone);
        foreach (long fresh in sequences.Except(stored))
            session.Defer("INSERT INTO incident_report (scope, incident, seq) VALUES ($1, $2, $3)", scope, name, fresh);
        _reports[(scope, name)] = [.. sequences.Order()];
    }

    private void SaveOverlays(Incident incident)
    {
        _overlays.Clear();
        // One that is new has no rows.
        if (incident.Revision > 1)
            session.Defer("DELETE FROM overlay WHERE scope = $1 AND incident = $2", incident.Scope.Value, incident.Name);
        for (int i = 0; i < incident.Overlays.Count && incident.MergedInto.Length == 0; i++)
        {
            session.Defer(
                "INSERT INTO overlay (scope, shared, incident, position) VALUES ($1, $2, $3, $4)",
                incident.Scope.Value, incident.Overlays[i], incident.Name, (long)i);
        }
    }
}
