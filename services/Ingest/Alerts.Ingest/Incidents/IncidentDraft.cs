using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// An incident while one report is being folded: what will be its next revision. Lives for one fold, on one thread.
internal sealed class IncidentDraft
{
    private readonly List<string> _absorbed = [];
    private readonly List<IncidentLink> _links;
    private readonly List<string> _overlays;
    private readonly IncidentIdentity _identity;
    private List<Report>? _reports;

    public IncidentDraft(IncidentIdentity identity, Incident? before)
    {
        _identity = identity;
        Before = before;
        _links = [.. identity.Links];
        _overlays = [.. identity.Overlays];
    }

    public Incident? Before { get; }

    public string Name => _identity.Name;

    public Scope Scope => _identity.Scope;

    public IReadOnlyList<string> Overlays => _overlays;

    public IReadOnlyList<IncidentLink> Links => _links;

    public IReadOnlyList<string> Absorbed => _absorbed;

    public string MergedInto { get; private set; } = "";

    // Whether there is anything to make a revision of.
    public bool IsChanged { get; private set; }

    public IReadOnlyList<Report>? Reports => _reports;

    // Replaces the reports; kept in the order of acceptance, each once.
    public void SetReports(IEnumerable<Report> reports)
    {
        _reports = [.. reports.DistinctBy(r => r.Name).OrderBy(r => r.Sequence)];
        IsChanged = true;
    }

    public void Overlay(string shared)
    {
        if (!_overlays.Contains(shared))
            _overlays.Add(shared);
        _links.RemoveAll(l => l.Incident == shared);
    }

    // The absorbed incident stands no more; what it was linked with is linked with this one.
    public void Absorb(IncidentDraft other)
    {
        _absorbed.Add(other.Name);
        other.MergedInto = Name;
        other.IsChanged = true;
        foreach (IncidentLink link in other.Links)
            Link(link.Incident, link.Kind, int.MaxValue);
        _links.RemoveAll(l => l.Incident == other.Name || l.Incident == Name);
        foreach (string shared in other.Overlays)
            Overlay(shared);
    }

    // Whether the link is new and there was room for it.
    public bool Link(string incident, IncidentLinkKind kind, int most)
    {
        if (incident == Name || _links.Any(l => l.Incident == incident) || _links.Count >= most)
            return false;
        _links.Add(new IncidentLink(incident, kind));
        IsChanged = true;
        return true;
    }

    // An overlay of an incident that was absorbed now overlays the one that absorbed it.
    public void Repoint(string absorbed, string survivor)
    {
        if (_overlays.Remove(absorbed))
            Overlay(survivor);
    }

    public Incident Build(DateTimeOffset now)
    {
        if (MergedInto.Length > 0)
            return IncidentBuilder.Merge(Before!, MergedInto, now);
        if (_reports is not null && _reports.TrueForAll(r => r.IsReview))
            return IncidentBuilder.Retract(Before!, now);
        if (_reports is not null)
            return IncidentBuilder.Build(_identity with { Links = [.. _links], Overlays = [.. _overlays] }, _reports, now);
        return Before! with { Revision = Before.Revision + 1, Links = [.. _links], Overlays = [.. _overlays], UpdateTime = now };
    }
}
