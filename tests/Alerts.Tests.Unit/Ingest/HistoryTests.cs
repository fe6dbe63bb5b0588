using Alerts.Ingest.Incidents;
using Alerts.Ingest.Storage;
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
        Assert.Equal([1L, 2L], events.Select(e => e.HistoryRecorded.Incidents[0].Revision));
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
        await store.StoreAsync(File, new HistoryBatch(0, [new HistoryRow(open, null)], new HistoryProgress(1, 0)), IngestBench.Cancel);
        await store.StoreAsync(File, new HistoryBatch(0, [new HistoryRow(marked, null)], new HistoryProgress(1, 0)), IngestBench.Cancel);

        Incident incident = Assert.Single(await bench.ListAsync());
        Assert.Equal((true, Terms.TlpLabel.Green), (incident.NoRedistribution, incident.Tlp));
        IReadOnlyList<Event> events = await bench.NewEventsAsync();
        Assert.Equal([false, true], events.Select(e => e.HistoryRecorded.Incidents[0].NoRedistribution));
    }

    // Whoever has not imported the data set finds its rows in no list and under no name; what may be passed on is everybody's.
    [Fact]
    public async Task Read_SourceThatForbidsPassingOn_ShowsRowsToThoseWhoImportedItAlone()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);
        Incident marked = new HistoryBuilder("set-a", bench.Resolver, noRedistribution: true).Build(Row, Sample.Now).Incident!;
        Incident open = new HistoryBuilder("set-b", bench.Resolver).Build(Row with { RecordId = "open" }, Sample.Now).Incident!;
        await store.StoreAsync(File, new HistoryBatch(0, [new HistoryRow(marked, null), new HistoryRow(open, null)], new HistoryProgress(2, 0)), IngestBench.Cancel);
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
        await store.StoreAsync(File with { Organisation = other, Dataset = "set-c" }, new HistoryBatch(0, [new HistoryRow(open, null)], new HistoryProgress(1, 0)), IngestBench.Cancel);
        Assert.Equal([open.Name], await ListAsync(other));
        await store.StoreAsync(File with { Organisation = other }, new HistoryBatch(0, [new HistoryRow(marked, null)], new HistoryProgress(1, 0)), IngestBench.Cancel);
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

    [Fact]
    public async Task Store_BatchBehindOneThatIsMissing_IsRefused()
    {
        await using var bench = new IngestBench();
        var store = new HistoryStore(bench.Store, bench.Events);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.StoreAsync(File, new HistoryBatch(1_000, [], new HistoryProgress(2_000, 0)), IngestBench.Cancel));
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

    private static Task<int> StoreAsync(IngestBench bench, HistoryStore store, HistoricEvent row) => store.StoreAsync(
        File, new HistoryBatch(0, [new HistoryRow(new HistoryBuilder("set-a", bench.Resolver).Build(row, Sample.Now).Incident!, row.EditedAt)], new HistoryProgress(7, 0)), IngestBench.Cancel);
}
