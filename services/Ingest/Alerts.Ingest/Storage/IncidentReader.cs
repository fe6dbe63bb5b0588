using Alerts.Ingest.Incidents;
using Alerts.Platform.Storage;
using Alerts.Terms;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Ingest.Storage;

// Reads incidents for callers. Shared ones and an organisation's own are two ranges of one index, and history is a table of its own; they are merged here. Rows of a data set whose source forbids passing them on are read by those who have
// imported that data set themselves, and by nobody else: to others it is as if they were not there.
internal sealed class IncidentReader([FromKeyedServices(IngestSetup.StoreName)] IStore store) : IIncidentReader
{
    // One degree of latitude is at least this many kilometres.
    private const double KmPerDegree = 110.57;

    public async Task<Incident?> FindAsync(string name, Scope organisation, CancellationToken cancellationToken)
    {
        Incident? found = await store.ReadAsync(
            organisation,
            session => IncidentRows.Query(session, "name = $1 AND (scope = 'shared' OR scope = $2)", name, organisation.Value) is [var found] ? found : HistoryRows.Find(session, name),
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
        double margin = filter.RadiusKm / KmPerDegree;
        var ranges = new List<Func<IncidentPosition, IReadOnlyList<ListedIncident>>>
        {
            at => Page(session, filter, Scope.Shared, at, margin, count),
            at => Page(session, filter, filter.Organisation, at, margin, count),
        };
        if (filter.IncludeHistoric)
            ranges.Add(at => HistoryRows.Page(session, filter, at, margin, openOnly: imported.Count == 0, count));
        return [.. ranges.SelectMany(range => Range(range, filter, imported, after, count))
            .OrderByDescending(i => i.Position.Start).ThenByDescending(i => i.Position.Name, StringComparer.Ordinal).Take(count)];
    }

    private static List<ListedIncident> Range(
        Func<IncidentPosition, IReadOnlyList<ListedIncident>> pageAfter, IncidentFilter filter, HashSet<string> imported, IncidentPosition? after, int count)
    {
        var found = new List<ListedIncident>();
        IncidentPosition at = after ?? new IncidentPosition(long.MaxValue, "");
        while (found.Count < count)
        {
            IReadOnlyList<ListedIncident> page = pageAfter(at);
            foreach (ListedIncident listed in page)
            {
                at = listed.Position;
                if (!MayRead(listed.Incident, imported))
                    continue;
                if (filter.Near is not { } point || listed.Incident.Sites.Any(s => s.Place.Point.DistanceKmTo(point) <= filter.RadiusKm))
                    found.Add(listed);
            }

            if (page.Count < count)
                break;
        }

        return found;
    }

    private static IReadOnlyList<ListedIncident> Page(IReadSession session, IncidentFilter filter, Scope scope, IncidentPosition after, double margin, int count)
    {
        IReadOnlyList<Incident> page = IncidentRows.Query(
            session,
            "scope = $1 AND historic = 0 AND start_us <= $2 AND (start_us < $2 OR name < $3) AND start_us >= $4 AND start_us < $5 AND merged_into = '' "
            + "AND ($6 = '' OR country = $6) AND north >= $7 AND south <= $8 "
            + "AND NOT EXISTS (SELECT 1 FROM overlay WHERE overlay.scope = $9 AND overlay.shared = incident.name) "
            + "ORDER BY start_us DESC, name DESC LIMIT $10",
            scope.Value,
            after.Start,
            after.Name,
            filter.From?.ToMicroseconds() ?? long.MinValue,
            filter.To?.ToMicroseconds() ?? long.MaxValue,
            filter.CountryCode,
            filter.Near is { } near ? near.Latitude - margin : -90.0,
            filter.Near is { } far ? far.Latitude + margin : 90.0,
            filter.Organisation.Value,
            (long)count);
        return [.. page.Select(incident => new ListedIncident(incident, new IncidentPosition(incident.Window.From.ToMicroseconds(), incident.Name)))];
    }
}
