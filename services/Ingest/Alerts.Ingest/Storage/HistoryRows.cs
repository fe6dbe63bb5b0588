using System.Data.Common;
using Alerts.Ingest.Incidents;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Ingest.Storage;

// Imported history as rows of a table of its own: in that of incidents its hundred thousands of names made every index some ten times as large as what is folded needs.
internal static class HistoryRows
{
    // Ids of one look-up.
    private const int MostIds = 64;

    private const string Read = "SELECT body, tlp, revision, import_us, id FROM history WHERE ";
    private static readonly string[] Columns = ["id", "revision", "tlp", "start_us", "country", "latitude", "import_us", "content", "body"];

    // Stores those that are new or that take the place of what is stored. Answers which, each by its position and its revision.
    public static IReadOnlyList<(int Position, long Revision)> Store(IWriteSession session, IReadOnlyList<HistoryRow> rows)
    {
        Dictionary<Guid, (long Revision, byte[] Content)> known = Known(session, rows);
        var changed = new List<(int Position, long Revision)>(rows.Count);
        var added = new Dictionary<Guid, (int Position, long Revision)>();
        for (int i = 0; i < rows.Count; i++)
        {
            var id = new Guid(rows[i].Id, bigEndian: true);
            (long before, byte[] content) = known.GetValueOrDefault(id);
            if (before > 0 && !rows[i].Replaces(content))
                continue;
            long revision = before + 1;
            known[id] = (revision, rows[i].Content);
            changed.Add((i, revision));
            // A file may name a row twice: the last one counts.
            if (before == 0 || added.ContainsKey(id))
                added[id] = (i, revision);
            else
                Replace(session, rows[i], revision);
        }

        if (added.Count > 0)
        {
            // In the order of the index, whose pages are then each written once.
            session.InsertMany("history", Columns, [.. added.OrderBy(row => row.Key).Select(row => rows[row.Value.Position].Values(row.Value.Revision))]);
        }

        return changed;
    }

    public static Incident? Find(IReadSession session, string name) =>
        IncidentNames.TryId(name, out byte[] id) ? session.QueryFirst(Read + "id = $1", r => Row(r).Incident, id) : null;

    // Newest start first, from behind a position.
    public static IReadOnlyList<ListedIncident> Page(IReadSession session, IncidentFilter filter, IncidentPosition after, double margin, bool openOnly, int count) => session.Query(
        "SELECT body, tlp, revision, import_us, id, start_us FROM history WHERE start_us <= $1 AND (start_us < $1 OR id < $2) AND start_us >= $3 AND start_us < $4 "
        // Rows that may not be passed on are labelled GREEN: whoever has imported nothing need not step over them one by one.
        + "AND ($5 = '' OR country = $5) AND latitude >= $6 AND latitude <= $7 AND ($8 = 0 OR tlp = $9) ORDER BY start_us DESC, id DESC LIMIT $10",
        r =>
        {
            (Incident incident, string name) = Row(r);
            return new ListedIncident(incident, new IncidentPosition(r.GetInt64(5), name));
        },
        after.Start,
        IncidentNames.TryId(after.Name, out byte[] id) ? id : [],
        filter.From?.ToMicroseconds() ?? long.MinValue,
        filter.To?.ToMicroseconds() ?? long.MaxValue,
        filter.CountryCode,
        filter.Near is { } near ? near.Latitude - margin : -90.0,
        filter.Near is { } far ? far.Latitude + margin : 90.0,
        openOnly,
        (long)TlpLabel.Clear,
        (long)count);

    private static Dictionary<Guid, (long Revision, byte[] Content)> Known(IReadSession session, IReadOnlyList<HistoryRow> rows)
    {
        var known = new Dictionary<Guid, (long, byte[])>();
        foreach (HistoryRow[] some in rows.Chunk(MostIds))
        {
            IReadOnlyList<byte[]> ids = SqlLists.Padded([.. some.Select(row => row.Id)]);
            session.Query(
                SqlLists.Repeat("SELECT id, revision, content FROM history WHERE id IN (", "{0}", ", ", ")", 1, ids.Count),
                r => known[new Guid(r.GetFieldValue<byte[]>(0), bigEndian: true)] = (r.GetInt64(1), r.GetFieldValue<byte[]>(2)),
                [.. ids]);
        }

        return known;
    }

    private static void Replace(IWriteSession session, HistoryRow row, long revision) => session.Defer(
        "UPDATE history SET revision = $2, tlp = $3, start_us = $4, country = $5, latitude = $6, import_us = $7, content = $8, body = $9 WHERE id = $1", row.Values(revision));

    private static (Incident Incident, string Name) Row(DbDataReader row)
    {
        Incident incident = IncidentRows.Read(row.GetFieldValue<byte[]>(0), (TlpLabel)row.GetInt32(1), [], row.GetInt64(2));
        if (row.GetInt64(3) is not 0 and var import)
            incident = incident with { CreateTime = Instants.FromMicroseconds(import), UpdateTime = Instants.FromMicroseconds(import) };
        return (incident, incident.Name);
    }
}
