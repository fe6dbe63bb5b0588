using Alerts.Gazetteer;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Makes the next revision of an incident: a pure function of its reports and its identity. No state is carried from revision to revision,
// so that withdrawing a report leaves no trace of it.
internal static class IncidentBuilder
{
    // Bounds of a snapshot; the newest statements and the first actors stay.
    private const int MostStatements = 256;
    private const int MostActors = 64;
    private const int MostAccess = 32;

    // Reports: at least one account of the event, in the order of acceptance. Judgements only say whether it took place, everywhere.
    public static Incident Build(IncidentIdentity identity, IReadOnlyList<Report> reports, DateTimeOffset now)
    {
        Report[] accounts = [.. reports.Where(r => !r.IsReview)];
        Report[] heard = [.. accounts.Concat(Review.Counted(reports)).OrderBy(r => r.Sequence)];
        IReadOnlyList<string> origins = OriginGroups.Of(heard);
        (IReadOnlyList<SitePlace> places, IReadOnlyList<IReadOnlyList<int>> indexes) = SiteBuilder.Gather(accounts);
        Dictionary<long, IReadOnlyList<int>> sitesOf = accounts.Zip(indexes).ToDictionary(p => p.First.Sequence, p => p.Second);
        int[] everywhere = [.. Enumerable.Range(0, places.Count)];
        IncidentReport[] voices = [.. heard.Select((r, i) => Voice(r, origins[i], r.IsReview ? everywhere : sitesOf[r.Sequence]))];
        bool denied = Voices.IsDenied(heard);
        Report leading = accounts.OrderBy(r => r.Source.Grade.Source).ThenBy(r => r.Sequence).First();
        var sites = places.Select((place, i) => SiteOf(i, place, voices, denied, SiteBuilder.TargetsAt(i, accounts, indexes, places))).ToList();
        return new Incident
        {
            Name = identity.Name,
            Scope = identity.Scope,
            Revision = identity.Revision + 1,
            Overlays = identity.Overlays,
            Links = identity.Links,
            Type = leading.Type,
            Sites = sites,
            Occurred = OccurredBuilder.Build(accounts),
            Verification = Voices.Judge(voices, denied),
            Reports = voices,
            Casualties = Figures.PerClaimant(accounts),
            CasualtyEstimate = Figures.Estimate(accounts),
            Statements = StatementsOf(heard),
            Actors = [.. accounts.SelectMany(r => r.Actors).DistinctBy(a => (NameFolding.Fold(a.Name), a.Role)).Take(MostActors)],
            Targets = [.. accounts.SelectMany(r => r.Targets).Concat(sites.SelectMany(s => s.Targets)).Distinct()],
            AidWorkers = accounts.Where(r => r.AidWorkers is not null).OrderBy(r => r.Source.Grade.Source).ThenByDescending(r => r.Sequence).FirstOrDefault()?.AidWorkers,
            ComplexAttack = accounts.Any(r => r.ComplexAttack == true),
            Access = [.. accounts.SelectMany(r => r.Access).DistinctBy(a => (a.City.Place.GeonamesId, a.Aspect, a.Toward?.Place.Point)).Take(MostAccess)],
            Exercise = accounts[0].Exercise,
            CreateTime = identity.CreateTime,
            UpdateTime = now,
            Title = IncidentTitle.Of(leading.Type, places),
            Tlp = reports.Min(r => r.Tlp),
        };
    }

    // The last revision of an incident of which no account remains: what it was stays to be read, but nobody says it any more.
    public static Incident Retract(Incident incident, DateTimeOffset now) => incident with
    {
        Revision = incident.Revision + 1,
        Verification = Verification.Retracted,
        Sites = [.. incident.Sites.Select(s => s with { Origins = [], Verification = Verification.Retracted })],
        Reports = [],
        Casualties = [],
        CasualtyEstimate = null,
        Statements = [],
        AidWorkers = null,
        Occurred = incident.Occurred with { Ongoing = null },
        UpdateTime = now,
    };

    // The last revision of an incident that turned out to be part of another.
    public static Incident Merge(Incident incident, string into, DateTimeOffset now) => incident with
    {
        Revision = incident.Revision + 1,
        MergedInto = into,
        UpdateTime = now,
    };

    private static IncidentReport Voice(Report report, string origin, IReadOnlyList<int> sites) => new(
        report.Name,
        origin,
        report.Source.Name,
        report.Source.Kind,
        report.Source.Grade,
        Voices.StandingOf(report),
        sites,
        report.AcceptTime,
        report.SaidAt);

    private static IncidentSite SiteOf(int index, SitePlace place, IncidentReport[] voices, bool denied, IReadOnlyList<TargetKind> targets)
    {
        IncidentReport[] here = [.. voices.Where(v => v.SiteIndexes.Contains(index))];
        return new IncidentSite(place, targets, Voices.IndependentOrigins(here), Voices.Judge(here, denied));
    }

    // In the order in which they were made, each with its claimant and time.
    private static IReadOnlyList<Statement> StatementsOf(IReadOnlyList<Report> reports) =>
    [
        .. reports
            .SelectMany(r => r.Statements.Select(s => (Report: r, Statement: s)))
            .OrderBy(s => s.Report.SaidAt).ThenBy(s => s.Report.Sequence)
            .Select(s => s.Statement with
            {
                Claimant = s.Statement.Claimant is null or { Name.Length: 0, Kind: null } ? new Claimant(s.Report.Source.Name, s.Report.Source.Kind) : s.Statement.Claimant,
                StatementTime = s.Report.SaidAt,
            })
            .TakeLast(MostStatements),
    ];
}
