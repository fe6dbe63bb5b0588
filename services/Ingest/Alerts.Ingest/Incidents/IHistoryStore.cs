using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// One file of a data set, imported by an organisation.
internal sealed record HistoryFile(Scope Organisation, string Dataset, string Digest);

internal readonly record struct HistoryProgress(long RowsDone, long RowsRefused);

// Keeps imported history. Thread safe. What is answered is synced to disk.
internal interface IHistoryStore
{
    Task<HistoryProgress> ProgressAsync(HistoryFile file, CancellationToken cancellationToken);

    // Stores a batch and how far the file is. Answers how many rows were new or changed.
    Task<int> StoreAsync(HistoryFile file, IReadOnlyList<Incident> incidents, HistoryProgress progress, CancellationToken cancellationToken);

    Task CloseAsync(IReadOnlyList<Coverage> coverage, CancellationToken cancellationToken);
}
