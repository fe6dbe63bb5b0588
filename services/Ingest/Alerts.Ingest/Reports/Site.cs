using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// One place that was struck. Targets are empty when they are the report's.
internal sealed record Site(PlaceReference Reference, SitePlace Place, IReadOnlyList<TargetKind> Targets);
