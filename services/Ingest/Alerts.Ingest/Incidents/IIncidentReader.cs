using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Reads incidents as an organisation may see them. Thread safe.
internal interface IIncidentReader
{
    // Null when the organisation has none of that name. A shared incident's name is found although an overlay hides it in lists.
    Task<Incident?> FindAsync(string name, Scope organisation, CancellationToken cancellationToken);

    // A page, newest start first.
    Task<IReadOnlyList<ListedIncident>> ListAsync(IncidentFilter filter, IncidentPosition? after, int count, CancellationToken cancellationToken);
}

// Unset means no bound. Near: within the radius of a point, kilometres.
internal sealed record IncidentFilter(Scope Organisation)
{
    public string CountryCode { get; init; } = "";

    public GeoPoint? Near { get; init; }

    public double RadiusKm { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public bool IncludeHistoric { get; init; }
}

// Where an incident stands in the list: by start, Unix microseconds, then by name.
internal readonly record struct IncidentPosition(long Start, string Name);

internal sealed record ListedIncident(Incident Incident, IncidentPosition Position);
