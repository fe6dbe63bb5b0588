using Alerts.Ingest.Reports;
using Alerts.V1;
using Xunit;
using CasualtyRange = Alerts.Terms.CasualtyRange;
using CasualtyStatement = Alerts.Ingest.Reports.CasualtyStatement;
using ClaimantKind = Alerts.Terms.ClaimantKind;
using Incident = Alerts.Ingest.Incidents.Incident;
using Source = Alerts.Ingest.Reports.Source;
using SourceReliability = Alerts.Terms.SourceReliability;
using SubEventType = Alerts.Terms.SubEventType;

namespace Alerts.Tests.Unit.Ingest;

// What comes later: follow-ups that are coarser than the first word, the same text again, forwards of what was taken back. Events are invented.
public sealed class FollowUpTests
{
    [Fact]
    public async Task Fold_CityThatFitsInTime_JoinsAndKeepsTheSharperPlace()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);

        await bench.TellAsync(Sample.Attack with { Sites = [Sample.InCity(Sample.Bamako)], Source = Sample.By("wire") });

        Incident incident = Assert.Single(await bench.ListAsync());
        Assert.Equal(Alerts.Terms.PlacePrecision.Point, Assert.Single(incident.Sites).Place.Precision);
    }

    [Fact]
    public async Task Fold_CoarseInPlaceAndTimeAndOtherInType_LinksBothWays()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack with { Text = "Gunmen stormed the gendarmerie school at dawn." });

        IReadOnlyList<IncidentRecorded> events = await bench.TellAsync(Sample.Attack with
        {
            Type = new EventKind(SubEventType.Grenade, null),
            Sites = [Sample.InCity(Sample.Bamako)],
            Occurred = Sample.OnDay("2024-09-17"),
            Source = Sample.By("wire"),
            Text = "A device thrown into a bar of the capital hurt three guests.",
        });

        Assert.Equal(2, events.Count);
        Assert.All(events, e => Assert.Equal(IncidentLinkKind.MaybeSame, Assert.Single(e.Incident.Links).Kind));
        Assert.Equal(events[0].Incident.Name, events[1].Incident.Links[0].Incident);
        Assert.Equal(events[1].Incident.Name, events[0].Incident.Links[0].Incident);
    }

    [Fact]
    public async Task Fold_FollowUpOfTheNextDay_UpdatesTheToll()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack with { Casualties = [new CasualtyStatement { Killed = new CasualtyRange(null, 12, null) }] });
        bench.Clock.AdvanceTo(bench.Clock.Now.AddDays(1));

        await bench.TellAsync(Sample.Attack with
        {
            Sites = [Sample.InCity(Sample.Bamako)],
            Occurred = Sample.OnDay("2024-09-17"),
            Source = Sample.By("wire", SourceReliability.B, ClaimantKind.Press),
            Casualties = [new CasualtyStatement { Killed = new CasualtyRange(null, 15, null) }],
        });

        Incident incident = Assert.Single(await bench.ListAsync());
        Assert.Equal(15, incident.CasualtyEstimate!.Killed!.Value.Best);
        Assert.Equal(2, incident.Casualties.Count);
    }

    [Fact]
    public async Task Fold_SameArticleReadOnAnotherDay_JoinsItsOriginal()
    {
        await using var bench = new IngestBench();
        const string article = "Gunmen entered the town before dawn yesterday, burned two lorries at the bus station and left towards the river, residents said.";
        await bench.TellAsync(Sample.Attack with { Occurred = Sample.OnDay("2024-09-16"), Text = article });
        bench.Clock.AdvanceTo(bench.Clock.Now.AddDays(1));

        await bench.TellAsync(Sample.Attack with { Occurred = Sample.OnDay("2024-09-17"), Text = article, Source = Sample.By("paper") });

        Incident incident = Assert.Single(await bench.ListAsync());
        Assert.Single(incident.Reports.Select(r => r.Origin).Distinct());
    }

    [Fact]
    public async Task Fold_SameFewWordsOnAnotherDay_IsAnotherEvent()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack with { Occurred = Sample.OnDay("2024-09-16"), Text = "Shots heard near the airport" });
        bench.Clock.AdvanceTo(bench.Clock.Now.AddDays(2));

        await bench.TellAsync(Sample.Attack with { Occurred = Sample.OnDay("2024-09-18"), Text = "Shots heard near the airport", Source = Sample.By("two") });

        Assert.Equal(2, (await bench.ListAsync()).Count);
    }

    [Fact]
    public async Task Fold_SameWordsFromAnotherTown_IsAnotherEvent()
    {
        await using var bench = new IngestBench();
        const string form = "Armed men fire on people at the market, says the guard of the market who called our office by telephone.";
        await bench.TellAsync(Sample.Attack with { Text = form });

        await bench.TellAsync(Sample.Attack with { Text = form, Sites = [Sample.At(Sample.North(Sample.Faladie, 200))] });

        Assert.Equal(2, (await bench.ListAsync()).Count);
    }

    [Fact]
    public async Task Fold_ForwardOfAWithdrawnOrigin_IsWithdrawnWithIt()
    {
        await using var bench = new IngestBench();
        const string note = "Voice note: heavy gunfire at the north gate of the camp, people are running towards the river, stay away.";
        string first = await bench.SubmitAsync(Sample.Attack with { Text = note });
        await bench.FoldAsync();
        await bench.RetractAsync(first, Alerts.Ingest.Reports.RetractionScope.Origin);
        await bench.FoldAsync();

        string late = await bench.SubmitAsync(Sample.Attack with { Text = "Fwd: " + note, Source = new Source { Forwarded = true } });
        Assert.Empty(await bench.FoldAsync());
        StoredReport stored = (await bench.Reports.FindAsync(late, IngestBench.Org, "officer", IngestBench.Cancel))!;
        Assert.Equal((Alerts.Ingest.Reports.ReportState.Retracted, "untrue"), (stored.State, stored.RetractionReason));

        // Somebody who says it in their own name is heard.
        Assert.Single(await bench.TellAsync(Sample.Attack with { Text = note, Source = Sample.By("guard") }));
    }

    [Fact]
    public async Task Prints_OlderThanTwoWeeks_AreForgotten()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack with { Text = "Voice note: heavy gunfire at the north gate of the camp, people are running towards the river, stay away." });
        Task<long> CountAsync() => bench.Store.ReadAsync(s => s.QueryFirst("SELECT count(*) FROM text_print", r => r.GetInt64(0)), IngestBench.Cancel);
        bench.Clock.AdvanceTo(bench.Clock.Now.AddDays(13));
        await bench.FoldStepAsync(watermark: true);
        Assert.NotEqual(0, await CountAsync());

        bench.Clock.AdvanceTo(bench.Clock.Now.AddDays(2));
        await bench.FoldStepAsync(watermark: true);

        Assert.Equal(0, await CountAsync());
    }
}
