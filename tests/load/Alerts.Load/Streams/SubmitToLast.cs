using System.Diagnostics;
using Alerts.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Alerts.Load.Streams;

/// <summary>From a submit to the last of a thousand subscribers, everything in one process: report, fold, score, alert, streams.</summary>
internal static class SubmitToLast
{
    private const int Subscribers = 1_000;
    private const int PerConnection = 100;
    private const int PerSecond = 20;
    private const int Warm = 100;
    private const int Alerts = 400;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string folder, Reports reports)
    {
        using ServerUnderLoad server = await ServerUnderLoad.StartAsync(Path.Combine(folder, "submit-to-last"));
        Arrivals arrivals = new(Subscribers, Warm);
        var listeners = new List<Listener>();
        try
        {
            for (int i = 0; i < Subscribers; i += PerConnection)
            {
                byte[][] calls =
                [
                    .. Enumerable.Range(0, PerConnection).Select(stream => Http2Bytes.Call(
                        (2 * stream) + 1, "/alerts.v1.NotifyService/StreamAlerts", ("authorization", $"Bearer {server.Client.Address.Token}"), new StreamAlertsRequest().ToByteArray())),
                ];
                listeners.Add(await Listener.OpenAsync(server.Client.Address.Grpc.Port, calls, int.MaxValue, isStuck: false, m => Volatile.Read(ref arrivals).See(m)));
            }

            await Task.WhenAll(listeners.Select(l => l.Ready));
            await SubmitAsync(server, reports, Warm, arrivals);
            Volatile.Write(ref arrivals, new Arrivals(Subscribers, Alerts));
            double cpu = server.CpuSeconds;
            await SubmitAsync(server, reports, Alerts, arrivals);
            double[] last = arrivals.ToLast;
            string what = $"submit → last of {Subscribers:N0} subscribers, {PerSecond} reports/s, all in one";
            return
            [
                new(what, "p50", last[last.Length / 2], "ms"),
                new(what, "p99", last[(int)(last.Length * 0.99)], "ms", "≤ 100"),
                new(what, "server CPU a delivery, all that it takes to make the alert included", (server.CpuSeconds - cpu) / ((double)Subscribers * Alerts) * 1e6, "µs"),
            ];
        }
        finally
        {
            listeners.ForEach(l => l.Dispose());
        }
    }

    // The stamp travels as the name of the source, which the alert shows.
    private static async Task SubmitAsync(ServerUnderLoad server, Reports reports, int count, Arrivals arrivals)
    {
        long began = Stopwatch.GetTimestamp();
        var calls = new List<Task>();
        for (int i = 0; i < count; i++)
        {
            TimeSpan due = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero)
                await Task.Delay(due, TimeProvider.System);
            SubmitReportRequest request = reports.Next();
            request.Report.Source.Name = Stamp.Now(i);
            calls.Add(server.Client.Ingest.SubmitReportAsync(request, new CallOptions()).ResponseAsync);
        }

        await Task.WhenAll(calls);
        await arrivals.All.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
    }
}
