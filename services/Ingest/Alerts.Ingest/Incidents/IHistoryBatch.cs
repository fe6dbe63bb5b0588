namespace Alerts.Ingest.Incidents;

// Rows of a data set that are stored together. Not thread safe.
internal interface IHistoryBatch
{
    // Takes a row, and keeps no more of the incident than is to be written: thousands of whole ones that wait for the disk are what a collector would be busy with.
    // editedAt: when the data set last edited the row; null when it does not say.
    void Add(Incident incident, DateTimeOffset? editedAt);

    // Stores the batch and how far the file is then, in the order of the calls; several batches may be on their way. Answers how many rows were new or changed. A row that the data set edited before
    // the one that is stored changes nothing. Throws InvalidOperationException when the batch before is not stored: nothing is left out of a file.
    Task<int> StoreAsync(HistoryProgress progress, CancellationToken cancellationToken);
}
