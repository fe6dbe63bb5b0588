using Alerts.V1;

namespace Alerts.Load;

/// <summary>The split form: accepts and the way to the alert, at the services' own ports and through the gateway.</summary>
internal static class SplitLoad
{
    private static readonly int[] Outstanding = [1, 16, 256];

    /// <summary>All that is measured, both ways.</summary>
    public const string All = "split";

    /// <summary>Single measures, at the services' own ports alone, and the paced one through the gateway.</summary>
    public static readonly string[] Single = ["split-paced", "split-loop", "split-accept", "split-gateway"];

    public static async Task<IReadOnlyList<Figure>> RunAsync(string section, string folder, Reports reports)
    {
        using SplitUnderLoad system = await SplitUnderLoad.StartAsync(Path.Combine(folder, section));
        var figures = new List<Figure>();
        foreach (bool door in section == All ? new[] { false, true } : [section == "split-gateway"])
        {
            (IngestService.IngestServiceClient ingest, NotifyService.NotifyServiceClient notify, string way) = door
                ? (system.Door.Ingest, system.Door.Notify, "through the gateway")
                : (system.Ingest, system.Notify, "at the services");
            await SubmitToAlert.RunAsync(ingest, notify, () => system.CpuSeconds, reports, SubmitToAlert.Warm);
            if (section is All or "split-paced" or "split-gateway")
                figures.AddRange(await PacedAsync(system, ingest, notify, reports, way));
            if (section is All or "split-loop")
                figures.AddRange(await LoopAsync(system, ingest, notify, reports, way));
            if (section is All or "split-accept")
                figures.AddRange(await AcceptAsync(system, ingest, reports, way));
        }

        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> PacedAsync(
        SplitUnderLoad system, IngestService.IngestServiceClient ingest, NotifyService.NotifyServiceClient notify, Reports reports, string way)
    {
        Dictionary<string, double> before = Parts(system);
        LoadResult alert = await SubmitToAlert.RunAsync(ingest, notify, () => system.CpuSeconds, reports, SubmitToAlert.Measured);
        Dictionary<string, double> after = Parts(system);
        string paced = $"split: submit → alert, 100 reports/s for 30 s, {way}";
        return
        [
            new(paced, "p50", alert.P50, "ms"), new(paced, "p99", alert.P99, "ms"), new(paced, "CPU a report, all parts", alert.CpuMicroseconds, "µs"),
            .. SplitUnderLoad.PartNames.Select(p =>
                new Figure(paced, $"of which {p}", (after[p] - before[p]) / (SubmitToAlert.PerSecond * SubmitToAlert.Measured.TotalSeconds) * 1e6, "µs")),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> LoopAsync(
        SplitUnderLoad system, IngestService.IngestServiceClient ingest, NotifyService.NotifyServiceClient notify, Reports reports, string way)
    {
        LoadResult loop = await ClosedLoop.RunToAlertAsync(ingest, notify, reports, Outstanding[^1], () => system.CpuSeconds);
        await system.IdleAsync();
        string looped = $"split: submit → alert, {Outstanding[^1]} outstanding, {way}";
        return [new(looped, "rate", loop.PerSecond, "/s"), new(looped, "p50", loop.P50, "ms"), new(looped, "CPU a report, all parts", loop.CpuMicroseconds, "µs")];
    }

    private static async Task<IReadOnlyList<Figure>> AcceptAsync(SplitUnderLoad system, IngestService.IngestServiceClient ingest, Reports reports, string way)
    {
        var figures = new List<Figure>();
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

        return figures;
    }

    private static Dictionary<string, double> Parts(SplitUnderLoad system) => SplitUnderLoad.PartNames.ToDictionary(p => p, system.CpuSecondsOf);
}
