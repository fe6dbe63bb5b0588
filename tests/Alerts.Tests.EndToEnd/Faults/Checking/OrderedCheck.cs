namespace Alerts.Tests.EndToEnd.Faults.Checking;

// The log is the one order. A subscriber may be told late, never in another order.
internal static class OrderedCheck
{
    public static IEnumerable<string> Run(History history)
    {
        Dictionary<string, int> places = history.Alerts.Select((a, i) => (a.Alert, i)).DistinctBy(p => p.Alert).ToDictionary(p => p.Alert, p => p.i);
        foreach ((string lineage, IReadOnlyList<HistoryRecord.Delivered> frames) in history.Lineages)
        {
            var revisions = new Dictionary<string, long>();
            string before = "";
            int highest = -1;
            // A repeat is Unique's finding.
            foreach (HistoryRecord.Delivered frame in frames.DistinctBy(f => f.Alert))
            {
                long expected = revisions.GetValueOrDefault(frame.Situation) + 1;
                if (frame.Revision != expected)
                    yield return $"{lineage} got revision {frame.Revision} of {frame.Situation} where {expected} is due.";
                revisions[frame.Situation] = frame.Revision;
                if (!places.TryGetValue(frame.Alert, out int place))
                    continue;
                if (place < highest)
                    yield return $"{lineage} got {frame.Alert} after {before}, which stands behind it in the log.";
                else
                    (highest, before) = (place, frame.Alert);
            }
        }
    }
}
