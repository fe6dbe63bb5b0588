namespace Alerts.Ingest.Reports;

// A report with what became of it.
internal sealed record StoredReport(Report Report, ReportState State, string Incident, string RetractionReason);
