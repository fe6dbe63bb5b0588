namespace Alerts.Ingest.Incidents;

// An incident made of a row of a data set. EditedAt: when the data set last edited the row; null when it does not say.
internal sealed record ImportedIncident(Incident Incident, DateTimeOffset? EditedAt);
