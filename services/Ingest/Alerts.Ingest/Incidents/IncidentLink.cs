namespace Alerts.Ingest.Incidents;

// Numbers equal those of the proto enum of the same name.
internal enum IncidentLinkKind
{
    MaybeSame = 1,
    Nearby = 2,
}

internal sealed record IncidentLink(string Incident, IncidentLinkKind Kind);
