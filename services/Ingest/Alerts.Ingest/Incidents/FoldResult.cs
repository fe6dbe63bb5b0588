namespace Alerts.Ingest.Incidents;

// What one fold changes. Home is the incident, in the report's own scope, that it is now part of; empty for a retraction.
internal sealed record FoldResult(string Home, IReadOnlyList<IncidentChange> Changes);
