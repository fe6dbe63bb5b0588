using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// An analyst's judgement as a report: it says whether the incident took place, and nothing else of it. Pure.
internal static class Review
{
    // The report of a judgement. Type, sites and time are the incident's, for whoever reads the report; folding takes none of them from it,
    // so that what a withdrawn report said does not live on in a judgement.
    public static Report Of(Incident incident, ReviewVerdict verdict, string reason, TlpLabel tlp, Scope organisation) => new()
    {
        ReviewedIncident = incident.Name,
        Type = incident.Type,
        Sites = [.. incident.Sites.Select(s => new Site(new PlaceReference { Point = s.Place.Point }, s.Place, s.Targets))],
        Occurred = incident.Occurred,
        Source = new Source { Name = $"Analyst of {organisation}", Kind = ClaimantKind.Analyst },
        Statements = [new Statement(null, StatementSubject.Event, verdict == ReviewVerdict.Confirm ? Standing.Confirmed : Standing.Denied, reason)],
        Tlp = tlp,
        Exercise = incident.Exercise,
    };

    // Refuses what cannot be judged, or not so openly: an organisation's own incident must not show in what is shared.
    public static void Check(Incident incident, TlpLabel tlp)
    {
        if (tlp == TlpLabel.Red)
            throw AlertsException.Invalid("tlp", "RED feeds nothing, so it cannot judge an incident.");
        if (incident.MergedInto.Length > 0)
            throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"{incident.Name} is part of {incident.MergedInto}: judge that one.");
        if (!incident.IsOpen)
            throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"{incident.Name} was {(incident.Historic ? "imported" : "withdrawn")} and cannot be judged.");
        if (!incident.Scope.IsShared && tlp is TlpLabel.Green or TlpLabel.Clear)
            throw AlertsException.Invalid("tlp", "must be AMBER or AMBER_STRICT: this incident rests on reports that only your organisation may see.");
    }

    // Of each organisation the newest judgement.
    public static IEnumerable<Report> Counted(IEnumerable<Report> reports) =>
        reports.Where(r => r.IsReview).GroupBy(r => r.Organisation).Select(g => g.MaxBy(r => r.Sequence)!);
}
