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

    private readonly List<RowError> _errors = [];
    private HistoryFile? _file;
    private HistoryBuilder? _builder;
    private HistoryProgress _progress;
    private long _stored;

    public async Task RunAsync(IAsyncStreamReader<ImportHistoryRequest> requests, IServerStreamWriter<ImportHistoryResponse> responses, CancellationToken cancellationToken)
    {
        while (await requests.MoveNext(cancellationToken))
        {
            await TakeAsync(requests.Current, cancellationToken);
            var answer = new ImportHistoryResponse { RowsDone = _progress.RowsDone, RowsStored = _stored, RowsRefused = _progress.RowsRefused };
            answer.Errors.AddRange(_errors);
            await responses.WriteAsync(answer, cancellationToken);
        }
    }

    private Task TakeAsync(ImportHistoryRequest request, CancellationToken cancellationToken) => request.PartCase switch
    {
        ImportHistoryRequest.PartOneofCase.Start when _file is null => StartAsync(request.Start, cancellationToken),
        ImportHistoryRequest.PartOneofCase.Start => throw AlertsException.Invalid("start", "comes once, as the first message of the call."),
        _ when _file is null => throw AlertsException.Invalid("start", "must be the first message of the call."),
        ImportHistoryRequest.PartOneofCase.Batch => StoreAsync(request.Batch, cancellationToken),
        ImportHistoryRequest.PartOneofCase.End => store.CloseAsync(HistoryWire.Core(request.End.Coverage), cancellationToken),
        _ => throw AlertsException.Invalid("part", "is required: start, batch or end."),
    };

    private async Task StartAsync(ImportStart start, CancellationToken cancellationToken)
    {
        var wrong = new Violations();
        if (!Dataset().IsMatch(start.Dataset))
            wrong.Add("start.dataset", "must be 1 to 63 characters a-z, 0-9 and hyphen.");
        if (!Digest().IsMatch(start.FileDigest))
            wrong.Add("start.file_digest", "must be the SHA-256 of the file in 64 lower-case hex digits.");
        wrong.ThrowIfAny();
        _file = new HistoryFile(organisation, start.Dataset, start.FileDigest);
        _builder = new HistoryBuilder(start.Dataset, places);
        _progress = await store.ProgressAsync(_file, cancellationToken);
    }

    private async Task StoreAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Events.Count is 0 or > LargestBatch)
            throw AlertsException.Invalid("batch.events", $"must have 1 to {LargestBatch} rows; it has {batch.Events.Count}.");
        if (batch.FirstRow < 0 || batch.FirstRow > _progress.RowsDone)
            throw AlertsException.Invalid("batch.first_row", $"must follow the rows that are in: {_progress.RowsDone}.");

        // A batch that is in already was sent before the client read our first answer.
        long end = batch.FirstRow + batch.Events.Count;
        if (end <= _progress.RowsDone)
            return;
        var incidents = new List<Incidents.Incident>(batch.Events.Count);
        long refused = _progress.RowsRefused;
        for (int i = (int)(_progress.RowsDone - batch.FirstRow); i < batch.Events.Count; i++)
        {
            (Incidents.Incident? incident, string error) = _builder!.Build(HistoryWire.Core(batch.Events[i]), clock.Now);
            if (incident is not null)
            {
                incidents.Add(incident);
                continue;
            }

            refused++;
            _errors.Add(new RowError { Row = batch.FirstRow + i, Message = error });
            if (_errors.Count > ErrorsShown)
                _errors.RemoveAt(0);
        }

        var progress = new HistoryProgress(end, refused);
        _stored += await store.StoreAsync(_file!, incidents, progress, cancellationToken);
        _progress = progress;
    }

    [GeneratedRegex("^[a-z0-9-]{1,63}$")]
    private static partial Regex Dataset();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Digest();
}
