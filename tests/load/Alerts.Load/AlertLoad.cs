namespace Alerts.Load;

/// <summary>From a submit to its alert, on a server that has warmed up.</summary>
internal static class AlertLoad
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(string folder, Reports reports)
    {
        using ServerUnderLoad server = await ServerUnderLoad.StartAsync(Path.Combine(folder, "alert"));
        await RunAsync(server, reports, SubmitToAlert.Warm);
        LoadResult alert = await RunAsync(server, reports, SubmitToAlert.Measured);
        const string What = "submit → alert, 100 reports/s for 30 s, one subscriber";
        return
        [
            new(What, "p50", alert.P50, "ms"),
            new(What, "p99", alert.P99, "ms", "< 50"),
            new(What, "server CPU a report", alert.CpuMicroseconds, "µs"),
        ];
    }

    private static Task<LoadResult> RunAsync(ServerUnderLoad server, Reports reports, TimeSpan length) =>
        SubmitToAlert.RunAsync(server.Client.Ingest, server.Client.Notify, () => server.CpuSeconds, reports, length);
}
