using Alerts.Tests.EndToEnd.Faults.Checking;

namespace Alerts.Tests.EndToEnd.Faults.Split;

/// <summary>What a run has shown.</summary>
/// <param name="Records">The whole history.</param>
/// <param name="AcceptedWithoutBroker">Reports that were accepted while the broker was away.</param>
internal sealed record SplitKillOutcome(IReadOnlyList<HistoryRecord> Records, int AcceptedWithoutBroker)
{
    /// <summary>A line for each kind of part: from a kill to the first alert of a report that was sent after it, over all that was down at the time.</summary>
    public IEnumerable<string> Recoveries()
    {
        var history = new History(Records);
        Dictionary<string, DateTimeOffset> sent = history.Submitted.ToDictionary(s => s.Request, s => s.At);
        Dictionary<string, DateTimeOffset> sentByIncident = history.Incidents.DistinctBy(i => i.Incident).ToDictionary(i => i.Incident, i => sent[i.Requests[0]]);
        Dictionary<string, DateTimeOffset> sentByAlert = history.Alerts
            .Where(a => sentByIncident.ContainsKey(a.Incident)).DistinctBy(a => a.Alert).ToDictionary(a => a.Alert, a => sentByIncident[a.Incident]);
        HistoryRecord.Delivered[] live = [.. history.Lineages["resuming"].Where(d => sentByAlert.ContainsKey(d.Alert))];
        foreach (IGrouping<string, HistoryRecord.Killed> kind in history.Killed.GroupBy(k => k.Part.Split('-')[0]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            double[] seconds =
            [
                .. kind.Select(kill => live.Where(d => d.At > kill.At && sentByAlert[d.Alert] > kill.At).Select(d => (d.At - kill.At).TotalSeconds).FirstOrDefault(double.NaN))
                    .Where(double.IsFinite).Order(),
            ];
            if (seconds.Length > 0)
                yield return $"{kind.Key}: {kind.Count()} kills, alerts again after {seconds[seconds.Length / 2]:0.0} s (median), {seconds[^1]:0.0} s (longest)";
        }
    }
}
