using System.Diagnostics;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>So many reports under way at any time, each replaced by the next once its alert has arrived.</summary>
internal static class AlertLoop
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    public static async Task<LoadResult> RunAsync(
        IngestService.IngestServiceClient ingest, NotifyService.NotifyServiceClient notify, Func<double> cpu, Reports reports, int outstanding)
    {
        await using HeardAlerts heard = await HeardAlerts.OpenAsync(notify);
        await LoopAsync(ingest, heard, reports, outstanding, Warm);
        double before = cpu();
        long began = Stopwatch.GetTimestamp();
        List<double> latencies = await LoopAsync(ingest, heard, reports, outstanding, Length);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        latencies.Sort();
        return new LoadResult(
            latencies.Count / seconds, (cpu() - before) / latencies.Count * 1e6, latencies[latencies.Count / 2], latencies[(int)(latencies.Count * 0.99)]);
    }

    private static async Task<List<double>> LoopAsync(
        IngestService.IngestServiceClient ingest, HeardAlerts heard, Reports reports, int outstanding, TimeSpan length)
    {
        long began = Stopwatch.GetTimestamp();
        List<double>[] all = await Task.WhenAll(Enumerable.Range(0, outstanding).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < length)
            {
                SubmitReportRequest request = reports.Next();
                Task alert = heard.Expect(request.Report);
                long sent = Stopwatch.GetTimestamp();
                await ingest.SubmitReportAsync(request, new CallOptions());
                await alert;
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return mine;
        })));
        return [.. all.SelectMany(x => x)];
    }
}
