using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// The incidents near a report, each with how the report stands to it. Pure.
internal sealed class Matches
{
    private readonly Report _report;
    private readonly IReadOnlySet<string> _copied;
    private readonly IReadOnlyList<(Incident Incident, Likeness Likeness, double Points)> _all;

    private Matches(Report report, IReadOnlySet<string> copied, IReadOnlyList<(Incident Incident, Likeness Likeness, double Points)> all) =>
        (_report, _copied, _all) = (report, copied, all);

    // How a report stands to each of the incidents near it. ReportsOf: those of an incident; judgements tell nothing of what it is like.
    public static Matches Find(Report report, IReadOnlySet<string> copied, IEnumerable<Incident> near, Func<Incident, IReadOnlyList<Report>> reportsOf) => new(
        report,
        copied,
        [
            .. near.Select(i => (Incident: i, Found: MergeRules.Compare(report, i, [.. reportsOf(i).Where(r => !r.IsReview)], copied)))
                .Where(m => m.Found.Likeness != Likeness.None)
                .Select(m => (m.Incident, m.Found.Likeness, m.Found.Points)),
        ]);

    // A judgement stands to the incident that it speaks of, and to no other.
    public static Matches Only(Report review, Incident judged) => new(review, new HashSet<string>(), [(judged, Likeness.Same, 0)]);

    public IEnumerable<Incident> In(Scope scope, params Likeness[] likenesses) =>
        _all.Where(m => m.Incident.Scope == scope && likenesses.Contains(m.Likeness)).Select(m => m.Incident);

    public IEnumerable<Scope> Organisations => _all.Select(m => m.Incident.Scope).Where(s => !s.IsShared).Distinct();

    public Likeness Of(Incident incident) => _all.FirstOrDefault(m => m.Incident.Name == incident.Name && m.Incident.Scope == incident.Scope).Likeness;

    // The incidents that the report joins: its original if it is a copy, else for each of its sites the best match. More than one means
    // that the report ties them together. Incidents that are known to be different events are never tied.
    public IReadOnlyList<Incident> Choose(IReadOnlyList<Incident> same)
    {
        // A text may tell of two events, and its copy of the same two.
        if (same.Where(i => MergeRules.Repeats(i, _copied)).OrderByDescending(PointsOf).ThenBy(i => i.CreateTime).FirstOrDefault() is { } original)
            return [original];
        var chosen = new List<Incident>();
        foreach (Site site in _report.Sites)
        {
            Incident? best = same.Where(i => i.Sites.Any(s => Resemblance.OfPlaces(s.Place, site.Place) >= 0)).OrderByDescending(PointsOf).ThenBy(StartGap)
                .ThenBy(i => i.Sites.Min(s => s.Place.Point.DistanceKmTo(site.Place.Point))).ThenBy(i => i.CreateTime).ThenBy(i => i.Name, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best is not null && !chosen.Contains(best) && !chosen.Any(c => AreDifferent(c, best)))
                chosen.Add(best);
        }

        // Place alone decides between the sites of one report; a place that is off does not keep it from what everything else says.
        return chosen.Count > 0 ? chosen : [.. same.OrderByDescending(PointsOf).ThenBy(i => i.CreateTime).ThenBy(i => i.Name, StringComparer.Ordinal).Take(1)];
    }

    private double PointsOf(Incident incident) => _all.First(m => m.Incident.Name == incident.Name && m.Incident.Scope == incident.Scope).Points;

    private TimeSpan StartGap(Incident incident) => TimeWindow.Of(_report.Occurred, _report.Sites[0].Place).GapTo(incident.Window);

    private static bool AreDifferent(Incident a, Incident b) =>
        a.Links.Any(l => l.Incident == b.Name && l.Kind == IncidentLinkKind.Nearby) || b.Links.Any(l => l.Incident == a.Name && l.Kind == IncidentLinkKind.Nearby);
}
