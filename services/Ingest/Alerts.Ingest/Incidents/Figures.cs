using Alerts.Gazetteer;
using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Puts together what the reports say of casualties. Pure.
internal static class Figures
{
    private sealed record Said(string Who, Claimant Claimant, int Rank, DateTimeOffset At, long Sequence, CasualtyStatement Figures);

    // Key of a claimant: the same folded name is the same claimant.
    public static string KeyOf(Claimant? claimant, Source source) =>
        claimant is null or { Name.Length: 0, Kind: null } ? NameFolding.Fold(source.Name) : NameFolding.Fold(claimant.Name) is { Length: > 0 } name ? name : $"kind {claimant.Kind}";

    // Per claimant the newest figure of each count, in the order in which the claimants first spoke.
    public static IReadOnlyList<CasualtyStatement> PerClaimant(IReadOnlyList<Report> reports) =>
    [
        .. All(reports).GroupBy(s => s.Who).Select(g =>
        {
            Said[] newestFirst = [.. g.OrderByDescending(s => s.At).ThenByDescending(s => s.Sequence)];
            return new CasualtyStatement
            {
                Claimant = newestFirst[0].Claimant,
                Killed = Newest(newestFirst, f => f.Killed)?.Count,
                AttackersKilled = Newest(newestFirst, f => f.AttackersKilled)?.Count,
                Wounded = Newest(newestFirst, f => f.Wounded)?.Count,
                Abducted = Newest(newestFirst, f => f.Abducted)?.Count,
                StatementTime = newestFirst[0].At,
            };
        }),
    ];

    // Per count the newest statement of the best graded claimant; null when no figure is known. The claimant is that of the killed.
    public static CasualtyStatement? Estimate(IReadOnlyList<Report> reports)
    {
        Said[] bestFirst = [.. All(reports).OrderBy(s => s.Rank).ThenByDescending(s => s.At).ThenByDescending(s => s.Sequence)];
        var killed = Newest(bestFirst, f => f.Killed);
        var attackers = Newest(bestFirst, f => f.AttackersKilled);
        var wounded = Newest(bestFirst, f => f.Wounded);
        var abducted = Newest(bestFirst, f => f.Abducted);
        Said? first = killed?.From ?? attackers?.From ?? wounded?.From ?? abducted?.From;
        return first is null ? null : new CasualtyStatement
        {
            Claimant = first.Claimant,
            Killed = killed?.Count,
            AttackersKilled = attackers?.Count,
            Wounded = wounded?.Count,
            Abducted = abducted?.Count,
            StatementTime = first.At,
        };
    }

    private static (CasualtyRange Count, Said From)? Newest(Said[] ordered, Func<CasualtyStatement, CasualtyRange?> pick)
    {
        foreach (Said said in ordered)
        {
            if (pick(said.Figures) is { } count && count != default)
                return (count, said);
        }

        return null;
    }

    private static IEnumerable<Said> All(IReadOnlyList<Report> reports)
    {
        foreach (Report report in reports)
        {
            foreach (CasualtyStatement figures in report.Casualties)
            {
                var claimant = figures.Claimant is null or { Name.Length: 0, Kind: null } ? new Claimant(report.Source.Name, report.Source.Kind) : figures.Claimant;
                yield return new Said(KeyOf(figures.Claimant, report.Source), claimant, Rank(claimant, report), report.SaidAt, report.Sequence, figures);
            }
        }
    }

    // Best first: grade of the source that passes the figure on; a belligerent's own figure comes after every other.
    private static int Rank(Claimant claimant, Report report)
    {
        const int BehindAllGrades = 100;
        return ((int)report.Source.Grade.Source * 10) + (int)report.Source.Grade.Information + (Claimant.Fights(claimant.Kind) ? BehindAllGrades : 0);
    }
}
