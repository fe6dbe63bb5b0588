using System.Threading.Channels;
using Alerts.Ingest.Grpc;
using Alerts.Ingest.Storage;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;
using Xunit;
using SubEventType = Alerts.V1.SubEventType;
using TimePrecision = Alerts.V1.TimePrecision;

namespace Alerts.Tests.Unit.Ingest;

// Invented rows.
public sealed class ImportCallTests
{
    private static readonly ImportHistoryRequest Start = new() { Start = new ImportStart { Dataset = "set-a", FileDigest = new string('0', 64) } };

    // A client may wait for each answer before it sends the next part.
    [Fact]
    public async Task Run_ClientInLockstep_AnswersEachPart()
    {
        await using var bench = new IngestBench();
        var wire = new Wire();
        Task call = RunAsync(bench, wire);
        foreach ((ImportHistoryRequest part, long done) in new[] { (Start, 0L), (Batch(0, 2), 2), (Batch(2, 3), 5), (new ImportHistoryRequest { End = new ImportEnd() }, 5) })
        {
            await wire.Requests.Writer.WriteAsync(part, IngestBench.Cancel);
            Assert.Equal(done, (await wire.Answers.Reader.ReadAsync(IngestBench.Cancel)).RowsDone);
        }

        wire.Requests.Writer.Complete();
        await call;
        Assert.Equal(5, (await bench.ListAsync()).Count);
    }

    // What came before is on disk and answered; the call then ends with the reason, though the client sends nothing more.
    [Fact]
    public async Task Run_BatchThatLeavesRowsOut_IsRefusedAfterWhatCameBefore()
    {
        await using var bench = new IngestBench();
        var wire = new Wire();
        Task call = RunAsync(bench, wire);
        foreach (ImportHistoryRequest part in new[] { Start, Batch(0, 2), Batch(2, 2), Batch(7, 1) })
            await wire.Requests.Writer.WriteAsync(part, IngestBench.Cancel);

        AlertsException refused = await Assert.ThrowsAsync<AlertsException>(() => call);
        Assert.Contains("first_row", Assert.Single(refused.Violations).Field, StringComparison.Ordinal);
        wire.Answers.Writer.Complete();
        Assert.Equal([0L, 2L, 4L], await wire.Answers.Reader.ReadAllAsync(IngestBench.Cancel).Select(a => a.RowsDone).ToListAsync(IngestBench.Cancel));
        Assert.Equal(4, (await bench.ListAsync()).Count);
    }

    // Sent before the client read how far the file is: known again, and stored once.
    [Fact]
    public async Task Run_SameFileAgain_SkipsWhatIsIn()
    {
        await using var bench = new IngestBench();
        for (int time = 0; time < 2; time++)
        {
            var wire = new Wire();
            foreach (ImportHistoryRequest part in new[] { Start, Batch(0, 2), Batch(2, 2), new ImportHistoryRequest { End = new ImportEnd() } })
                await wire.Requests.Writer.WriteAsync(part, IngestBench.Cancel);
            wire.Requests.Writer.Complete();
            await RunAsync(bench, wire);
            wire.Answers.Writer.Complete();
            List<ImportHistoryResponse> answers = await wire.Answers.Reader.ReadAllAsync(IngestBench.Cancel).ToListAsync(IngestBench.Cancel);
            Assert.Equal(time == 0 ? 4 : 0, answers[^1].RowsStored);
            Assert.Equal(4, answers[^1].RowsDone);
        }

        Assert.Equal(4, (await bench.ListAsync()).Count);
    }

    private static Task RunAsync(IngestBench bench, Wire wire) =>
        new ImportCall(new HistoryStore(bench.Store, bench.Events), bench.Resolver, bench.Clock, IngestBench.Org).RunAsync(wire, wire, IngestBench.Cancel);

    private static ImportHistoryRequest Batch(long first, int rows)
    {
        var batch = new ImportBatch { FirstRow = first };
        for (int i = 0; i < rows; i++)
        {
            batch.Events.Add(new HistoricEvent
            {
                RecordId = $"{first + i}",
                LocalDate = "2020-03-01",
                TimePrecision = TimePrecision.Day,
                Latitude = Sample.Faladie.Latitude,
                Longitude = Sample.Faladie.Longitude,
                SubEventType = SubEventType.ArmedClash,
            });
        }

        return new ImportHistoryRequest { Batch = batch };
    }

    // Both directions of a call.
    private sealed class Wire : IAsyncStreamReader<ImportHistoryRequest>, IServerStreamWriter<ImportHistoryResponse>
    {
        public Channel<ImportHistoryRequest> Requests { get; } = Channel.CreateUnbounded<ImportHistoryRequest>();

        public Channel<ImportHistoryResponse> Answers { get; } = Channel.CreateUnbounded<ImportHistoryResponse>();

        public ImportHistoryRequest Current { get; private set; } = new();

        public WriteOptions? WriteOptions { get; set; }

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!await Requests.Reader.WaitToReadAsync(cancellationToken)) return false;
            Current = await Requests.Reader.ReadAsync(cancellationToken);
            return true;
        }

        public Task WriteAsync(ImportHistoryResponse message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(ImportHistoryResponse message, CancellationToken cancellationToken) => Answers.Writer.WriteAsync(message, cancellationToken).AsTask();
    }
}
