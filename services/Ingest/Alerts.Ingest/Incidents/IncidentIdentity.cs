using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// What an incident is apart from its reports.
internal sealed record IncidentIdentity(string Name, Scope Scope, DateTimeOffset CreateTime)
{
    public long Revision { get; init; }

    public IReadOnlyList<string> Overlays { get; init; } = [];

    public IReadOnlyList<IncidentLink> Links { get; init; } = [];

    public static IncidentIdentity Of(Incident incident) => new(incident.Name, incident.Scope, incident.CreateTime)
    {
        Revision = incident.Revision,
        Overlays = incident.Overlays,
        Links = incident.Links,
    };
}
