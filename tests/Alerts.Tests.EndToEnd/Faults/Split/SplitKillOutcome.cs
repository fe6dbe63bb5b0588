using Alerts.Tests.EndToEnd.Faults.Checking;

namespace Alerts.Tests.EndToEnd.Faults.Split;

/// <summary>What a run has shown.</summary>
/// <param name="Records">The whole history.</param>
/// <param name="AcceptedWithoutBroker">Reports that were accepted while the broker was away.</param>
internal sealed record SplitKillOutcome(IReadOnlyList<HistoryRecord> Records, int AcceptedWithoutBroker)
{
    /// <summary>
    /// A line for each kind of part, over all that was down at the time: from a kill to the first answer to a report that was first sent after it, and to the first
    /// alert of such a report.
    /// </summary>
    public IEnumerable<string> Recoveries()
    {
        var history = new History(Records);
        Dictionary<string, DateTimeOffset> sent = history.Submitted.ToDictionary(s => s.Request, s => s.At);
        Dictionary<string, DateTimeOffset> sentByIncident = history.Incidents.DistinctBy(i => i.Incident).ToDictionary(i => i.Incident, i => sent[i.Requests[0]]);
        Dictionary<string, DateTimeOffset> sentByAlert = history.Alerts
            .Where(a => sentByIncident.ContainsKey(a.Incident)).DistinctBy(a => a.Alert).ToDictionary(a => a.Alert, a => sentByIncident[a.Incident]);
        Arrival[] answers = [.. history.Answered.SelectMany(a => a).Select(a => new Arrival(sent[a.Request], a.At)).OrderBy(a => a.At)];
        Arrival[] alerts = [.. history.Lineages["resuming"].Where(d => sentByAlert.ContainsKey(d.Alert)).Select(d => new Arrival(sentByAlert[d.Alert], d.At))];
        foreach (IGrouping<string, HistoryRecord.Killed> kind in history.Killed.GroupBy(k => k.Part.Split('-')[0]).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return $"{kind.Key}: {kind.Count()} kills, accepting again after {Seconds(kind, answers)}, alerts again after {Seconds(kind, alerts)}";
    }

    // Those after which nothing came any more have no time.
    private static string Seconds(IEnumerable<HistoryRecord.Killed> kills, Arrival[] arrivals)
    {
        double[] seconds =
        [
            .. kills.Select(kill => arrivals.Where(a => a.At > kill.At && a.Sent > kill.At).Select(a => (a.At - kill.At).TotalSeconds).FirstOrDefault(double.NaN))
                .Where(double.IsFinite).Order(),
        ];
        return seconds.Length == 0 ? "the end" : $"{seconds[seconds.Length / 2]:0.0} s (median), {seconds[^1]:0.0} s (longest)";
    }

    private readonly record struct Arrival(DateTimeOffset Sent, DateTimeOffset At);
}
