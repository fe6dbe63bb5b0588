namespace Alerts.Load;

/// <summary>Durable accepts, beside what the disk, SQLite and gRPC alone allow in the same run.</summary>
internal static class AcceptLoad
{
    private static readonly int[] Outstanding = [1, 16, 256];

    public static async Task<IReadOnlyList<Figure>> RunAsync(string folder, Reports reports)
    {
        double append = Floors.SyncedAppends(folder);
        var figures = new List<Figure> { new("floor: append of 458 bytes, each synced", "rate", append, "/s") };
        foreach (int outstanding in Outstanding)
        {
            string what = $"durable SubmitReport, {outstanding} outstanding";
            double sqlite = Floors.SqliteRows(folder, outstanding);
            LoadResult echo = await EchoFloor.RunAsync(reports, outstanding);
            using ServerUnderLoad server = await ServerUnderLoad.StartAsync(Path.Combine(folder, $"accept{outstanding}"));
            LoadResult accept = await ClosedLoop.RunAsync(server.Client.Ingest, reports, outstanding, () => server.CpuSeconds);
            figures.AddRange(
            [
                new(what, "rate", accept.PerSecond, "/s"),
                new(what, "server CPU a report, with all that follows from it", accept.CpuMicroseconds, "µs"),
                new(what, "p50", accept.P50, "ms"),
                new(what, "p99", accept.P99, "ms"),
                new(what, "share of the gRPC echo's rate", accept.PerSecond / echo.PerSecond, "×"),
                new(what, "share of SQLite's rate", accept.PerSecond / sqlite, "×"),
                new(what, "share of the synced append's rate", accept.PerSecond / append, "×"),
                new($"floor: gRPC unary echo, {outstanding} outstanding", "rate", echo.PerSecond, "/s"),
                new($"floor: gRPC unary echo, {outstanding} outstanding", "server CPU a call", echo.CpuMicroseconds, "µs"),
                new($"floor: SQLite, synchronous = FULL, {outstanding} rows a commit", "rate", sqlite, "/s"),
            ]);
        }

        return figures;
    }
}
