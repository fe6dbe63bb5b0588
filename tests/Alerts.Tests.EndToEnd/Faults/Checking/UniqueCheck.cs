namespace Alerts.Tests.EndToEnd.Faults.Checking;

// No alert twice in one lineage or in the log, and no two alerts for one revision of a situation.
internal static class UniqueCheck
{
    public static IEnumerable<string> Run(History history)
    {
        foreach ((string lineage, IReadOnlyList<HistoryRecord.Delivered> frames) in history.Lineages)
        {
            foreach ((string alert, int times) in frames.CountBy(f => f.Alert).Where(c => c.Value > 1))
                yield return $"{lineage} got {alert} {times} times.";
            foreach ((var revision, int times) in frames.DistinctBy(f => f.Alert).CountBy(f => (f.Situation, f.Revision)).Where(c => c.Value > 1))
                yield return $"{lineage} got {times} alerts for revision {revision.Revision} of {revision.Situation}.";
        }

        foreach ((string alert, int times) in history.Alerts.CountBy(a => a.Alert).Where(c => c.Value > 1))
            yield return $"The log lists {alert} {times} times.";
        foreach ((var revision, int times) in history.Alerts.DistinctBy(a => a.Alert).CountBy(a => (a.Situation, a.Revision)).Where(c => c.Value > 1))
            yield return $"The log lists {times} alerts for revision {revision.Revision} of {revision.Situation}.";
    }
}
