using System.Text.RegularExpressions;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Wire;
using Alerts.Platform.Time;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Ingest.Grpc;

// One call of ImportHistory: a start, then batches, then an end, each answered once it is on disk. Lives for the call.
internal sealed partial class ImportCall(IHistoryStore store, PlaceResolver places, DomainClock clock, Scope organisation)
{
    private const int LargestBatch = 1_000;
    private const int ErrorsShown = 20;

    // Batches that the store may have at once, some 15 MB: those that wait for it together go to disk together, which writes each page of an index once and not for each, and the next are made meanwhile.
    private const int MostOnTheirWay = 24;

    private readonly List<RowError> _errors = [];
    private HistoryFile? _file;
    private HistoryBuilder? _builder;

    // How far rows are made into incidents, which is at most some batches ahead of those that are on disk.
    private HistoryProgress _built;
    private long _stored;

    // The last answer that was begun: it comes after all before it.
    private Task _answered = Task.CompletedTask;

    public async Task RunAsync(IAsyncStreamReader<ImportHistoryRequest> requests, IServerStreamWriter<ImportHistoryResponse> responses, CancellationToken cancellationToken)
    {
        if (!await requests.MoveNext(cancellationToken))
            return;
        await StartAsync(requests.Current, cancellationToken);
        await responses.WriteAsync(Answer(), cancellationToken);

        // While some batches go to disk, together when they wait together, the next is made into incidents and the one after it is read: each would leave a core idle.
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(failed.Token);
        using var room = new SemaphoreSlim(MostOnTheirWay);
        Task passed = Task.CompletedTask;
        try
        {
            while (await requests.MoveNext(reading.Token))
            {
                // One is made while the next is read, and no more: whole requests that wait are what a collector would be busy with.
                Task before = passed;
                passed = PassAsync(before, requests.Current, responses, room, reading, failed);
                await before;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A request was refused, or storing has failed: that is the error to tell.
        }
        finally
        {
            // What is in work is answered before anything of what follows is refused; when it fails, that is the error to tell.
            await passed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _answered;
        }

        await passed;
    }

    // Makes a request into what is to be stored, after the one before, and hands it on.
    private async Task PassAsync(
        Task before,
        ImportHistoryRequest request,
        IServerStreamWriter<ImportHistoryResponse> responses,
        SemaphoreSlim room,
        CancellationTokenSource reading,
        CancellationTokenSource failed)
    {
        try
        {
            await before;
            (Func<CancellationToken, Task<int>> store, ImportHistoryResponse answer) = await Task.Run(() => (Prepare(request), Answer()), CancellationToken.None);
            await room.WaitAsync(failed.Token);
            _answered = AnswerAsync(_answered, store(failed.Token), answer, responses, room, failed);
        }
        catch
        {
            await reading.CancelAsync();
            throw;
        }
    }

    private async Task AnswerAsync(
        Task before, Task<int> storing, ImportHistoryResponse answer, IServerStreamWriter<ImportHistoryResponse> responses, SemaphoreSlim room, CancellationTokenSource failed)
    {
        try
        {
            await before;
            _stored += await storing;
            answer.RowsStored = _stored;
            await responses.WriteAsync(answer, failed.Token);
            room.Release();
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    private ImportHistoryResponse Answer()
    {
        var answer = new ImportHistoryResponse { RowsDone = _built.RowsDone, RowsRefused = _built.RowsRefused };
        answer.Errors.AddRange(_errors);
        return answer;
    }

    private async Task StartAsync(ImportHistoryRequest request, CancellationToken cancellationToken)
    {
        if (request.PartCase != ImportHistoryRequest.PartOneofCase.Start)
            throw AlertsException.Invalid("start", "must be the first message of the call.");
        ImportStart start = request.Start;
        var wrong = new Violations();
        if (!Dataset().IsMatch(start.Dataset))
            wrong.Add("start.dataset", "must be 1 to 63 characters a-z, 0-9 and hyphen.");
        if (!Digest().IsMatch(start.FileDigest))
            wrong.Add("start.file_digest", "must be the SHA-256 of the file in 64 lower-case hex digits.");
        wrong.ThrowIfAny();
        _file = new HistoryFile(organisation, start.Dataset, start.FileDigest);
        _builder = new HistoryBuilder(start.Dataset, places, start.NoRedistribution);
        _built = await store.ProgressAsync(_file, cancellationToken);
    }

    // Refuses what can be refused, and returns what remains to be done in its turn.
    private Func<CancellationToken, Task<int>> Prepare(ImportHistoryRequest request) => request.PartCase switch
    {
        ImportHistoryRequest.PartOneofCase.Start => throw AlertsException.Invalid("start", "comes once, as the first message of the call."),
        ImportHistoryRequest.PartOneofCase.Batch => Build(request.Batch),
        ImportHistoryRequest.PartOneofCase.End => Close(HistoryWire.Core(request.End.Coverage)),
        _ => throw AlertsException.Invalid("part", "is required: start, batch or end."),
    };

    private Func<CancellationToken, Task<int>> Close(IReadOnlyList<Incidents.Coverage> coverage) => async cancellationToken =>
    {
        await store.CloseAsync(coverage, cancellationToken);
        return 0;
    };

    private Func<CancellationToken, Task<int>> Build(ImportBatch batch)
    {
        if (batch.Events.Count is 0 or > LargestBatch)
            throw AlertsException.Invalid("batch.events", $"must have 1 to {LargestBatch} rows; it has {batch.Events.Count}.");
        if (batch.FirstRow < 0 || batch.FirstRow > _built.RowsDone)
            throw AlertsException.Invalid("batch.first_row", $"must follow the rows that are in: {_built.RowsDone}.");

        // A batch that is in already was sent before the client read our first answer.
        long end = batch.FirstRow + batch.Events.Count;
        if (end <= _built.RowsDone)
            return _ => Task.FromResult(0);
        IHistoryBatch rows = store.Begin(_file!, _built.RowsDone);
        long refused = _built.RowsRefused;
        for (int i = (int)(_built.RowsDone - batch.FirstRow); i < batch.Events.Count; i++)
        {
            Incidents.HistoricEvent row = HistoryWire.Core(batch.Events[i]);
            (Incidents.Incident? incident, string error) = _builder!.Build(row, clock.Now);
            if (incident is not null)
            {
                rows.Add(incident, row.EditedAt);
                continue;
            }

            refused++;
            _errors.Add(new RowError { Row = batch.FirstRow + i, Message = error });
            if (_errors.Count > ErrorsShown)
                _errors.RemoveAt(0);
        }

        HistoryProgress built = _built = new HistoryProgress(end, refused);
        return cancellationToken => rows.StoreAsync(built, cancellationToken);
    }

    [GeneratedRegex("^[a-z0-9-]{1,63}$")]
    private static partial Regex Dataset();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Digest();
}
