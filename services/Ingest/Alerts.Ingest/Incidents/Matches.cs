using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// The incidents near a report, each with how the report stands to it. Pure.
internal sealed class Matches
{
    private readonly Report _report;
    private readonly IReadOnlySet<string> _copied;
    private readonly IReadOnlyList<(Incident Incident, Likeness Likeness)> _all;

    public Matches(Report report, IReadOnlySet<string> copied, IEnumerable<Incident> near)
    {
        _report = report;
        _copied = copied;
        _all = [.. near.Select(i => (i, MergeRules.Compare(report, i, copied))).Where(m => m.Item2 != Likeness.None)];
    }

    public IEnumerable<Incident> In(Scope scope, params Likeness[] likenesses) =>
        _all.Where(m => m.Incident.Scope == scope && likenesses.Contains(m.Likeness)).Select(m => m.Incident);

    public IEnumerable<Scope> Organisations => _all.Select(m => m.Incident.Scope).Where(s => !s.IsShared).Distinct();

    public Likeness Of(Incident incident) => _all.FirstOrDefault(m => m.Incident.Name == incident.Name && m.Incident.Scope == incident.Scope).Likeness;

    // The incidents that the report joins: its original if it is a copy, else for each of its sites the best match. More than one means
    // that the report ties them together. Incidents that are known to be different events are never tied.
    public IReadOnlyList<Incident> Choose(IReadOnlyList<Incident> same)
    {
        if (same.Where(i => MergeRules.Repeats(i, _copied)).MinBy(i => i.CreateTime) is { } original)
            return [original];
        var chosen = new List<Incident>();
        foreach (Site site in _report.Sites)
        {
            Incident? best = same.Where(i => i.Sites.Any(s => MergeRules.IsSamePoint(s.Place, site.Place))).OrderBy(StartGap)
                .ThenBy(i => i.Sites.Min(s => s.Place.Point.DistanceKmTo(site.Place.Point))).ThenBy(i => i.CreateTime).ThenBy(i => i.Name, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best is not null && !chosen.Contains(best) && !chosen.Any(c => AreDifferent(c, best)))
                chosen.Add(best);
        }

        return chosen;
    }

    private TimeSpan StartGap(Incident incident) => TimeWindow.Of(_report.Occurred, _report.Sites[0].Place).GapTo(incident.Window);

    private static bool AreDifferent(Incident a, Incident b) =>
        a.Links.Any(l => l.Incident == b.Name && l.Kind == IncidentLinkKind.Nearby) || b.Links.Any(l => l.Incident == a.Name && l.Kind == IncidentLinkKind.Nearby);
}
