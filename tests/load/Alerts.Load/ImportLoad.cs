using System.Diagnostics;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>An import of history until risk has all of it, and starts before and after it.</summary>
internal static class ImportLoad
{
    private const int Events = 100_000;
    private const int BatchRows = 1_000;

    // As many batches on their way unanswered as the command line's import sends.
    private const int BatchesAhead = 24;
    private const double Megabyte = 1e6;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string folder, Reports reports)
    {
        string own = Path.Combine(folder, "import");
        var figures = new List<Figure>();
        using (ServerUnderLoad server = await ServerUnderLoad.StartAsync(own))
        {
            figures.AddRange(Started("start, empty folder", server));
            (double answered, double done, double cpu) = await ImportAsync(server, [.. reports.History(Events)]);
            string what = $"import of {Events:N0} events";
            figures.AddRange(
            [
                new(what, "until the last answer", answered, "s"),
                new(what, "rate until the last answer", Events / answered, "/s"),
                new(what, "until risk has them all", done, "s", "< 15"),
                new(what, "server CPU an event", cpu / Events * 1e6, "µs"),
                new(what, "resident memory after it", server.ResidentBytes / Megabyte, "MB"),
            ]);
        }

        using ServerUnderLoad again = await ServerUnderLoad.StartAsync(own);
        figures.AddRange(Started($"start, {Events:N0} events", again));
        return figures;
    }

    private static Figure[] Started(string what, ServerUnderLoad server) =>
    [
        new(what, "until the first answer", server.StartTime.TotalSeconds, "s", "< 3"),
        new(what, "resident memory", server.ResidentBytes / Megabyte, "MB"),
    ];

    private static async Task<(double Answered, double Done, double Cpu)> ImportAsync(ServerUnderLoad server, IReadOnlyList<HistoricEvent> rows)
    {
        double cpu = server.CpuSeconds;
        long began = Stopwatch.GetTimestamp();
        using AsyncDuplexStreamingCall<ImportHistoryRequest, ImportHistoryResponse> call = server.Client.Ingest.ImportHistory(new CallOptions());
        int unanswered = 0;
        await AskAsync(new ImportHistoryRequest { Start = new ImportStart { Dataset = "load", FileDigest = new string('a', 64) } });
        long first = 0;
        foreach (HistoricEvent[] batch in rows.Chunk(BatchRows))
        {
            await AskAsync(new ImportHistoryRequest { Batch = new ImportBatch { FirstRow = first, Events = { batch } } });
            first += batch.Length;
        }

        await AskAsync(new ImportHistoryRequest { End = new ImportEnd() });
        await call.RequestStream.CompleteAsync();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (call.ResponseStream.Current.RowsRefused > 0)
                throw new InvalidOperationException(call.ResponseStream.Current.Errors[0].Message);
        }

        double answered = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await server.IdleAsync();
        return (answered, Stopwatch.GetElapsedTime(began).TotalSeconds, server.CpuSeconds - cpu);

        async Task AskAsync(ImportHistoryRequest request)
        {
            await call.RequestStream.WriteAsync(request);
            for (unanswered++; unanswered > BatchesAhead; unanswered--)
                await call.ResponseStream.MoveNext(CancellationToken.None);
        }
    }
}
