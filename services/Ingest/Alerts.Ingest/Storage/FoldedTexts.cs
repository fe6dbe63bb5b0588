using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Platform.Storage;

namespace Alerts.Ingest.Storage;

// Which reports have which text, as one unit of folding sees it. It looks up the texts of many reports in one go and remembers what the
// unit adds: nobody else writes meanwhile.
internal sealed class FoldedTexts(IWriteSession session)
{
    // A text that was sent so often is known well enough by its earliest copies.
    private const int MostCopies = 32;

    // Keys of one statement.
    private const int MostKeys = 512;

    private readonly Dictionary<long, List<(long AcceptUs, long Sequence)>> _known = [];

    // Asks; what it returns reads the answers.
    public Action Expect(IReadOnlyList<Report> reports)
    {
        Report[] told = [.. reports.Where(r => r.Print is not null)];
        long[] keys = [.. told.SelectMany(r => r.Print!.Keys()).Distinct()];
        var asked = new List<Asked<(long Key, long AcceptUs, long Sequence)>>();
        if (keys.Length == 0)
            return () => { };
        foreach (long key in keys)
            _known[key] = [];
        long since = told.Min(Since);
        foreach (long[] some in keys.Chunk(MostKeys))
        {
            IReadOnlyList<long> padded = SqlLists.Padded(some);
            asked.Add(session.Ask(
                SqlLists.Repeat(
                    "SELECT key, accept_us, seq FROM (SELECT key, accept_us, seq, row_number() OVER (PARTITION BY key ORDER BY accept_us, seq) AS place "
                    + "FROM text_print WHERE accept_us >= $1 AND key IN (",
                    "{0}", ", ", ")) AS copies WHERE place <= $2 ORDER BY accept_us, seq", 3, padded.Count),
                r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)),
                [since, (long)MostCopies, .. padded]));
        }

        return () =>
        {
            foreach ((long key, long acceptUs, long sequence) in asked.SelectMany(a => a.Rows))
                _known[key].Add((acceptUs, sequence));
        };
    }

    // Numbers of reports that share a key with one that was expected, the earliest first.
    public IReadOnlyList<long> Like(Report report)
    {
        if (report.Print is null)
            return [];
        long since = Since(report);
        return [.. report.Print.Keys().SelectMany(k => _known[k]).Where(c => c.AcceptUs >= since && c.Sequence != report.Sequence).Select(c => c.Sequence).Distinct().Order()];
    }

    public void Remember(Report report)
    {
        if (report.Print?.Keys() is not { } keys)
            return;
        long at = report.AcceptTime.ToMicroseconds();
        session.Defer(
            SqlLists.Repeat("INSERT INTO text_print (seq, scope, accept_us, key) VALUES ", "($1, $2, $3, {0})", ", ", " ON CONFLICT DO NOTHING", 4, keys.Count),
            [report.Sequence, report.Scope.Value, at, .. keys]);
        foreach (List<(long, long)> copies in keys.Distinct().Select(k => _known[k]).Where(c => c.Count < MostCopies))
            copies.Add((at, report.Sequence));
    }

    private static long Since(Report report) => (report.AcceptTime - OriginFinder.CopyWindow).ToMicroseconds();
}
