using Alerts.Ingest;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Storage;
using Alerts.Platform.Storage.Sqlite;
using Alerts.V1;
using Xunit;
using HistoricEvent = Alerts.Ingest.Incidents.HistoricEvent;
using Incident = Alerts.Ingest.Incidents.Incident;
using SubEventType = Alerts.Terms.SubEventType;
using TimePrecision = Alerts.Terms.TimePrecision;

namespace Alerts.Tests.Unit.Ingest;

// Invented rows.
public sealed class HistoryTests
{
    private static readonly HistoryFile File = new(IngestBench.Org, "set-a", new string('0', 64));

    private static HistoricEvent Row => new()
    {
        RecordId = "1",
        LocalDate = "2020-03-01",
        TimePrecision = TimePrecision.Day,
        Point = Sample.Faladie,
        Type = SubEventType.ArmedClash,
        Killed = 4,
    };

    [Fact]
    public async Task Store_SameRowTwiceThenChanged_OneRevisionForEachContent()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);

        Assert.Equal(1, await StoreAsync(bench, store, Row));
        Assert.Equal(0, await StoreAsync(bench, store, Row));
        Assert.Equal(1, await StoreAsync(bench, store, Row with { Killed = 5 }));

        Incident incident = Assert.Single(await bench.ListAsync());
        Assert.Equal(2, incident.Revision);
        Assert.Equal(5, incident.CasualtyEstimate!.Killed!.Value.Best);
        Assert.True(incident.Historic);
        IReadOnlyList<Event> events = await bench.NewEventsAsync();
        Assert.Equal([1L, 2L], events.Select(e => e.HistoryRecorded.Rows[0].Revision));
        Assert.Equal(7, (await store.ProgressAsync(File, IngestBench.Cancel)).RowsDone);
    }

    [Fact]
    public async Task Store_SourceThatForbidsPassingOn_KeepsTheMark()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);
        Incident open = new HistoryBuilder("set-a", bench.Resolver).Build(Row, Sample.Now).Incident!;
        Incident marked = new HistoryBuilder("set-a", bench.Resolver, noRedistribution: true).Build(Row, Sample.Now).Incident!;

        // Imported without the mark at first: the mark is a change of content, so the second import puts it right.
        await StoreAsync(store, File, [open]);
        await StoreAsync(store, File, [marked]);

        Incident incident = Assert.Single(await bench.ListAsync());
        Assert.Equal((true, Terms.TlpLabel.Green), (incident.NoRedistribution, incident.Tlp));
        IReadOnlyList<Event> events = await bench.NewEventsAsync();
        Assert.Equal([false, true], events.Select(e => e.HistoryRecorded.Rows[0].NoRedistribution));
    }

    // Whoever has not imported the data set finds its rows in no list and under no name; what may be passed on is everybody's.
    [Fact]
    public async Task Read_SourceThatForbidsPassingOn_ShowsRowsToThoseWhoImportedItAlone()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);
        Incident marked = new HistoryBuilder("set-a", bench.Resolver, noRedistribution: true).Build(Row, Sample.Now).Incident!;
        Incident open = new HistoryBuilder("set-b", bench.Resolver).Build(Row with { RecordId = "open" }, Sample.Now).Incident!;
        await StoreAsync(store, File, [marked, open]);
        var other = new Terms.Scope("other");
        var reader = new IncidentReader(bench.Store);
        async Task<string[]> ListAsync(Terms.Scope scope) =>
            [.. (await reader.ListAsync(new IncidentFilter(scope) { IncludeHistoric = true }, null, 10, IngestBench.Cancel)).Select(i => i.Incident.Name).Order(StringComparer.Ordinal)];

        string[] both = [.. new[] { marked.Name, open.Name }.Order(StringComparer.Ordinal)];
        Assert.Equal(both, await ListAsync(File.Organisation));
        Assert.Equal([open.Name], await ListAsync(other));
        Assert.Null(await reader.FindAsync(marked.Name, other, IngestBench.Cancel));
        Assert.NotNull(await reader.FindAsync(marked.Name, File.Organisation, IngestBench.Cancel));

        // Its own copy gives it the right to read what is stored already; another data set of its own does not.
        await StoreAsync(store, File with { Organisation = other, Dataset = "set-c" }, [open]);
        Assert.Equal([open.Name], await ListAsync(other));
        await StoreAsync(store, File with { Organisation = other }, [marked]);
        Assert.Equal(both, await ListAsync(other));
    }

    // An export that was made earlier, imported after a later one, must not put its rows back; what a source edited at the same time or later counts, and so does a row without that instant.
    [Fact]
    public async Task Store_RowThatWasEditedEarlier_ChangesNothing()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);
        DateTimeOffset edited = Sample.Now.AddDays(-30);

        Assert.Equal(1, await StoreAsync(bench, store, Row with { Killed = 5, EditedAt = edited }));
        Assert.Equal(0, await StoreAsync(bench, store, Row with { Killed = 4, EditedAt = edited.AddDays(-7) }));
        Assert.Equal(5, (await bench.ListAsync())[0].CasualtyEstimate!.Killed!.Value.Best);
        Assert.Equal(1, await StoreAsync(bench, store, Row with { Killed = 6, EditedAt = edited.AddDays(7) }));
        Assert.Equal(1, await StoreAsync(bench, store, Row with { Killed = 7 }));
        Assert.Equal(7, (await bench.ListAsync())[0].CasualtyEstimate!.Killed!.Value.Best);
    }

    // A file may name a row twice: the last one counts, and each is told of in its turn.
    [Fact]
    public async Task Store_RowTwiceInABatch_KeepsTheLast()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);
        var builder = new HistoryBuilder("set-a", bench.Resolver);
        Incident[] rows = [.. new int?[] { 4, 5, 5, 6 }.Select(killed => builder.Build(Row with { Killed = killed }, Sample.Now).Incident!)];

        Assert.Equal(3, await StoreAsync(store, File, rows));

        Incident incident = Assert.Single(await bench.ListAsync());
        Assert.Equal((3L, 6), (incident.Revision, incident.CasualtyEstimate!.Killed!.Value.Best));
        Assert.Equal([(1L, 4), (2L, 5), (3L, 6)], (await bench.NewEventsAsync())[0].HistoryRecorded.Rows.Select(r => (r.Revision, r.Killed)));
        Assert.Equal(0, await StoreAsync(store, File, rows[3..]));
    }

    // More rows than one look-up takes, on few days, so that pages begin and end among equal starts.
    [Fact]
    public async Task List_ManyRowsOfEqualStart_PagesThroughAllOnceNewestFirst()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);
        var builder = new HistoryBuilder("set-a", bench.Resolver);
        Incident[] rows = [.. Enumerable.Range(0, 200).Select(i => builder.Build(Row with { RecordId = $"{i}", LocalDate = $"2020-03-0{1 + (i % 3)}" }, Sample.Now).Incident!)];
        Assert.Equal(200, await StoreAsync(store, File, rows));

        var found = new List<ListedIncident>();
        var filter = new IncidentFilter(IngestBench.Org) { IncludeHistoric = true };
        while (await bench.Incidents.ListAsync(filter, found.Count == 0 ? null : found[^1].Position, 30, IngestBench.Cancel) is { Count: > 0 } page)
            found.AddRange(page);

        Assert.Equal(200, found.Select(i => i.Incident.Name).Distinct().Count());
        Assert.Equal(found.OrderByDescending(i => i.Position.Start).ThenByDescending(i => i.Position.Name, StringComparer.Ordinal), found);
        Assert.Equal(Sample.Now, found[0].Incident.CreateTime);
        Assert.Equal(found[7].Incident.Name, (await bench.Incidents.FindAsync(found[7].Incident.Name, IngestBench.Org, IngestBench.Cancel))!.Name);
    }

    // History was among the incidents once: it must be found, listed and known again after the move.
    [Fact]
    public async Task Open_StoreOfBeforeTheMove_KeepsHistory()
    {
        string folder = Directory.CreateTempSubdirectory("alerts-ingest-").FullName;
        string path = Path.Combine(folder, "ingest.db");
        await using var bench = new IngestBench();
        Incident incident = new HistoryBuilder("set-a", bench.Resolver).Build(Row, Sample.Now).Incident!;
        await using (SqliteStore before = SqliteStore.Open("ingest", path, typeof(IngestSetup).Assembly))
        {
            await StoreAsync(new HistoryStore(before, bench.Events), File, [incident]);
            await before.WriteAsync(
                s =>
                {
                    s.Execute(
                        "INSERT INTO incident (scope, name, revision, historic, merged_into, tlp, start_us, country, south, north, content, body) "
                        + "SELECT 'shared', $1, 4, 1, '', tlp, start_us, country, latitude, latitude, content, body FROM history",
                        incident.Name);
                    s.Execute("DROP TABLE history");
                    return s.Execute("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0003-history.sql'");
                },
                IngestBench.Cancel);
        }

        await using (SqliteStore after = SqliteStore.Open("ingest", path, typeof(IngestSetup).Assembly))
        {
            Incident found = (await new IncidentReader(after).FindAsync(incident.Name, IngestBench.Org, IngestBench.Cancel))!;
            Assert.Equal((4L, 4), (found.Revision, found.CasualtyEstimate!.Killed!.Value.Best));
            Assert.Equal(0, await StoreAsync(new HistoryStore(after, bench.Events), File, [incident]));
            Assert.Single(await new IncidentReader(after).ListAsync(new IncidentFilter(IngestBench.Org) { IncludeHistoric = true }, null, 10, IngestBench.Cancel));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Store_BatchBehindOneThatIsMissing_IsRefused()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Begin(File, 1_000).StoreAsync(new HistoryProgress(2_000, 0), IngestBench.Cancel));
        Assert.Equal(0, (await store.ProgressAsync(File, IngestBench.Cancel)).RowsDone);
    }

    [Fact]
    public async Task Build_ImpossibleDate_SaysWhy()
    {
        await using var bench = new IngestBench();

        (Incident? incident, string error) = new HistoryBuilder("set-a", bench.Resolver).Build(Row with { LocalDate = "2020-02-30" }, Sample.Now);

        Assert.Null(incident);
        Assert.Contains("local_date", error, StringComparison.Ordinal);
    }

    private static Task<int> StoreAsync(HistoryStore store, HistoryFile file, Incident[] incidents)
    {
        IHistoryBatch batch = store.Begin(file, 0);
        foreach (Incident incident in incidents)
            batch.Add(incident, null);
        return batch.StoreAsync(new HistoryProgress(incidents.Length, 0), IngestBench.Cancel);
    }

    private static Task<int> StoreAsync(IngestBench bench, HistoryStore store, HistoricEvent row)
    {
        IHistoryBatch batch = store.Begin(File, 0);
        batch.Add(new HistoryBuilder("set-a", bench.Resolver).Build(row, Sample.Now).Incident!, row.EditedAt);
        return batch.StoreAsync(new HistoryProgress(7, 0), IngestBench.Cancel);
    }
}
