using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// The incidents that one fold touches, each once, so that each gets one revision. Lives for one fold, on one thread.
internal sealed class FoldWork(IIncidentBook book, DateTimeOffset now)
{
    private readonly Dictionary<string, IncidentDraft> _drafts = [];
    private readonly List<IncidentDraft> _order = [];

    public IncidentDraft Found(Scope scope, Report by) =>
        Add(new IncidentDraft(new IncidentIdentity(NameUuid.Incident($"{scope}/{by.Name}"), scope, now), null));

    public IncidentDraft Open(Incident incident) =>
        _drafts.GetValueOrDefault(incident.Name) ?? Add(new IncidentDraft(IncidentIdentity.Of(incident), incident));

    public IReadOnlyList<Report> ReportsOf(IncidentDraft draft) => draft.Reports ?? (draft.Before is { } before ? book.ReportsOf(before) : []);

    // Merges into the oldest and adds the report.
    public IncidentDraft Join(IReadOnlyList<Incident> incidents, Report report)
    {
        IncidentDraft[] drafts = [.. incidents.OrderBy(i => i.CreateTime).ThenBy(i => i.Name, StringComparer.Ordinal).Select(Open)];
        IncidentDraft survivor = drafts[0];
        foreach (IncidentDraft other in drafts.Skip(1))
            survivor.Absorb(other);
        survivor.SetReports([.. drafts.SelectMany(ReportsOf), report]);
        return survivor;
    }

    // An overlay's reports: those of the shared incidents that it completes, and its organisation's own.
    public void Refill(IncidentDraft overlay, IEnumerable<Report> added) => overlay.SetReports(
    [
        .. ReportsOf(overlay).Where(r => r.Scope == overlay.Scope),
        .. overlay.Overlays.SelectMany(SharedReports),
        .. added,
    ]);

    // Shared incidents come before overlays, and one that absorbs comes before those that it absorbed.
    public IReadOnlyList<IncidentChange> Changes() =>
    [
        .. _order.Where(d => d.IsChanged).OrderBy(d => d.Scope.IsShared ? 0 : 1).ThenBy(d => d.Scope.Value, StringComparer.Ordinal).ThenBy(d => d.MergedInto.Length > 0 ? 1 : 0)
            .Select(d => new IncidentChange(d.Build(now), d.MergedInto.Length > 0 ? [] : d.Reports, d.Absorbed, OverlaidIn(d))),
    ];

    private IEnumerable<Report> SharedReports(string shared)
    {
        if (_drafts.TryGetValue(shared, out IncidentDraft? draft))
            return ReportsOf(draft);
        return book.Shared(shared) is { } incident ? book.ReportsOf(incident) : [];
    }

    private IReadOnlyList<Scope> OverlaidIn(IncidentDraft draft)
    {
        if (!draft.Scope.IsShared)
            return [];
        IEnumerable<Scope> before = draft.Before is null ? [] : book.OverlaysOf(draft.Name).Select(o => o.Scope);
        IEnumerable<Scope> made = _order.Where(d => !d.Scope.IsShared && d.Overlays.Contains(draft.Name)).Select(d => d.Scope);
        return [.. before.Concat(made).Distinct().OrderBy(s => s.Value, StringComparer.Ordinal)];
    }

    private IncidentDraft Add(IncidentDraft draft)
    {
        _drafts.Add(draft.Name, draft);
        _order.Add(draft);
        return draft;
    }
}
