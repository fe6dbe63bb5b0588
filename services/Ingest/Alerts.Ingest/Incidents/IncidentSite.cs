using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// One site, with the independent origins that report it.
internal sealed record IncidentSite(SitePlace Place, IReadOnlyList<TargetKind> Targets, IReadOnlyList<string> Origins, Verification Verification);
