using Alerts.Gazetteer;
using Alerts.Load;
using Spectre.Console;

if (args is ["echo"])
{
    await EchoFloor.ServeAsync();
    return;
}

string folder = Directory.CreateTempSubdirectory("alerts-load-").FullName;
try
{
    var reports = new Reports(PlaceIndex.Load(), TimeProvider.System);
    var table = new Table().AddColumns("what", "measured", "beside it in the same run");
    double append = Floors.SyncedAppends(folder);
    foreach (int outstanding in new[] { 1, 16, 256 })
    {
        string own = Path.Combine(folder, $"accept{outstanding}");
        using ServerUnderLoad server = await ServerUnderLoad.StartAsync(own);
        LoadResult accept = await ClosedLoop.RunAsync(server.Client.Ingest, reports, outstanding, () => server.CpuSeconds);
        double echo = await EchoFloor.RateAsync(reports, outstanding);
        double sqlite = Floors.SqliteRows(folder, outstanding);
        table.AddRow(
            $"durable SubmitReport, {outstanding} outstanding",
            $"{accept.PerSecond:0}/s, {accept.CpuMicroseconds:0} µs CPU a report (all that follows included), p50 {accept.P50:0.0} ms, p99 {accept.P99:0.0} ms",
            $"gRPC echo {echo:0}/s ({accept.PerSecond / echo:0.00}×), SQLite {outstanding} a commit {sqlite:0}/s, synced append {append:0}/s");
    }

    using (ServerUnderLoad server = await ServerUnderLoad.StartAsync(Path.Combine(folder, "alert")))
    {
        LoadResult alert = await SubmitToAlert.RunAsync(server, reports);
        table.AddRow("submit → alert at 100 reports/s, 30 s", $"p50 {alert.P50:0.0} ms, p99 {alert.P99:0.0} ms, {alert.CpuMicroseconds:0} µs CPU a report", "aim: p99 < 50 ms");
    }

    string filled = Path.Combine(folder, "import");
    using (ServerUnderLoad server = await ServerUnderLoad.StartAsync(filled))
    {
        table.AddRow("start, empty folder", $"{server.StartTime.TotalSeconds:0.00} s, {server.ResidentBytes / 1e6:0} MB resident", "aim: < 3 s");
        double seconds = await ImportLoad.SecondsAsync(server, [.. reports.History(100_000)]);
        table.AddRow("import of 100,000 events, until risk has them all", $"{seconds:0.0} s, {server.ResidentBytes / 1e6:0} MB resident after it", "aim: < 15 s");
    }

    using (ServerUnderLoad server = await ServerUnderLoad.StartAsync(filled))
        table.AddRow("start, 100,000 events", $"{server.StartTime.TotalSeconds:0.00} s, {server.ResidentBytes / 1e6:0} MB resident", "aim: < 3 s");
    AnsiConsole.Profile.Width = 200;
    AnsiConsole.Write(table);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
