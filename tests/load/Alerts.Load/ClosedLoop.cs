using System.Diagnostics;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>So many callers, each with one thing under way, replaced by the next once it is done.</summary>
internal static class ClosedLoop
{
    // Together no longer than it takes a fast host to accept the 50,000 reports that may wait to be folded.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    // Alerts take longer than accepts, and come in packs.
    private static readonly TimeSpan WarmToAlert = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LengthToAlert = TimeSpan.FromSeconds(15);

    /// <summary>Reports, each done when it is accepted.</summary>
    public static Task<LoadResult> RunAsync(IngestService.IngestServiceClient client, Reports reports, int outstanding, Func<double> cpu) =>
        RunAsync(async () => await client.SubmitReportAsync(reports.Next(), new CallOptions()), outstanding, cpu, Warm, Length);

    /// <summary>Reports, each done when its alert has arrived.</summary>
    public static async Task<LoadResult> RunToAlertAsync(
        IngestService.IngestServiceClient ingest, NotifyService.NotifyServiceClient notify, Reports reports, int outstanding, Func<double> cpu)
    {
        await using HeardAlerts heard = await HeardAlerts.OpenAsync(notify);
        return await RunAsync(() => heard.FollowAsync(ingest, reports.Next()), outstanding, cpu, WarmToAlert, LengthToAlert);
    }

    private static async Task<LoadResult> RunAsync(Func<Task> one, int outstanding, Func<double> cpu, TimeSpan warm, TimeSpan length)
    {
        await LoopAsync(one, outstanding, warm);
        double cpuBefore = cpu();
        long began = Stopwatch.GetTimestamp();
        List<double> latencies = await LoopAsync(one, outstanding, length);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        latencies.Sort();
        return new LoadResult(
            latencies.Count / seconds,
            (cpu() - cpuBefore) / latencies.Count * 1e6,
            latencies[latencies.Count / 2],
            latencies[(int)(latencies.Count * 0.99)]);
    }

    private static async Task<List<double>> LoopAsync(Func<Task> one, int outstanding, TimeSpan length)
    {
        long began = Stopwatch.GetTimestamp();
        List<double>[] all = await Task.WhenAll(Enumerable.Range(0, outstanding).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < length)
            {
                long sent = Stopwatch.GetTimestamp();
                await one();
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return mine;
        })));
        return [.. all.SelectMany(x => x)];
    }
}
