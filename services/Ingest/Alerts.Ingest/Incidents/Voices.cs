using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Judges what the reports together are worth. Strict: a belligerent's word (an armed group, authorities) neither corroborates nor confirms,
// a denial supports nothing, an unknown origin is not independent, and one origin counts once however often it speaks. Pure.
internal static class Voices
{
    // Standing of a report's word that the event happened. A claim is never raised to a confirmation.
    public static Standing StandingOf(Report report)
    {
        Standing said = report.Statements
            .Where(s => s.IsOnEvent && IsOwn(s.Claimant, report.Source) && s.Standing is not null)
            .Select(s => s.Standing!.Value)
            .LastOrDefault(report.Source.Kind == ClaimantKind.ArmedGroup ? Standing.Claimed : Standing.Reported);
        return said == Standing.Confirmed && report.Source.IsBelligerent
            ? report.Source.Kind == ClaimantKind.ArmedGroup ? Standing.Claimed : Standing.Reported
            : said;
    }

    // Whether a report can be one of the independent origins.
    public static bool Supports(IncidentReport voice) =>
        voice.Origin.Length > 0 && !Claimant.Fights(voice.Kind) && voice.Standing is Standing.Reported or Standing.Confirmed;

    public static IReadOnlyList<string> IndependentOrigins(IEnumerable<IncidentReport> voices) =>
        [.. voices.Where(Supports).Select(v => v.Origin).Distinct()];

    // Precedence: an analyst has weighed denials too; a denial comes before any number of reports.
    public static Verification Judge(IReadOnlyList<IncidentReport> voices, bool denied)
    {
        if (voices.Count == 0)
            return Verification.Retracted;
        if (voices.Any(v => v is { Kind: ClaimantKind.Analyst, Standing: Standing.Confirmed }))
            return Verification.Confirmed;
        if (denied)
            return Verification.Disputed;
        IncidentReport[] supporting = [.. voices.Where(Supports)];
        int reliableConfirming = supporting.Where(v => v.Grade.IsReliable && v.Standing == Standing.Confirmed).Select(v => v.Origin).Distinct().Count();
        if (reliableConfirming >= 2)
            return Verification.Confirmed;
        return IndependentOrigins(supporting).Count >= 2 && supporting.Any(v => v.Grade.IsReliable)
            ? Verification.Corroborated
            : Verification.Unverified;
    }

    // Whether some claimant's newest word on the event is a denial.
    public static bool IsDenied(IReadOnlyList<Report> reports) =>
        reports
            .SelectMany(r => EventStatements(r).Select(s => (Who: Figures.KeyOf(s.Claimant, r.Source), s.Standing, r.SaidAt, r.Sequence)))
            .GroupBy(s => s.Who)
            .Any(g => g.OrderBy(s => s.SaidAt).ThenBy(s => s.Sequence).Last().Standing == Standing.Denied);

    // A report without a statement of its own on the event says that it happened.
    private static IEnumerable<Statement> EventStatements(Report report)
    {
        IEnumerable<Statement> given = report.Statements.Where(s => s.IsOnEvent && s.Standing is not null);
        return given.Any(s => IsOwn(s.Claimant, report.Source)) ? given : given.Prepend(new Statement(null, null, Standing.Reported, ""));
    }

    private static bool IsOwn(Claimant? claimant, Source source) => Figures.KeyOf(claimant, source) == Figures.KeyOf(null, source);
}
