using System.Diagnostics;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>So many callers, each with one call outstanding.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    public static async Task<LoadResult> RunAsync(IngestService.IngestServiceClient client, Reports reports, int outstanding, Func<double> cpu)
    {
        await LoopAsync(client, reports, outstanding, Warm);
        double cpuBefore = cpu();
        long began = Stopwatch.GetTimestamp();
        List<double> latencies = await LoopAsync(client, reports, outstanding, Length);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        latencies.Sort();
        return new LoadResult(
            latencies.Count / seconds,
            (cpu() - cpuBefore) / latencies.Count * 1e6,
            latencies[latencies.Count / 2],
            latencies[(int)(latencies.Count * 0.99)]);
    }

    private static async Task<List<double>> LoopAsync(IngestService.IngestServiceClient client, Reports reports, int outstanding, TimeSpan length)
    {
        long began = Stopwatch.GetTimestamp();
        List<double>[] all = await Task.WhenAll(Enumerable.Range(0, outstanding).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < length)
            {
                long sent = Stopwatch.GetTimestamp();
                await client.SubmitReportAsync(reports.Next(), new CallOptions());
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return mine;
        })));
        return [.. all.SelectMany(x => x)];
    }
}
