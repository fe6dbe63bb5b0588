using Alerts.Ingest.Reports;

namespace Alerts.Ingest.Storage;

// What folding takes next: a report, or the names that a retraction withdraws. Report is null for a retraction.
internal sealed record FoldItem(long Sequence, Report? Report, ReportState State, IReadOnlySet<string> Withdrawn, DateTimeOffset AcceptTime, string Traceparent);
