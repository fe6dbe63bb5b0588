using System.Security.Cryptography;
using Alerts.AllInOne.Scenarios;
using Alerts.Client;
using Alerts.V1;
using Google.Protobuf;

namespace Alerts.AllInOne.Playing;

/// <summary>Brings a scenario's history in, as an import of a data set does.</summary>
internal static class HistoryImport
{
    private const int BatchRows = 500;

    public static async Task RunAsync(AlertsClient client, Scenario scenario, CancellationToken cancellationToken)
    {
        using var call = client.Ingest.ImportHistory(cancellationToken: cancellationToken);
        var end = new ImportEnd();
        end.Coverage.AddRange(scenario.Coverage);
        await AskAsync(new ImportHistoryRequest { Start = new ImportStart { Dataset = scenario.Dataset, FileDigest = Digest(scenario) } });
        long done = call.ResponseStream.Current.RowsDone;
        foreach (HistoricEvent[] rows in scenario.History.Skip((int)done).Chunk(BatchRows))
        {
            await AskAsync(new ImportHistoryRequest { Batch = new ImportBatch { FirstRow = done, Events = { rows } } });
            done += rows.Length;
        }

        await AskAsync(new ImportHistoryRequest { End = end });
        await call.RequestStream.CompleteAsync();
        if (call.ResponseStream.Current.RowsRefused > 0)
            throw new InvalidOperationException($"The history of {scenario.Name} was refused: {call.ResponseStream.Current.Errors[0].Message}");

        async Task AskAsync(ImportHistoryRequest request)
        {
            await call.RequestStream.WriteAsync(request, cancellationToken);
            if (!await call.ResponseStream.MoveNext(cancellationToken))
                throw new InvalidOperationException("The import ended without an answer.");
        }
    }

    private static string Digest(Scenario scenario)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (HistoricEvent row in scenario.History)
            hash.AppendData(row.ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
