using Alerts.Ingest.Incidents;
using Alerts.Platform.Storage;
using Alerts.Terms;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Ingest.Storage;

// Reads incidents for callers. Shared ones and an organisation's own are two ranges of one index, merged here. Rows of a data set whose source forbids passing them on are read by those who have
// imported that data set themselves, and by nobody else: to others it is as if they were not there.
internal sealed class IncidentReader([FromKeyedServices(IngestSetup.StoreName)] IStore store) : IIncidentReader
{
    // One degree of latitude is at least this many kilometres.
    private const double KmPerDegree = 110.57;

    public async Task<Incident?> FindAsync(string name, Scope organisation, CancellationToken cancellationToken)
    {
        Incident? found = await store.ReadAsync(
            organisation,
            session => IncidentRows.First(session, "name = $1 AND (scope = 'shared' OR scope = $2)", name, organisation.Value),
            cancellationToken);
        return found is null or { NoRedistribution: false } || MayRead(found, await ImportedByAsync(organisation, cancellationToken)) ? found : null;
    }

    public async Task<IReadOnlyList<ListedIncident>> ListAsync(IncidentFilter filter, IncidentPosition? after, int count, CancellationToken cancellationToken)
    {
        HashSet<string> imported = filter.IncludeHistoric ? await ImportedByAsync(filter.Organisation, cancellationToken) : [];
        return await store.ReadAsync<IReadOnlyList<ListedIncident>>(filter.Organisation, session => List(session, filter, imported, after, count), cancellationToken);
    }

    private static bool MayRead(Incident incident, HashSet<string> imported) => !incident.NoRedistribution || imported.Contains(incident.SourceRecord.Split('/')[0]);

    // Data sets that an organisation has rows of by an import of its own. As the service itself: the table is no caller's.
    private Task<HashSet<string>> ImportedByAsync(Scope organisation, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.Query("SELECT DISTINCT dataset FROM import_progress WHERE organisation = $1", r => r.GetString(0), organisation.Value).ToHashSet(StringComparer.Ordinal),
        cancellationToken);

    private static IReadOnlyList<ListedIncident> List(IReadSession session, IncidentFilter filter, HashSet<string> imported, IncidentPosition? after, int count)
    {
        var ranges = new List<(Scope Scope, bool Historic)> { (Scope.Shared, false), (filter.Organisation, false) };
        if (filter.IncludeHistoric)
            ranges.Add((Scope.Shared, true));
        return [.. ranges.SelectMany(range => Range(session, filter, imported, range.Scope, range.Historic, after, count))
            .OrderByDescending(i => i.Position.Start).ThenByDescending(i => i.Position.Name, StringComparer.Ordinal).Take(count)];
    }

    private static List<ListedIncident> Range(IReadSession session, IncidentFilter filter, HashSet<string> imported, Scope scope, bool historic, IncidentPosition? after, int count)
    {
        var found = new List<ListedIncident>();
        IncidentPosition at = after ?? new IncidentPosition(long.MaxValue, "");
        double margin = filter.RadiusKm / KmPerDegree;
        while (found.Count < count)
        {
            IReadOnlyList<Incident> page = IncidentRows.Query(
                session,
                "scope = $1 AND historic = $2 AND start_us <= $3 AND (start_us < $3 OR name < $4) AND start_us >= $5 AND start_us < $6 AND merged_into = '' "
                + "AND ($7 = '' OR country = $7) AND north >= $8 AND south <= $9 "
                // Rows that may not be passed on are labelled GREEN: whoever has imported nothing need not step over them one by one.
                + "AND (historic = 0 OR $12 = 1 OR tlp = $13) "
                + "AND NOT EXISTS (SELECT 1 FROM overlay WHERE overlay.scope = $10 AND overlay.shared = incident.name) "
                + "ORDER BY start_us DESC, name DESC LIMIT $11",
                scope.Value,
                historic ? 1L : 0L,
                at.Start,
                at.Name,
                filter.From?.ToMicroseconds() ?? long.MinValue,
                filter.To?.ToMicroseconds() ?? long.MaxValue,
                filter.CountryCode,
                filter.Near is { } near ? near.Latitude - margin : -90.0,
                filter.Near is { } far ? far.Latitude + margin : 90.0,
                filter.Organisation.Value,
                (long)count,
                imported.Count > 0 ? 1L : 0L,
                (long)TlpLabel.Clear);
            foreach (Incident incident in page)
            {
                at = new IncidentPosition(incident.Window.From.ToMicroseconds(), incident.Name);
                if (!MayRead(incident, imported))
                    continue;
                if (filter.Near is not { } point || incident.Sites.Any(s => s.Place.Point.DistanceKmTo(point) <= filter.RadiusKm))
                    found.Add(new ListedIncident(incident, at));
            }

            if (page.Count < count)
                break;
        }

        return found;
    }
}
