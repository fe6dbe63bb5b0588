using System.Buffers.Binary;
using System.Security.Cryptography;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Wire;
using Alerts.Platform.Storage;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Ingest.Storage;

// Invariant: the rows of a batch, the event that tells of them and the file's progress are one unit. All that needs no store is done when a row is added: the writer is what an import waits for.
internal sealed class HistoryBatch(IStore store, HistoryFile file, long firstRow, IHistoryNews<IWriteSession> news) : IHistoryBatch
{
    private static readonly Timestamp Never = DateTimeOffset.UnixEpoch.ToTimestamp();

    private readonly List<HistoryRow> _rows = [];

    public void Add(Incident incident, DateTimeOffset? editedAt)
    {
        _rows.Add(Row(incident, editedAt));
        news.Add(incident);
    }

    public Task<int> StoreAsync(HistoryProgress progress, CancellationToken cancellationToken) => store.WriteAsync(
        session =>
        {
            long done = ImportProgress.Of(session, file).RowsDone;
            if (done < firstRow)
                throw new InvalidOperationException($"Rows {done} to {firstRow} of the file are not stored.");
            IReadOnlyList<(int Position, long Revision)> changed = HistoryRows.Store(session, _rows);
            if (changed.Count > 0)
                news.Tell(session, changed);
            ImportProgress.Save(session, file, progress);
            return changed.Count;
        },
        cancellationToken);

    // Revision and instants of the import stand beside the body, so that equal rows of a data set have equal bodies.
    private static HistoryRow Row(Incident incident, DateTimeOffset? editedAt)
    {
        SitePlace place = incident.Sites[0].Place;
        var wire = IncidentWire.Wire(incident);
        wire.CreateTime = wire.UpdateTime = Never;
        byte[] body = wire.ToByteArray();
        byte[] content = new byte[editedAt is null ? HistoryRow.DigestBytes : HistoryRow.DigestBytes + sizeof(long)];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        digest[..HistoryRow.DigestBytes].CopyTo(content);
        if (editedAt is { } edited)
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
