using Alerts.V1;

namespace Alerts.Load;

/// <summary>The split form: accepts and the way to the alert, at the services' own ports and through the gateway.</summary>
internal static class SplitLoad
{
    private static readonly int[] Outstanding = [1, 16, 256];

    public static async Task<IReadOnlyList<Figure>> RunAsync(string folder, Reports reports)
    {
        using SplitUnderLoad system = await SplitUnderLoad.StartAsync(Path.Combine(folder, "split"));
        var figures = new List<Figure>();
        foreach (bool door in new[] { false, true })
        {
            (IngestService.IngestServiceClient ingest, NotifyService.NotifyServiceClient notify, string way) = door
                ? (system.Door.Ingest, system.Door.Notify, "through the gateway")
                : (system.Ingest, system.Notify, "at the services");
            await SubmitToAlert.RunAsync(ingest, notify, () => system.CpuSeconds, reports, SubmitToAlert.Warm);
            Dictionary<string, double> before = Parts(system);
            LoadResult alert = await SubmitToAlert.RunAsync(ingest, notify, () => system.CpuSeconds, reports, SubmitToAlert.Measured);
            Dictionary<string, double> after = Parts(system);
            string paced = $"split: submit → alert, 100 reports/s for 30 s, {way}";
            figures.AddRange([new(paced, "p50", alert.P50, "ms"), new(paced, "p99", alert.P99, "ms"), new(paced, "CPU a report, all parts", alert.CpuMicroseconds, "µs")]);
            figures.AddRange(SplitUnderLoad.PartNames.Select(p =>
                new Figure(paced, $"of which {p}", (after[p] - before[p]) / (SubmitToAlert.PerSecond * SubmitToAlert.Measured.TotalSeconds) * 1e6, "µs")));
            LoadResult loop = await ClosedLoop.RunToAlertAsync(ingest, notify, reports, Outstanding[^1], () => system.CpuSeconds);
            string looped = $"split: submit → alert, {Outstanding[^1]} outstanding, {way}";
            figures.AddRange([new(looped, "rate", loop.PerSecond, "/s"), new(looped, "p50", loop.P50, "ms"), new(looped, "CPU a report, all parts", loop.CpuMicroseconds, "µs")]);
            await system.IdleAsync();
            foreach (int outstanding in Outstanding)
            {
                LoadResult accept = await ClosedLoop.RunAsync(ingest, reports, outstanding, () => system.CpuSecondsOf("ingest"));
                string what = $"split: durable SubmitReport, {outstanding} outstanding, {way}";
                figures.AddRange(
                [
                    new(what, "rate", accept.PerSecond, "/s"), new(what, "p50", accept.P50, "ms"), new(what, "p99", accept.P99, "ms"),
                    new(what, "ingest's CPU a report", accept.CpuMicroseconds, "µs"),
                ]);
                await system.IdleAsync();
            }
        }

        return figures;
    }

    private static Dictionary<string, double> Parts(SplitUnderLoad system) => SplitUnderLoad.PartNames.ToDictionary(p => p, system.CpuSecondsOf);
}
