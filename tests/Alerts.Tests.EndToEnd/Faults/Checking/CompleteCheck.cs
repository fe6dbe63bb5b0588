namespace Alerts.Tests.EndToEnd.Faults.Checking;

// At each bookmark everything that it vouches for has come; at the end, everything that the log lists and the subscriber wants, and nothing else.
internal static class CompleteCheck
{
    public static IEnumerable<string> Run(History history)
    {
        List<(DateTimeOffset Accepted, HistoryRecord.StoredAlert Alert)> due = Due(history);
        foreach ((string lineage, IReadOnlyList<HistoryRecord.Delivered> frames) in history.Lineages)
        {
            HashSet<string> listed = [.. history.Alerts.Where(a => history.Wants(lineage, a)).Select(a => a.Alert)];
            HashSet<string> got = [.. frames.Select(f => f.Alert)];
            foreach (string missing in listed.Except(got))
                yield return $"{lineage} never got {missing}.";
            foreach (string stranger in got.Except(listed))
                yield return $"{lineage} got {stranger}, which the log does not list for it.";
            foreach (string what in Bookmarks(history, lineage, [.. due.Where(d => history.Wants(lineage, d.Alert))]))
                yield return what;
        }
    }

    private static IEnumerable<string> Bookmarks(
        History history, string lineage, IReadOnlyList<(DateTimeOffset Accepted, HistoryRecord.StoredAlert Alert)> due)
    {
        var got = new HashSet<string>();
        int vouched = 0;
        foreach (HistoryRecord record in history.Records)
        {
            if (record is HistoryRecord.Delivered frame && frame.Lineage == lineage)
                got.Add(frame.Alert);
            if (record is not HistoryRecord.Marked { CompleteThrough: { } through } mark || mark.Lineage != lineage)
                continue;
            for (; vouched < due.Count && due[vouched].Accepted < through; vouched++)
            {
                if (!got.Contains(due[vouched].Alert.Alert))
                    yield return $"A bookmark of {lineage} vouches for all up to {through:O}, and {due[vouched].Alert.Alert} of {due[vouched].Accepted:O} had not come.";
            }
        }
    }

    // When each report was accepted that has an alert, and that alert; oldest first.
    private static List<(DateTimeOffset Accepted, HistoryRecord.StoredAlert Alert)> Due(History history)
    {
        ILookup<string, HistoryRecord.StoredAlert> alerts = history.Alerts.Where(a => a.Incident.Length > 0).ToLookup(a => a.Incident);
        Dictionary<string, DateTimeOffset> accepted = history.Answered.SelectMany(g => g).DistinctBy(a => a.Report).ToDictionary(a => a.Report, a => a.Accepted);
        return
        [
            .. history.Incidents
                .SelectMany(i => i.Reports.Where(accepted.ContainsKey).SelectMany(r => alerts[i.Incident].Take(1).Select(a => (accepted[r], a))))
                .OrderBy(p => p.Item1),
        ];
    }
}
