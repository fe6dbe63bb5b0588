using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// One new revision. Reports is null when they are those of the revision before. OverlaidIn is for a shared incident: organisations whose
// view shows an overlay instead.
internal sealed record IncidentChange(Incident Incident, IReadOnlyList<Report>? Reports, IReadOnlyList<string> Absorbed, IReadOnlyList<Scope> OverlaidIn);
