using Alerts.Cli;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

// A file of made-up rows in the reduced UCDP layout; row 4 of the spreadsheet has an impossible latitude.
public sealed class ImportTests : IAsyncLifetime
{
    private readonly List<ImportHistoryRequest> _sent = [];
    private CliFixture _cli = null!;

    public async ValueTask InitializeAsync() => _cli = await CliFixture.StartAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task Import_WholeFile_SendsEveryRowOnceAndItsCoverage()
    {
        Serve(rowsDone: 0);
        Assert.Equal(0, await _cli.RunAsync("import", Sample(2500), "--format", "ucdp", "--json"));
        Assert.Equal("ucdp-ged", _sent[0].Start.Dataset);
        Assert.Matches("^[0-9a-f]{64}$", _sent[0].Start.FileDigest);
        ImportBatch[] batches = [.. _sent.Where(s => s.Batch is not null).Select(s => s.Batch)];
        Assert.Equal([0, 1000, 2000], batches.Select(b => b.FirstRow));
        Assert.Equal(2499, batches.Sum(b => b.Events.Count));
        CountryCoverage coverage = Assert.Single(_sent[^1].End.Coverage);
        Assert.Equal(("ML", "2010-01-01", "2010-01-28"), (coverage.CountryCode, coverage.From, coverage.Through));
        Assert.Equal(1, (int)_cli.OutJson()["rowsRefused"]!);
        Assert.Equal(4, (int)_cli.OutJson()["refusals"]![0]!["row"]!);
    }

    [Fact]
    public async Task Import_PartIsOnDisk_GoesOnBehindIt()
    {
        Serve(rowsDone: 1500);
        Assert.Equal(0, await _cli.RunAsync("import", Sample(2500), "--format", "ucdp"));
        ImportBatch batch = Assert.Single(_sent, s => s.Batch is not null).Batch;
        Assert.Equal((1500, 999), (batch.FirstRow, batch.Events.Count));
        // Rows are counted without the one that was refused, which stands before.
        Assert.Equal("r1501", batch.Events[0].RecordId);
        Assert.Equal("2010-01-01", Assert.Single(_sent[^1].End.Coverage).From);
    }

    [Fact]
    public async Task Import_CtrlC_StopsWithoutAnEndAndSaysHowToGoOn()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Serve(rowsDone: 0, onBatch: stop.Cancel);
        Assert.Equal(ExitCodes.Interrupted, await _cli.RunAsync("", stop.Token, "import", Sample(30_000), "--format", "ucdp"));
        Assert.DoesNotContain(_sent, s => s.End is not null);
        Assert.Contains("goes on from here", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FileCutOff_ClaimsNoCoverage()
    {
        Serve(rowsDone: 0);
        string path = _cli.File("cut.csv", File.ReadAllText(Sample(5)) + "9,2010-01-01,,,1,2,Mali,,\"cut off" + new string('x', 3_000_000));
        Assert.Equal(ExitCodes.Refused, await _cli.RunAsync("import", path, "--format", "ucdp"));
        Assert.DoesNotContain(_sent, s => s.End is not null);
    }

    [Fact]
    public async Task Import_ServerFails_ExitCodeTells()
    {
        _cli.Server.Services.ImportHistory = async (requests, responses) =>
        {
            await requests.MoveNext();
            await responses.WriteAsync(new ImportHistoryResponse());
            await requests.MoveNext();
            throw new RpcException(new Status(StatusCode.Unavailable, "scripted"));
        };
        Assert.Equal(ExitCodes.Unreachable, await _cli.RunAsync("import", Sample(9000), "--format", "ucdp"));
    }

    [Fact]
    public async Task Import_ServerRefusesARow_NamesItsRowInTheFile()
    {
        _cli.Server.Services.ImportHistory = async (requests, responses) =>
        {
            while (await requests.MoveNext())
            {
                var answer = new ImportHistoryResponse { RowsRefused = 1 };
                answer.Errors.Add(new RowError { Row = 3, Message = "no country there" });
                await responses.WriteAsync(answer);
            }
        };
        Assert.Equal(0, await _cli.RunAsync("import", Sample(10), "--format", "ucdp", "--json"));
        // The fourth row sent is the fifth of the data, which a spreadsheet shows as row 6.
        Assert.Equal([4, 6], _cli.OutJson()["refusals"]!.AsArray().Select(r => (int)r!["row"]!));
    }

    [Fact]
    public async Task Import_Acled_KeepsTheMarkAndGoesOnBehindABadRow()
    {
        Serve(rowsDone: 0);
        string file = _cli.File(
            "acled.csv",
            "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,iso,latitude,longitude,geo_precision,fatalities\n"
            + "MLI9001,2024-08-30,1,Battles,Armed clash,Group A,466,16.2,-0.05,1,3\n"
            + "MLI9002,8/31/2024,1,Battles,Armed clash,Group A,466,16.2,-0.05,1,3\n"
            + "MLI9003,2024-08-31,1,Protests,Peaceful protest,Protesters,466,16.2,-0.05,1,0\n");
        Assert.Equal(0, await _cli.RunAsync("import", file, "--format", "acled", "--json"));
        Assert.Equal(("acled", true), (_sent[0].Start.Dataset, _sent[0].Start.NoRedistribution));
        Assert.Equal(["MLI9001", "MLI9003"], _sent.Where(s => s.Batch is not null).SelectMany(s => s.Batch.Events).Select(e => e.RecordId));
        Assert.Equal(3, (int)_cli.OutJson()["refusals"]![0]!["row"]!);
        CountryCoverage coverage = Assert.Single(_sent[^1].End.Coverage);
        Assert.Equal(("ML", "2024-08-30", "2024-08-31"), (coverage.CountryCode, coverage.From, coverage.Through));
    }

    private string Sample(int rows) => _cli.File(
        "sample.csv",
        "id,date,date_end,date_precision,lat,lon,country,admin1,place,type,actor1,actor2,fatalities,source,where_precision\n"
        + string.Concat(Enumerable.Range(0, rows).Select(i => $"r{i},2010-01-{(i % 28) + 1:00},,,{(i == 2 ? "95" : "16.2")},-0.05,Mali,,,one-sided,A,Civilians,1,S,\n")));

    private void Serve(long rowsDone, Action? onBatch = null) => _cli.Server.Services.ImportHistory = async (requests, responses) =>
    {
        long done = rowsDone;
        while (await requests.MoveNext())
        {
            _sent.Add(requests.Current);
            if (requests.Current.Batch is { } batch)
            {
                done += batch.Events.Count;
                onBatch?.Invoke();
            }

            await responses.WriteAsync(new ImportHistoryResponse { RowsDone = done, RowsStored = done - rowsDone });
        }
    };
}
