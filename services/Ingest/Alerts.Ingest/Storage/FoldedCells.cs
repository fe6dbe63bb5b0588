using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Ingest.Storage;

// Where open incidents are, as one unit of folding sees it. It looks around many reports in one go and remembers what the unit changes:
// nobody else writes meanwhile.
internal sealed class FoldedCells(IWriteSession session)
{
    // The widest window of a start: a month, the hours of the merge rule, and a day for time zones.
    private static readonly TimeSpan WidestWindow = TimeSpan.FromDays(33);

    // Cells of one statement.
    private const int MostCells = 512;

    private readonly Dictionary<long, List<Row>> _known = [];

    // Asks; what it returns reads the answers.
    public Action Expect(IReadOnlyList<Report> reports)
    {
        var asked = new List<Asked<Row>>();
        if (reports.Count == 0)
            return () => { };
        (long Earliest, long To, long From)[] windows = [.. reports.Select(r => Bounds(WindowOf(r)))];
        (long earliest, long to, long from) = (windows.Min(w => w.Earliest), windows.Max(w => w.To), windows.Min(w => w.From));
        IReadOnlyList<long> families = SqlLists.Padded([.. reports.SelectMany(r => MergeRules.RelatedTo(r.Type.Family)).Distinct().Select(f => (long)f)]);
        long[] cells = [.. reports.SelectMany(r => CellGrid.Around([.. r.Sites.Select(s => s.Place)])).Distinct()];
        string related = string.Join(", ", Enumerable.Range(4, families.Count).Select(i => $"${i}"));
        foreach (long cell in cells)
            _known[cell] = [];
        foreach (long[] some in cells.Chunk(MostCells))
        {
            IReadOnlyList<long> padded = SqlLists.Padded(some);
            asked.Add(session.Ask(
                SqlLists.Repeat(
                    $"SELECT cell, family, start_us, end_us, scope, incident FROM incident_cell WHERE family IN ({related}) AND start_us >= $1 AND start_us <= $2 AND end_us >= $3 AND cell IN (",
                    "{0}", ", ", ")", 4 + families.Count, padded.Count),
                r => new Row(r.GetInt64(0), (TypeFamily)r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetString(4), r.GetString(5)),
                [earliest, to, from, .. families, .. padded]));
        }

        return () =>
        {
            foreach (Row row in asked.SelectMany(a => a.Rows))
                _known[row.Cell].Add(row);
        };
    }

    // All that was found, by scope and name.
    public IEnumerable<(string Scope, string Name)> All => _known.Values.SelectMany(rows => rows).Select(r => (r.Scope, r.Name)).Distinct();

    // Incidents in the cells around a report that was expected.
    public IEnumerable<(string Scope, string Name)> Around(TypeFamily family, TimeWindow window, IReadOnlyList<SitePlace> places)
    {
        (long earliest, long to, long from) = Bounds(window);
        IReadOnlyList<TypeFamily> related = MergeRules.RelatedTo(family);
        return CellGrid.Around(places).SelectMany(c => _known[c])
            .Where(r => r.StartUs >= earliest && r.StartUs <= to && r.EndUs >= from && related.Contains(r.Family))
            .OrderBy(r => r.Cell).ThenBy(r => r.StartUs).ThenBy(r => r.Scope, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => (r.Scope, r.Name)).Distinct();
    }

    public void Save(Incident incident)
    {
        // One that is new has no rows.
        if (incident.Revision > 1)
        {
            session.Defer("DELETE FROM incident_cell WHERE scope = $1 AND incident = $2", incident.Scope.Value, incident.Name);
            foreach (List<Row> rows in _known.Values)
                rows.RemoveAll(r => r.Scope == incident.Scope.Value && r.Name == incident.Name);
        }

        if (!incident.IsOpen)
            return;
        TimeWindow window = incident.Window;
        foreach (long cell in CellGrid.Of(incident.Sites.Select(s => s.Place)))
        {
            var row = new Row(cell, incident.Type.Family, window.From.ToMicroseconds(), window.To.ToMicroseconds(), incident.Scope.Value, incident.Name);
            session.Defer(
                "INSERT INTO incident_cell (cell, family, start_us, end_us, scope, incident) VALUES ($1, $2, $3, $4, $5, $6)",
                row.Cell, (long)row.Family, row.StartUs, row.EndUs, row.Scope, row.Name);
            if (_known.TryGetValue(cell, out List<Row>? rows))
                rows.Add(row);
        }
    }

    private static TimeWindow WindowOf(Report report) => TimeWindow.Of(report.Occurred, report.Sites[0].Place);

    // The earliest and the latest start, and the earliest end, of what may resemble something that began within a window.
    private static (long Earliest, long To, long From) Bounds(TimeWindow window) => (
        (window.From - WidestWindow).ToMicroseconds(),
        (window.To + Resemblance.ReachTime).ToMicroseconds(),
        (window.From - Resemblance.ReachTime).ToMicroseconds());

    private readonly record struct Row(long Cell, TypeFamily Family, long StartUs, long EndUs, string Scope, string Name);
}
