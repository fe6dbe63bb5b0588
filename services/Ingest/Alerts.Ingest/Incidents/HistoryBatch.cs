namespace Alerts.Ingest.Incidents;

// Rows that follow each other in a file. FirstRow: how many rows of the file lie before. Progress: how far the file is once the batch is stored.
internal sealed record HistoryBatch(long FirstRow, IReadOnlyList<ImportedIncident> Rows, HistoryProgress Progress);
