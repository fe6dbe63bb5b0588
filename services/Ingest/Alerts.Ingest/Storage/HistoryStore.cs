using System.Buffers.Binary;
using System.Security.Cryptography;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Wire;
using Alerts.Platform.Storage;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Ingest.Storage;

// Invariant: the rows of a batch, the event that tells of them and the file's progress are one unit.
internal sealed class HistoryStore([FromKeyedServices(IngestSetup.StoreName)] IStore store, IHistoryEvents<IWriteSession> events) : IHistoryStore
{
    public Task<HistoryProgress> ProgressAsync(HistoryFile file, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.QueryFirst(
            "SELECT rows_done, rows_refused FROM import_progress WHERE organisation = $1 AND dataset = $2 AND file_digest = $3",
            r => new HistoryProgress(r.GetInt64(0), r.GetInt64(1)),
            file.Organisation.Value, file.Dataset, file.Digest),
        cancellationToken);

    public async Task<int> StoreAsync(HistoryFile file, HistoryBatch batch, CancellationToken cancellationToken)
    {
        // All that needs no store is done before the unit: the writer is what an import waits for.
        HistoryRow[] rows = [.. batch.Rows.Select(Row)];
        var tell = events.Prepare(file.Organisation, [.. batch.Rows.Select(row => row.Incident)]);
        return await store.WriteAsync(
            session =>
            {
                long done = session.QueryFirst(
                    "SELECT rows_done FROM import_progress WHERE organisation = $1 AND dataset = $2 AND file_digest = $3",
                    r => r.GetInt64(0),
                    file.Organisation.Value, file.Dataset, file.Digest);
                if (done < batch.FirstRow)
                    throw new InvalidOperationException($"Rows {done} to {batch.FirstRow} of the file are not stored.");
                IReadOnlyList<(int Position, long Revision)> changed = HistoryRows.Store(session, rows);
                if (changed.Count > 0)
                    tell(session, changed);
                session.Defer(
                    "INSERT INTO import_progress (organisation, dataset, file_digest, rows_done, rows_refused) VALUES ($1, $2, $3, $4, $5) "
                    + "ON CONFLICT (organisation, dataset, file_digest) DO UPDATE SET rows_done = excluded.rows_done, rows_refused = excluded.rows_refused",
                    file.Organisation.Value, file.Dataset, file.Digest, batch.Progress.RowsDone, batch.Progress.RowsRefused);
                return changed.Count;
            },
            cancellationToken);
    }

    public Task CloseAsync(IReadOnlyList<Coverage> coverage, CancellationToken cancellationToken) => store.WriteAsync(
        session =>
        {
            events.Covered(session, coverage);
            return true;
        },
        cancellationToken);

    // Revision and instants of the import stand beside the body, so that equal rows of a data set have equal bodies.
    private static HistoryRow Row(ImportedIncident imported)
    {
        Incident incident = imported.Incident;
        SitePlace place = incident.Sites[0].Place;
        var wire = IncidentWire.Wire(incident);
        wire.CreateTime = wire.UpdateTime = DateTimeOffset.UnixEpoch.ToTimestamp();
        byte[] body = wire.ToByteArray();
        byte[] content = new byte[imported.EditedAt is null ? HistoryRow.DigestBytes : HistoryRow.DigestBytes + sizeof(long)];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        digest[..HistoryRow.DigestBytes].CopyTo(content);
        if (imported.EditedAt is { } edited)
            BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(HistoryRow.DigestBytes), edited.ToUnixTimeSeconds());
        return new HistoryRow(
            IncidentNames.TryId(incident.Name, out byte[] id) ? id : throw new InvalidOperationException($"{incident.Name} is no incident's name."),
            (int)incident.Tlp,
            incident.Window.From.ToMicroseconds(),
            place.CountryCode,
            place.Point.Latitude,
            incident.CreateTime.ToMicroseconds(),
            content,
            body);
    }
}
