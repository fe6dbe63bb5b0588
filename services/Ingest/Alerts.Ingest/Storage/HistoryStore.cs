using Alerts.Ingest.Incidents;
using Alerts.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Ingest.Storage;

// Where imported history and how far each file is are kept.
internal sealed class HistoryStore([FromKeyedServices(IngestSetup.StoreName)] IStore store, IHistoryEvents<IWriteSession> events) : IHistoryStore
{
    public Task<HistoryProgress> ProgressAsync(HistoryFile file, CancellationToken cancellationToken) =>
        store.ReadAsync(session => ImportProgress.Of(session, file), cancellationToken);

    public IHistoryBatch Begin(HistoryFile file, long firstRow) => new HistoryBatch(store, file, firstRow, events.Begin(file.Organisation));

    public Task CloseAsync(IReadOnlyList<Coverage> coverage, CancellationToken cancellationToken) => store.WriteAsync(
        session =>
        {
            events.Covered(session, coverage);
            return true;
        },
        cancellationToken);
}
