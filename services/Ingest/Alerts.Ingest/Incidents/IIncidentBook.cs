using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// What folding needs to know of the incidents so far. Shows everything that was folded before.
internal interface IIncidentBook
{
    // Open incidents of every scope and of related families within reach of the places and of the window, and perhaps some more.
    IReadOnlyList<Incident> Near(TypeFamily family, bool exercise, TimeWindow window, IReadOnlyList<SitePlace> places);

    // Reports that an incident is made of, in the order of acceptance, without withdrawn ones.
    IReadOnlyList<Report> ReportsOf(Incident incident);

    // Incidents of every scope that a report is part of.
    IReadOnlyList<Incident> IncidentsOf(string report);

    // Every organisation's overlay of a shared incident.
    IReadOnlyList<Incident> OverlaysOf(string shared);

    // The shared incident of a name; null when there is none.
    Incident? Shared(string name);

    // The incident of a name that is shared or of this scope, or the one that it has become part of; null when there is none.
    Incident? Standing(string name, Scope scope);
}
