namespace Alerts.Ingest.Incidents;

// The span of local days, both included, for which a data set is complete for a country.
internal sealed record Coverage(string CountryCode, DateOnly From, DateOnly Through);
