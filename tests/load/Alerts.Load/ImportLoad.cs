using System.Diagnostics;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>An import of history, until risk has all of it.</summary>
internal static class ImportLoad
{
    private const int BatchRows = 1_000;

    public static async Task<double> SecondsAsync(ServerUnderLoad server, IReadOnlyList<HistoricEvent> rows)
    {
        long began = Stopwatch.GetTimestamp();
        using var call = server.Client.Ingest.ImportHistory(new CallOptions());
        await AskAsync(new ImportHistoryRequest { Start = new ImportStart { Dataset = "load", FileDigest = new string('a', 64) } });
        long first = 0;
        foreach (HistoricEvent[] batch in rows.Chunk(BatchRows))
        {
            await AskAsync(new ImportHistoryRequest { Batch = new ImportBatch { FirstRow = first, Events = { batch } } });
            first += batch.Length;
        }

        await AskAsync(new ImportHistoryRequest { End = new ImportEnd() });
        await call.RequestStream.CompleteAsync();
        await server.IdleAsync();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;

        async Task AskAsync(ImportHistoryRequest request)
        {
            await call.RequestStream.WriteAsync(request);
            await call.ResponseStream.MoveNext(CancellationToken.None);
        }
    }
}
