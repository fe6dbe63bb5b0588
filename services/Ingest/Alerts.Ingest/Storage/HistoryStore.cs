using System.Security.Cryptography;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Wire;
using Alerts.Platform.Storage;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Ingest.Storage;

// Invariant: the rows of a batch, the event that tells of them and the file's progress are one unit.
internal sealed class HistoryStore([FromKeyedServices(IngestSetup.StoreName)] IStore store, IHistoryEvents<IWriteSession> events) : IHistoryStore
{
    // Enough to tell two contents of one row apart.
    private const int DigestBytes = 16;

    public Task<HistoryProgress> ProgressAsync(HistoryFile file, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.QueryFirst(
            "SELECT rows_done, rows_refused FROM import_progress WHERE organisation = $1 AND dataset = $2 AND file_digest = $3",
            r => new HistoryProgress(r.GetInt64(0), r.GetInt64(1)),
            file.Organisation.Value, file.Dataset, file.Digest),
        cancellationToken);

    public Task<int> StoreAsync(HistoryFile file, IReadOnlyList<Incident> incidents, HistoryProgress progress, CancellationToken cancellationToken)
    {
        List<(Incident Incident, byte[] Content)> rows = [.. incidents.Select(i => (i, ContentOf(i)))];
        return store.WriteAsync(
            session =>
            {
                var changed = new List<Incident>();
                foreach ((Incident incident, byte[] content) in rows)
                {
                    if (IncidentRows.Import(session, incident, content) is { } revision)
                        changed.Add(incident with { Revision = revision });
                }

                if (changed.Count > 0)
                    events.Imported(session, changed, []);
                session.Defer(
                    "INSERT INTO import_progress (organisation, dataset, file_digest, rows_done, rows_refused) VALUES ($1, $2, $3, $4, $5) "
                    + "ON CONFLICT (organisation, dataset, file_digest) DO UPDATE SET rows_done = excluded.rows_done, rows_refused = excluded.rows_refused",
                    file.Organisation.Value, file.Dataset, file.Digest, progress.RowsDone, progress.RowsRefused);
                return changed.Count;
            },
            cancellationToken);
    }

    public Task CloseAsync(IReadOnlyList<Coverage> coverage, CancellationToken cancellationToken) => store.WriteAsync(
        session =>
        {
            events.Imported(session, [], coverage);
            return true;
        },
        cancellationToken);

    private static byte[] ContentOf(Incident incident) =>
        SHA256.HashData(IncidentWire.Wire(incident with { CreateTime = DateTimeOffset.UnixEpoch, UpdateTime = DateTimeOffset.UnixEpoch }).ToByteArray())[..DigestBytes];
}
