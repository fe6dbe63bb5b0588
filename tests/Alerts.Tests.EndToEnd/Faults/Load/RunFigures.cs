using Alerts.Tests.EndToEnd.Faults.Checking;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>What a run was, in figures.</summary>
/// <param name="Kills">Servers that were killed.</param>
/// <param name="Amid">Kills of a server that had told a subscriber of an alert: they hit all of the path at work.</param>
/// <param name="Reports">Reports that were sent.</param>
/// <param name="Alerts">Alerts that the log lists in the end.</param>
/// <param name="MedianRecovery">Median time from a kill to the first report that the next start accepted.</param>
/// <param name="LongestRecovery">The longest of them.</param>
internal sealed record RunFigures(int Kills, int Amid, int Reports, int Alerts, TimeSpan MedianRecovery, TimeSpan LongestRecovery)
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
        return new RunFigures(history.Killed.Count, AmidWork(records), history.Submitted.Count, history.Alerts.Count, recoveries[recoveries.Length / 2], recoveries[^1]);
    }

    private static int AmidWork(IReadOnlyList<HistoryRecord> records)
    {
        int amid = 0;
        bool moved = false;
        foreach (HistoryRecord record in records)
        {
            if (record is HistoryRecord.Killed)
                (amid, moved) = (amid + (moved ? 1 : 0), false);
            moved |= record is HistoryRecord.Delivered;
        }

        return amid;
    }

    public override string ToString() =>
        $"{Kills} kills, {Amid} of them amid alerts, {Reports} reports, {Alerts} alerts; kill to next accepted report: median {MedianRecovery.TotalSeconds:0.0} s, longest {LongestRecovery.TotalSeconds:0.0} s";
}
