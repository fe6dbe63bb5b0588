using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// One file of a data set, imported by an organisation.
internal sealed record HistoryFile(Scope Organisation, string Dataset, string Digest);

internal readonly record struct HistoryProgress(long RowsDone, long RowsRefused);

// Keeps imported history. Thread safe. What is answered is synced to disk.
internal interface IHistoryStore
{
    Task<HistoryProgress> ProgressAsync(HistoryFile file, CancellationToken cancellationToken);

    // Rows of a file that follow one another. firstRow: how many rows of the file lie before.
    IHistoryBatch Begin(HistoryFile file, long firstRow);

    Task CloseAsync(IReadOnlyList<Coverage> coverage, CancellationToken cancellationToken);
}
