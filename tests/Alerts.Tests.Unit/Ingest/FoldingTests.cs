using Alerts.Ingest;
using Alerts.Ingest.Reports;
using Alerts.Terms;
using Alerts.V1;
using Xunit;
using Incident = Alerts.Ingest.Incidents.Incident;
using Standing = Alerts.Terms.Standing;
using Statement = Alerts.Ingest.Reports.Statement;
using SubEventType = Alerts.Terms.SubEventType;
using TimePrecision = Alerts.Terms.TimePrecision;
using TlpLabel = Alerts.Terms.TlpLabel;

namespace Alerts.Tests.Unit.Ingest;

// Which reports become one incident (architecture.md, domain.md). Events are invented.
public sealed class FoldingTests
{
    [Fact]
    public async Task Fold_TwoPointsThreeKmAndThreeHoursApart_OneIncident()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);

        IReadOnlyList<IncidentRecorded> events = await bench.TellAsync(Sample.Attack with
        {
            Sites = [Sample.At(Sample.North(Sample.Faladie, 2.95))],
            Occurred = Sample.Exactly(Sample.Now.AddHours(-0.01)),
            Source = Sample.By("witness two"),
        });

        V1.Incident incident = Assert.Single(events).Incident;
        Assert.Equal(2, incident.Revision);
        Assert.Equal(2, incident.Reports.Count);
        Assert.Single(incident.Sites);
        Assert.Equal(V1.Verification.Corroborated, incident.Verification);
    }

    [Theory]
    [InlineData(3.1, 0)]
    [InlineData(0, 3.1)]
    public async Task Fold_FurtherInPlaceOrTime_TwoIncidents(double km, double hours)
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack with { Occurred = Sample.Exactly(Sample.Now.AddHours(-4)) });

        await bench.TellAsync(Sample.Attack with
        {
            Sites = [Sample.At(Sample.North(Sample.Faladie, km))],
            Occurred = Sample.Exactly(Sample.Now.AddHours(-4 + hours)),
            Source = Sample.By("witness two"),
        });

        Assert.Equal(2, (await bench.ListAsync()).Count);
    }

    [Fact]
    public async Task Fold_OtherFamilyOrExercise_OwnIncident()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);
        await bench.TellAsync(Sample.Attack with { Type = new EventKind(SubEventType.PeacefulProtest, null), Source = Sample.By("two") });
        await bench.TellAsync(Sample.Attack with { Exercise = true, Source = Sample.By("three") });

        IReadOnlyList<Incident> incidents = await bench.ListAsync();

        Assert.Equal(3, incidents.Count);
        Assert.All(incidents, i => Assert.Empty(i.Links));
    }

    [Fact]
    public async Task Fold_PartOfDayThatHoldsTheStart_OneIncident()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack with { Occurred = Sample.Exactly(Sample.Now.AddHours(-2)) });

        await bench.TellAsync(Sample.Attack with
        {
            Occurred = new OccurredDraft { Start = Sample.Now.AddHours(-3), Precision = TimePrecision.PartOfDay },
            Source = Sample.By("wire"),
        });

        Assert.Single(await bench.ListAsync());
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "Another attack, this time on the market, is under way now and the road is closed.")]
    public async Task Fold_SaidToBeAnother_OwnIncidentNearby(bool flag, string text)
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);

        await bench.TellAsync(Sample.Attack with { SeparateEvent = flag, Text = text, Source = Sample.By("witness two") });

        IReadOnlyList<Incident> incidents = await bench.ListAsync();
        Assert.Equal(2, incidents.Count);
        Assert.All(incidents, i => Assert.Equal(Alerts.Ingest.Incidents.IncidentLinkKind.Nearby, Assert.Single(i.Links).Kind));
    }

    [Fact]
    public async Task Fold_ReportWithBothSites_MergesIntoTheOlder()
    {
        await using var bench = new IngestBench();
        string older = (await bench.TellAsync(Sample.Attack))[0].Incident.Name;
        string younger = (await bench.TellAsync(Sample.Attack with { Sites = [Sample.At(Sample.Airport)], Source = Sample.By("two") }))[0].Incident.Name;

        IReadOnlyList<IncidentRecorded> events = await bench.TellAsync(Sample.Attack with
        {
            Sites = [Sample.At(Sample.Faladie), Sample.At(Sample.Airport)],
            Source = Sample.By("agency"),
        });

        Assert.Equal([older, younger], events.Select(e => e.Incident.Name));
        Assert.Equal([younger], events[0].Absorbed);
        Assert.Equal(older, events[1].Incident.MergedInto);
        Assert.Equal(2, events[1].Incident.Revision);
        Assert.Equal(3, events[0].Incident.Reports.Count);
        Assert.Equal(2, events[0].Incident.Sites.Count);
        Assert.All(events[0].Incident.Sites, s => Assert.Equal(V1.Verification.Corroborated, s.Verification));
        Assert.Equal(older, Assert.Single(await bench.ListAsync()).Name);
    }

    [Fact]
    public async Task Fold_ForwardOfAKnownText_SharesTheOrigin()
    {
        await using var bench = new IngestBench();
        const string note = "Voice note: heavy gunfire at the north gate of the camp, people are running towards the river, stay away.";
        await bench.TellAsync(Sample.Attack with { Text = note });

        V1.Incident incident = (await bench.TellAsync(Sample.Attack with { Text = "Fwd: " + note, Source = Sample.By("driver") with { Forwarded = true } }))[0].Incident;

        Assert.Equal(incident.Reports[0].Origin, incident.Reports[1].Origin);
        Assert.Equal(V1.Verification.Unverified, incident.Verification);
    }

    [Fact]
    public async Task Fold_ForwardOfUnknownText_IsNotIndependent()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);

        V1.Incident incident = (await bench.TellAsync(Sample.Attack with { Text = "gunfire at the gate", Source = Sample.By("driver") with { Forwarded = true } }))[0].Incident;

        Assert.Equal("", incident.Reports[1].Origin);
        Assert.Equal(V1.Verification.Unverified, incident.Verification);
    }

    [Fact]
    public async Task Fold_CopyOfACoarseReport_JoinsItsOriginal()
    {
        await using var bench = new IngestBench();
        ReportDraft wire = Sample.Attack with
        {
            Sites = [Sample.InCity(Sample.Bamako)],
            Text = "Gunmen entered the capital before dawn on Tuesday and shots were heard for hours in two quarters, residents said.",
        };
        await bench.TellAsync(wire);

        await bench.TellAsync(wire with { Source = Sample.By("paper") });

        Assert.Single(await bench.ListAsync());
    }

    [Fact]
    public async Task Fold_RedReport_FeedsNothing()
    {
        await using var bench = new IngestBench();

        string name = await bench.SubmitAsync(Sample.Attack with { Tlp = TlpLabel.Red, Recipients = ["director"] });

        Assert.Empty(await bench.FoldAsync());
        Assert.Equal(Alerts.Ingest.Reports.ReportState.Withheld, (await bench.Reports.FindAsync(name, IngestBench.Org, "officer", IngestBench.Cancel))!.State);
        Assert.NotNull(await bench.Reports.FindAsync(name, IngestBench.Org, "director", IngestBench.Cancel));
        Assert.Null(await bench.Reports.FindAsync(name, IngestBench.Org, "colleague", IngestBench.Cancel));
    }

    [Fact]
    public async Task Retract_OneOfTwo_RefoldsFromTheRest()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);
        string second = await bench.SubmitAsync(Sample.Attack with { Source = Sample.By("witness two") });
        await bench.FoldAsync();

        await bench.RetractAsync(second);

        V1.Incident incident = Assert.Single(await bench.FoldAsync()).Incident;
        Assert.Equal(3, incident.Revision);
        Assert.Single(incident.Reports);
        Assert.Equal(V1.Verification.Unverified, incident.Verification);
    }

    [Fact]
    public async Task Retract_Origin_TakesTheForwardsAlong()
    {
        await using var bench = new IngestBench();
        const string note = "Voice note: heavy gunfire at the north gate of the camp, people are running towards the river, stay away.";
        string first = await bench.SubmitAsync(Sample.Attack with { Text = note });
        await bench.SubmitAsync(Sample.Attack with { Text = note, Source = Sample.By("driver") with { Forwarded = true } });
        await bench.FoldAsync();

        await bench.RetractAsync(first, Alerts.Ingest.Reports.RetractionScope.Origin);

        V1.Incident incident = Assert.Single(await bench.FoldAsync()).Incident;
        Assert.Equal(V1.Verification.Retracted, incident.Verification);
        Assert.Empty(incident.Reports);
    }

    [Fact]
    public async Task Retract_ByAnotherOrganisation_DoesNotExist()
    {
        await using var bench = new IngestBench();
        string name = await bench.SubmitAsync(Sample.Attack);

        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => bench.RetractAsync(name, organisation: IngestBench.OtherOrg));

        Assert.Equal(ErrorKind.NotFound, refusal.Kind);
    }

    [Fact]
    public async Task Submit_SameRequestTwice_OneReport()
    {
        await using var bench = new IngestBench();
        string first = await bench.SubmitAsync(Sample.Attack, requestId: "r1");

        Assert.Equal(first, await bench.SubmitAsync(Sample.Attack, requestId: "r1"));
        Assert.Single((await bench.FoldAsync())[0].Incident.Reports);
        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => bench.SubmitAsync(Sample.Attack, requestId: "r1", body: "other"));
        Assert.Equal(ErrorKind.AlreadyExists, refusal.Kind);
    }

    [Fact]
    public async Task Fold_Denial_Disputes()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);

        V1.Incident incident = (await bench.TellAsync(Sample.Attack with
        {
            Source = Sample.By("ministry", kind: Alerts.Terms.ClaimantKind.Authorities),
            Statements = [new Statement(null, null, Standing.Denied, "Nothing happened.")],
        }))[0].Incident;

        Assert.Equal(V1.Verification.Disputed, incident.Verification);
    }

    [Fact]
    public async Task Watermark_CaughtUp_ComesBehindTheIncidents()
    {
        await using var bench = new IngestBench();
        await bench.SubmitAsync(Sample.Attack);

        await bench.FoldStepAsync(watermark: true);

        IReadOnlyList<Event> events = await bench.NewEventsAsync();
        Assert.Equal([Event.BodyOneofCase.IncidentRecorded, Event.BodyOneofCase.WatermarkAdvanced], events.Select(e => e.BodyCase));
        Assert.Equal(bench.Clock.Now, events[1].WatermarkAdvanced.CompleteThroughTime.ToDateTimeOffset());
    }

    [Fact]
    public async Task Step_MoreThanOneBatchWaits_SaysHowMuchWaitsStill()
    {
        await using var bench = new IngestBench();
        for (int i = 0; i < 130; i++)
            await bench.SubmitAsync(Sample.Attack with { Exercise = i % 2 == 0 });

        Assert.Equal((128, 2), await StepAsync(bench));
        Assert.Equal((2, 0), await StepAsync(bench));
        Assert.Equal((0, 0), await StepAsync(bench));
    }

    [Fact]
    public async Task Submit_MoreWaitsThanCanBeFoldedInTime_IsRefusedUntilLessDoes()
    {
        await using var bench = new IngestBench { Waiting = 50_001 };
        AlertsException refusal = await Assert.ThrowsAsync<AlertsException>(() => bench.SubmitAsync(Sample.Attack));
        Assert.Equal((ErrorKind.ResourceExhausted, ErrorReasons.Busy, TimeSpan.FromSeconds(1)), (refusal.Kind, refusal.Reason, refusal.RetryAfter));

        bench.Waiting = 50_000;
        await bench.SubmitAsync(Sample.Attack);
        Assert.Equal((1, 0), await StepAsync(bench));
    }

    private static async Task<(int, long)> StepAsync(IngestBench bench)
    {
        FoldOutcome outcome = await bench.FoldStepAsync(watermark: false);
        return (outcome.Items, outcome.Waiting);
    }
}
