namespace Alerts.Risk.Access;

/// <summary>
/// What one scope itself holds on access: evidence, entries, threads. Invariant: what it holds of an incident is what the incident's newest revision said, so that the order in which it came is
/// forgotten. Not thread safe: who holds it guards it.
/// </summary>
public sealed class AccessBook
{
    private readonly Dictionary<string, AccessReport> _reports = [];
    private readonly Dictionary<int, HashSet<string>> _incidents = [];
    private readonly Dictionary<int, Dictionary<string, AccessEntry>> _entries = [];
    private readonly Dictionary<int, AccessThread> _threads = [];

    /// <summary>Counts changes: a picture made at one version holds until the next.</summary>
    public long Version { get; private set; }

    /// <summary>The threads.</summary>
    public IEnumerable<AccessThread> Threads => _threads.Values;

    /// <summary>Whether anything is held about a city.</summary>
    public bool Holds(int cityId) => _entries.ContainsKey(cityId) || (_incidents.TryGetValue(cityId, out HashSet<string>? incidents) && incidents.Count > 0);

    /// <summary>The cities that an incident was held to concern.</summary>
    public IEnumerable<int> CitiesOf(string incidentId) => _reports.TryGetValue(incidentId, out AccessReport? report) ? report.Evidence.Select(e => e.CityId).Distinct() : [];

    /// <summary>Evidence about a city, with the organisations that have an overlay of its incident.</summary>
    public IEnumerable<(AccessEvidence Evidence, IReadOnlyList<string> OverlaidIn)> EvidenceOf(int cityId)
    {
        foreach (string incident in _incidents.GetValueOrDefault(cityId, []))
        {
            AccessReport report = _reports[incident];
            foreach (AccessEvidence evidence in report.Evidence.Where(e => e.CityId == cityId))
                yield return (evidence, report.OverlaidIn);
        }
    }

    /// <summary>What people entered about a city.</summary>
    public IEnumerable<AccessEntry> EntriesOf(int cityId) => _entries.TryGetValue(cityId, out Dictionary<string, AccessEntry>? entries) ? entries.Values : [];

    /// <summary>The thread of a city; null when there is none.</summary>
    public AccessThread? ThreadOf(int cityId) => _threads.GetValueOrDefault(cityId);

    /// <summary>A book that holds the same and can be changed without changing this one.</summary>
    public AccessBook Copy()
    {
        var copy = new AccessBook();
        foreach (AccessReport report in _reports.Values)
            copy.Put(report);
        foreach (AccessEntry entry in _entries.Values.SelectMany(entries => entries.Values))
            copy.Put(entry);
        foreach (AccessThread thread in _threads.Values)
            copy.Put(thread);
        return copy;
    }

    /// <summary>Takes in what an incident says now.</summary>
    public void Put(AccessReport report)
    {
        foreach (int city in CitiesOf(report.IncidentId))
            _incidents[city].Remove(report.IncidentId);
        _reports[report.IncidentId] = report;
        foreach (int city in CitiesOf(report.IncidentId))
        {
            if (!_incidents.TryGetValue(city, out HashSet<string>? incidents))
                _incidents[city] = incidents = [];
            incidents.Add(report.IncidentId);
        }

        Version++;
    }

    /// <summary>Takes in an entry; the same again changes nothing.</summary>
    public void Put(AccessEntry entry)
    {
        if (!_entries.TryGetValue(entry.CityId, out Dictionary<string, AccessEntry>? entries))
            _entries[entry.CityId] = entries = [];
        entries[entry.Id] = entry;
        Version++;
    }

    /// <summary>Takes in a thread; a lower revision than the one held changes nothing.</summary>
    public void Put(AccessThread thread)
    {
        if (_threads.TryGetValue(thread.CityId, out AccessThread? held) && held.Revision > thread.Revision)
            return;
        _threads[thread.CityId] = thread;
        Version++;
    }
}
