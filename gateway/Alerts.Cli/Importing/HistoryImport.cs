using System.Security.Cryptography;
using Alerts.Client;
using Alerts.Feeds;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Cli.Importing;

// Sends one file through ImportHistory. The server counts the rows of the file, known by its digest, that are on disk; so the same
// call again skips them, and a row that is sent twice is stored once.
internal sealed class HistoryImport(AlertsClient client, FileInfo file, HistoryFormat format, string dataset) : IDisposable
{
    private const int BatchRows = 1_000;

    // Batches on the way: enough that some are made and read while others go to disk, few enough that Ctrl-C stops within a second or two.
    private const int MaxUnanswered = 24;
    private const int MaxRefusals = 20;

    private readonly SemaphoreSlim _window = new(MaxUnanswered);
    private readonly CoverageTally _tally = new();
    private readonly List<int> _rowNumbers = [];
    private readonly List<Refusal> _refusals = [];
    private long _refused;
    private bool _damaged;
    private ImportHistoryResponse _last = new();

    // Fractions of the file, 0 to 1, as it is read.
    public async Task<ImportOutcome> RunAsync(IProgress<double> progress, CancellationToken cancellation)
    {
        string digest = await DigestAsync(cancellation);
        var start = new ImportStart { Dataset = dataset, FileDigest = digest, NoRedistribution = format.ForbidsPassingOn };
        // Not cancelled by Ctrl-C: what is on the way is answered, so that the outcome is known.
        using AsyncDuplexStreamingCall<ImportHistoryRequest, ImportHistoryResponse> call = client.Ingest.ImportHistory(cancellationToken: CancellationToken.None);
        await call.RequestStream.WriteAsync(new ImportHistoryRequest { Start = start }, cancellation);
        if (!await call.ResponseStream.MoveNext(cancellation)) throw new CliException(ExitCodes.Unexpected, "NO_ANSWER", "The server ended the import without an answer.");
        _last = call.ResponseStream.Current;
        Task answers = ReadAnswersAsync(call.ResponseStream);
        bool complete = await SendAsync(call.RequestStream, _last.RowsDone, answers, progress, cancellation);
        if (!answers.IsCompleted) await call.RequestStream.CompleteAsync();
        await answers;
        if (!complete && !cancellation.IsCancellationRequested)
            throw new CliException(ExitCodes.Unexpected, "ENDED_EARLY", "The server ended the import before the file did. The same command goes on from there.");
        return Outcome(complete);
    }

    public void Dispose() => _window.Dispose();

    private async Task<string> DigestAsync(CancellationToken cancellation)
    {
        await using FileStream bytes = file.OpenRead();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation));
    }

    // Answers whether all of the file was sent.
    private async Task<bool> SendAsync(
        IClientStreamWriter<ImportHistoryRequest> requests, long done, Task answers, IProgress<double> progress, CancellationToken cancellation)
    {
        await using FileStream bytes = file.OpenRead();
        var batch = new ImportBatch { FirstRow = done };
        foreach (FeedRow row in format.Read(bytes))
        {
            if (cancellation.IsCancellationRequested || answers.IsCompleted) return false;
            if (!Take(row)) continue;
            if (_rowNumbers.Count <= done) continue;
            batch.Events.Add(HistoricEvents.Of(row.Row!));
            if (batch.Events.Count < BatchRows) continue;
            if (!await SendAsync(requests, new ImportHistoryRequest { Batch = batch }, answers, cancellation)) return false;
            batch = new ImportBatch { FirstRow = _rowNumbers.Count };
            progress.Report((double)bytes.Position / Math.Max(1, bytes.Length));
        }

        if (batch.Events.Count > 0 && !await SendAsync(requests, new ImportHistoryRequest { Batch = batch }, answers, cancellation)) return false;
        if (_damaged) return true; // Half a file covers nothing: without an end the server claims none.
        var end = new ImportEnd();
        end.Coverage.AddRange(_tally.ToCoverage().Select(HistoricEvents.Of));
        return await SendAsync(requests, new ImportHistoryRequest { End = end }, answers, cancellation);
    }

    private bool Take(FeedRow row)
    {
        if (row.Row is { } read)
        {
            _tally.Add(read);
            _rowNumbers.Add(row.Number);
            return true;
        }

        _damaged |= row.EndsFile;
        Refuse(row.Number, row.Refusal!);
        return false;
    }

    private void Refuse(long row, string reason)
    {
        _refused++;
        _refusals.Add(new Refusal(row, reason));
        if (_refusals.Count > MaxRefusals) _refusals.RemoveAt(0);
    }

    private async Task<bool> SendAsync(
        IClientStreamWriter<ImportHistoryRequest> requests, ImportHistoryRequest part, Task answers, CancellationToken cancellation)
    {
        try
        {
            Task free = _window.WaitAsync(cancellation);
            if (await Task.WhenAny(free, answers) == answers) return false;
            await free;
            await requests.WriteAsync(part, CancellationToken.None);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            return false; // The answers say why.
        }
    }

    private async Task ReadAnswersAsync(IAsyncStreamReader<ImportHistoryResponse> answers)
    {
        while (await answers.MoveNext(CancellationToken.None))
        {
            _last = answers.Current;
            _window.Release();
        }
    }

    private ImportOutcome Outcome(bool complete)
    {
        // The server counts rows that were sent; people count rows of the file.
        IEnumerable<Refusal> server = _last.Errors.Select(e =>
            new Refusal(e.Row >= 0 && e.Row < _rowNumbers.Count ? _rowNumbers[(int)e.Row] : e.Row, e.Message));
        return new ImportOutcome(
            _last.RowsDone,
            _last.RowsStored,
            _refused + _last.RowsRefused,
            [.. _refusals.Concat(server).OrderBy(r => r.Row)],
            complete && !_damaged ? _tally.ToCoverage() : [],
            Interrupted: !complete,
            _damaged);
    }
}
