using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// One file of a data set, imported by an organisation.
internal sealed record HistoryFile(Scope Organisation, string Dataset, string Digest);

internal readonly record struct HistoryProgress(long RowsDone, long RowsRefused);

// Keeps imported history. Thread safe. What is answered is synced to disk.
internal interface IHistoryStore
{
    Task<HistoryProgress> ProgressAsync(HistoryFile file, CancellationToken cancellationToken);

    // Stores a batch and how far the file is, in the order of the calls; several may be on their way. Answers how many rows were new or changed. A row that the data set edited before the one that
    // is stored changes nothing. Throws InvalidOperationException when the batch before is not stored: nothing is left out of a file.
    Task<int> StoreAsync(HistoryFile file, HistoryBatch batch, CancellationToken cancellationToken);

    Task CloseAsync(IReadOnlyList<Coverage> coverage, CancellationToken cancellationToken);
}
