using System.Diagnostics;
using Alerts.V1;

namespace Alerts.Load;

/// <summary>From a submit to its alert at one subscriber, at a paced rate.</summary>
internal static class SubmitToAlert
{
    /// <summary>Reports offered in a second.</summary>
    public const int PerSecond = 100;

    /// <summary>Long enough for the servers' code to be compiled in full: after ten seconds the compiler still took a sixth of all time.</summary>
    public static readonly TimeSpan Warm = TimeSpan.FromSeconds(40);

    /// <summary>The length that is measured.</summary>
    public static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="ingest">Where reports go.</param>
    /// <param name="notify">Where alerts come from.</param>
    /// <param name="cpu">Seconds of CPU that the system has used so far.</param>
    /// <param name="reports">What is reported.</param>
    /// <param name="length">How long.</param>
    public static async Task<LoadResult> RunAsync(
        IngestService.IngestServiceClient ingest, NotifyService.NotifyServiceClient notify, Func<double> cpu, Reports reports, TimeSpan length)
    {
        await using HeardAlerts heard = await HeardAlerts.OpenAsync(notify);
        double before = cpu();
        long began = Stopwatch.GetTimestamp();
        var under = new List<Task<double>>();
        for (int i = 0; i < PerSecond * length.TotalSeconds; i++)
        {
            TimeSpan due = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero) await Task.Delay(due, TimeProvider.System);
            under.Add(heard.FollowAsync(ingest, reports.Next()));
        }

        Task<double[]> all = Task.WhenAll(under);
        await Task.WhenAny(all, Task.Delay(Patience, TimeProvider.System));
        if (!all.IsCompleted) throw new InvalidOperationException($"{under.Count(u => !u.IsCompleted)} reports brought no alert.");
        double[] sorted = [.. (await all).Order()];
        double used = cpu() - before;
        return new LoadResult(PerSecond, used / sorted.Length * 1e6, sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
    }
}
