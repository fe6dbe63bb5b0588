namespace Alerts.Ingest.Reports;

// The UTF-16 code units of the report's text that a field was read from.
internal sealed record Evidence(string Field, int Start, int Length);
