using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Decides which incidents a report is part of, in the shared view and in those of organisations, and makes their next revisions. Pure but
// for what it reads from the book. Nothing of an organisation ever enters a shared incident.
internal static class IncidentFolder
{
    // An incident is linked with at most so many others, and one report brings at most so many new links: a city in trouble has dozens of
    // coarse reports within three hours, and each new link is a revision.
    private const int MostLinks = 16;
    private const int MostNewLinks = 8;

    // Copied: names of earlier reports whose text the report repeats.
    public static FoldResult Fold(Report report, IReadOnlySet<string> copied, IIncidentBook book, DateTimeOffset now)
    {
        IReadOnlyList<SitePlace> places = [.. report.Sites.Select(s => s.Place)];
        IReadOnlyList<Incident> near = book.Near(report.Type.Family, report.Exercise, TimeWindow.Of(report.Occurred, places[0]), places);
        // The same article, read on another day, may have been given another day.
        IEnumerable<Incident> repeated = copied.SelectMany(book.IncidentsOf);
        return Fold(report, Matches.Find(report, copied, near.Concat(repeated).DistinctBy(i => (i.Scope, i.Name)), book.ReportsOf), book, now);
    }

    // A judgement joins the incident that it speaks of, or the one that this has become part of. Of one that was withdrawn meanwhile it changes nothing.
    public static FoldResult FoldReview(Report review, IIncidentBook book, DateTimeOffset now)
    {
        Incident judged = book.Standing(review.ReviewedIncident, review.Scope)
            ?? throw new InvalidDataException("The incident that is judged is not known.");
        return judged.IsOpen ? Fold(review, Matches.Only(review, judged), book, now) : new FoldResult(judged.Name, []);
    }

    // Withdraws reports from everything that they are part of.
    public static FoldResult Withdraw(IReadOnlySet<string> reports, IIncidentBook book, DateTimeOffset now)
    {
        var work = new FoldWork(book, now);
        foreach (Incident incident in reports.SelectMany(book.IncidentsOf).DistinctBy(i => (i.Scope, i.Name)))
        {
            IncidentDraft draft = work.Open(incident);
            draft.SetReports(work.ReportsOf(draft).Where(r => !reports.Contains(r.Name)));
        }

        return new FoldResult("", work.Changes());
    }

    private static FoldResult Fold(Report report, Matches matches, IIncidentBook book, DateTimeOffset now)
    {
        var work = new FoldWork(book, now);
        IncidentDraft home = report.Scope.IsShared
            ? FoldShared(report, matches, work, book)
            : FoldPrivate(report, matches, work, book);
        return new FoldResult(home.Name, work.Changes());
    }

    private static IncidentDraft FoldShared(Report report, Matches matches, FoldWork work, IIncidentBook book)
    {
        IReadOnlyList<Incident> chosen = matches.Choose([.. matches.In(Scope.Shared, Likeness.Same)]);
        IncidentDraft home = chosen.Count > 0 ? work.Join(chosen, report) : work.Found(Scope.Shared, report);
        if (chosen.Count == 0)
            home.SetReports([report]);
        AddLinks(home, matches, work);

        // Nobody has an overlay of an incident that did not exist.
        string[] stood = chosen.Count > 0 ? [home.Name, .. home.Absorbed] : [];
        ILookup<Scope, Incident> overlays = stood.SelectMany(book.OverlaysOf).DistinctBy(o => (o.Scope, o.Name)).ToLookup(o => o.Scope);
        foreach (Scope organisation in overlays.Select(g => g.Key).Union(matches.Organisations).OrderBy(s => s.Value, StringComparer.Ordinal))
            FoldIntoView(report, home, organisation, [.. overlays[organisation]], matches, work);
        return home;
    }

    // What a shared report changes in an organisation's view: the overlay of the incident that it joined, or the organisation's own incident
    // that it matches, which becomes the overlay.
    private static void FoldIntoView(Report report, IncidentDraft shared, Scope organisation, IReadOnlyList<Incident> overlays, Matches matches, FoldWork work)
    {
        IReadOnlyList<Incident> targets = overlays.Count > 0 ? overlays : [.. matches.Choose([.. matches.In(organisation, Likeness.Same)]).Take(1)];
        if (targets.Count == 0)
        {
            foreach (Incident own in matches.In(organisation, Likeness.MaybeSame, Likeness.Nearby).Take(1))
                work.Open(own).Link(shared.Name, KindOf(matches.Of(own)), MostLinks);
            return;
        }

        IncidentDraft overlay = work.Join(targets, report);
        foreach (string absorbed in shared.Absorbed)
            overlay.Repoint(absorbed, shared.Name);
        overlay.Overlay(shared.Name);
        work.Refill(overlay, []);
    }

    private static IncidentDraft FoldPrivate(Report report, Matches matches, FoldWork work, IIncidentBook book)
    {
        Scope organisation = report.Scope;

        // A shared incident that has an overlay here is hidden behind it.
        var hidden = new Dictionary<string, Incident>();
        foreach (Incident shared in matches.In(Scope.Shared, Likeness.Same, Likeness.MaybeSame, Likeness.Nearby))
        {
            if (book.OverlaysOf(shared.Name).FirstOrDefault(o => o.Scope == organisation && o.IsOpen) is { } overlay)
                hidden[shared.Name] = overlay;
        }

        Incident[] sharedSame = [.. matches.In(Scope.Shared, Likeness.Same)];
        IReadOnlyList<Incident> own = matches.Choose([.. matches.In(organisation, Likeness.Same)]);
        if (own.Count == 0)
            own = [.. matches.Choose([.. sharedSame.Where(s => hidden.ContainsKey(s.Name))]).Select(s => hidden[s.Name]).DistinctBy(o => o.Name)];
        IReadOnlyList<Incident> open = matches.Choose([.. sharedSame.Where(s => !hidden.ContainsKey(s.Name))]);
        IncidentDraft home = own.Count > 0 ? work.Join(own, report) : work.Found(organisation, report);
        if (own.Count == 0 || home.Overlays.Count == 0 || report.Sites.Count > 1)
        {
            foreach (Incident shared in open)
                home.Overlay(shared.Name);
        }

        work.Refill(home, [report]);
        AddLinks(home, matches, work);
        foreach (Incident shared in matches.In(Scope.Shared, Likeness.MaybeSame, Likeness.Nearby).Where(s => !hidden.ContainsKey(s.Name) && !home.Overlays.Contains(s.Name)).Take(MostNewLinks))
            home.Link(shared.Name, KindOf(matches.Of(shared)), MostLinks);
        return home;
    }

    // Links both ways within one scope, the oldest first: those are the ones that people know.
    private static void AddLinks(IncidentDraft home, Matches matches, FoldWork work)
    {
        IEnumerable<Incident> others = matches.In(home.Scope, Likeness.MaybeSame, Likeness.Nearby)
            .Where(i => i.Name != home.Name && !home.Absorbed.Contains(i.Name))
            .OrderBy(i => i.CreateTime).ThenBy(i => i.Name, StringComparer.Ordinal)
            .Take(MostNewLinks);
        foreach (Incident other in others)
        {
            IncidentLinkKind kind = KindOf(matches.Of(other));
            home.Link(other.Name, kind, MostLinks);
            if (other.Links.Count < MostLinks && other.Links.All(l => l.Incident != home.Name))
                work.Open(other).Link(home.Name, kind, MostLinks);
        }
    }

    private static IncidentLinkKind KindOf(Likeness likeness) => likeness == Likeness.Nearby ? IncidentLinkKind.Nearby : IncidentLinkKind.MaybeSame;
}
