using Alerts.Tests.EndToEnd.Faults.Checking;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>What a run was, in figures.</summary>
internal sealed record RunFigures(int Kills, int Reports, int Alerts, TimeSpan MedianRecovery, TimeSpan LongestRecovery)
{
    public static RunFigures Of(IReadOnlyList<HistoryRecord> records)
    {
        var history = new History(records);
        // From a kill to the first report that the next start accepted; a start that was killed itself has accepted none.
        TimeSpan[] recoveries =
        [
            .. from kill in history.Killed
               let next = records.OfType<HistoryRecord.Answered>().FirstOrDefault(a => a.Server == kill.Server + 1)
               where next is not null
               orderby next.At - kill.At
               select next.At - kill.At,
        ];
        return new RunFigures(history.Killed.Count, history.Submitted.Count, history.Alerts.Count, recoveries[recoveries.Length / 2], recoveries[^1]);
    }

    public override string ToString() =>
        $"{Kills} kills, {Reports} reports, {Alerts} alerts; kill to next accepted report: median {MedianRecovery.TotalSeconds:0.0} s, longest {LongestRecovery.TotalSeconds:0.0} s";
}
