using Alerts.Platform.Storage;
using Alerts.Risk.Views;
using Alerts.Risk.Wire;
using Alerts.V1;
using Google.Protobuf;

namespace Alerts.Risk.Storage;

/// <summary>Imported history, a batch a row: a hundred thousand incidents are some hundred rows to store, and to read at a start.</summary>
internal static class HistoryRows
{
    /// <summary>Stores a batch.</summary>
    public static void Add(IWriteSession session, HistoryRecorded batch) =>
        session.Defer("INSERT INTO history (epoch, body) VALUES ($1, $2)", session.Turn.Epoch, batch.ToByteArray());

    /// <summary>Brings a board up to date; what stands in other rows of older revisions must be in it already.</summary>
    /// <returns>The highest epoch seen; <paramref name="since"/> when there is none.</returns>
    public static long Follow(IReadSession session, ThreatBoard board, long since)
    {
        long through = since;
        session.Query(
            "SELECT epoch, body FROM history WHERE epoch > $1 ORDER BY seq",
            r =>
            {
                through = Math.Max(through, r.GetInt64(0));
                Put(board, HistoryRecorded.Parser.ParseFrom(r.GetFieldValue<byte[]>(1)));
                return 0;
            },
            since);
        return through;
    }

    /// <summary>Puts a batch into a board.</summary>
    public static void Put(ThreatBoard board, HistoryRecorded batch)
    {
        foreach (HistoricIncident row in batch.Rows)
            board.ContributeHistoric(HistoryMap.NameOf(row), row.Revision, HistoryMap.ToContribution(row, batch.Organisation));
    }
}
