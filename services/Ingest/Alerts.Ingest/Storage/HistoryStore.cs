using System.Buffers.Binary;
using System.Security.Cryptography;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Wire;
using Alerts.Platform.Storage;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
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

    public async Task<int> StoreAsync(HistoryFile file, HistoryBatch batch, CancellationToken cancellationToken)
    {
        // All that needs no store is done before the unit: the writer is what an import waits for.
        (Incident Incident, byte[] Content, byte[] Body)[] rows = [.. batch.Rows.Select(Bytes)];
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
                var changed = new List<(int Position, long Revision)>(rows.Length);
                for (int i = 0; i < rows.Length; i++)
                {
                    if (IncidentRows.Import(session, rows[i].Incident, rows[i].Content, rows[i].Body) is { } revision)
                        changed.Add((i, revision));
                }

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

    // What is stored of a row. Content: a digest of it without the instants of the import, and behind it when the data set edited it, if it says so: seconds since 1970, the highest byte first,
    // so that bytes compare as instants do.
    private static (Incident Incident, byte[] Content, byte[] Body) Bytes(HistoryRow row)
    {
        var wire = IncidentWire.Wire(row.Incident);
        byte[] body = wire.ToByteArray();
        wire.CreateTime = wire.UpdateTime = DateTimeOffset.UnixEpoch.ToTimestamp();
        byte[] content = new byte[row.EditedAt is null ? DigestBytes : DigestBytes + sizeof(long)];
        SHA256.HashData(wire.ToByteArray()).AsSpan(0, DigestBytes).CopyTo(content);
        if (row.EditedAt is { } edited)
            BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(DigestBytes), edited.ToUnixTimeSeconds());
        return (row.Incident, content, body);
    }
}
