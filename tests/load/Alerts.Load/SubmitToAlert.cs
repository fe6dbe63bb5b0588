using System.Collections.Concurrent;
using System.Diagnostics;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>From a submit to its alert at one subscriber, at a paced rate.</summary>
internal static class SubmitToAlert
{
    /// <summary>Reports offered in a second.</summary>
    public const int PerSecond = 100;

    /// <summary>Long enough for the server's code to be compiled in full.</summary>
    public static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);

    /// <summary>The length that is measured.</summary>
    public static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);

    /// <param name="ingest">Where reports go.</param>
    /// <param name="notify">Where alerts come from.</param>
    /// <param name="cpu">Seconds of CPU that the system has used so far.</param>
    /// <param name="reports">What is reported.</param>
    /// <param name="length">How long.</param>
    public static async Task<LoadResult> RunAsync(
        IngestService.IngestServiceClient ingest, NotifyService.NotifyServiceClient notify, Func<double> cpu, Reports reports, TimeSpan length)
    {
        var sent = new ConcurrentDictionary<string, long>();
        var latencies = new ConcurrentBag<double>();
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = notify.StreamAlerts(new StreamAlertsRequest(), new CallOptions());
        var arrived = new SemaphoreSlim(0);
        Task reading = Task.Run(async () =>
        {
            await foreach (StreamAlertsResponse frame in stream.ResponseStream.ReadAllAsync())
            {
                if (frame.FrameCase == StreamAlertsResponse.FrameOneofCase.Subscribed) arrived.Release();
                if (frame.FrameCase != StreamAlertsResponse.FrameOneofCase.Alert || frame.Alert.Snapshot) continue;
                foreach (IncidentReport report in frame.Alert.Alert.Incident?.Reports ?? [])
                {
                    if (sent.TryRemove(report.Source, out long at)) latencies.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                }
            }
        });
        await arrived.WaitAsync();
        double before = cpu();
        long began = Stopwatch.GetTimestamp();
        var calls = new List<Task>();
        for (int i = 0; i < PerSecond * length.TotalSeconds; i++)
        {
            TimeSpan due = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero) await Task.Delay(due, TimeProvider.System);
            SubmitReportRequest request = reports.Next();
            sent[request.Report.Source.Name] = Stopwatch.GetTimestamp();
            calls.Add(ingest.SubmitReportAsync(request, new CallOptions()).ResponseAsync);
        }

        await Task.WhenAll(calls);
        long patience = Stopwatch.GetTimestamp();
        while (!sent.IsEmpty && Stopwatch.GetElapsedTime(patience) < TimeSpan.FromSeconds(30))
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        double used = cpu() - before;
        stream.Dispose();
        await reading.ContinueWith(static _ => { }, TaskScheduler.Default);
        if (!sent.IsEmpty) throw new InvalidOperationException($"{sent.Count} reports brought no alert.");
        double[] sorted = [.. latencies.Order()];
        return new LoadResult(PerSecond, used / sorted.Length * 1e6, sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
    }
}
