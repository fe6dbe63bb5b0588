using Alerts.Ingest.Incidents;
using Alerts.Platform.Storage;

namespace Alerts.Ingest.Storage;

// How far the import of a file is, as a row.
internal static class ImportProgress
{
    public static HistoryProgress Of(IReadSession session, HistoryFile file) => session.QueryFirst(
        "SELECT rows_done, rows_refused FROM import_progress WHERE organisation = $1 AND dataset = $2 AND file_digest = $3",
        r => new HistoryProgress(r.GetInt64(0), r.GetInt64(1)),
        file.Organisation.Value, file.Dataset, file.Digest);

    public static void Save(IWriteSession session, HistoryFile file, HistoryProgress progress) => session.Defer(
        "INSERT INTO import_progress (organisation, dataset, file_digest, rows_done, rows_refused) VALUES ($1, $2, $3, $4, $5) "
        + "ON CONFLICT (organisation, dataset, file_digest) DO UPDATE SET rows_done = excluded.rows_done, rows_refused = excluded.rows_refused",
        file.Organisation.Value, file.Dataset, file.Digest, progress.RowsDone, progress.RowsRefused);
}
