using Alerts.Ingest.Incidents;
using Alerts.Terms;
using Alerts.V1;
using Xunit;
using Incident = Alerts.Ingest.Incidents.Incident;
using ReviewVerdict = Alerts.Ingest.Incidents.ReviewVerdict;
using TlpLabel = Alerts.Terms.TlpLabel;
using Verification = Alerts.V1.Verification;

namespace Alerts.Tests.Unit.Ingest;

// An analyst's judgement: beside what the others say, reversible, and blind to everything but whether it took place.
public sealed class ReviewTests
{
    [Fact]
    public async Task Review_Confirm_MakesTheSharedIncidentConfirmed()
    {
        await using var bench = new IngestBench();
        V1.Incident incident = (await bench.TellAsync(Sample.Attack))[0].Incident;
        Assert.Equal(Verification.Unverified, incident.Verification);

        (_, IReadOnlyList<IncidentRecorded> events) = await bench.ReviewAsync(incident.Name, ReviewVerdict.Confirm, TlpLabel.Green);

        V1.Incident judged = Assert.Single(events).Incident;
        Assert.Equal(incident.Name, judged.Name);
        Assert.Equal(2, judged.Revision);
        Assert.Equal(Verification.Confirmed, judged.Verification);
        Assert.All(judged.Sites, s => Assert.Equal(Verification.Confirmed, s.Verification));
        Assert.Equal("seen with own eyes", judged.Statements[^1].Text);
        Assert.Equal(incident.Title, judged.Title);
    }

    [Fact]
    public async Task Review_DisputeThenRetract_LeavesNoTrace()
    {
        await using var bench = new IngestBench();
        V1.Incident incident = (await bench.TellAsync(Sample.Attack))[0].Incident;
        (string review, IReadOnlyList<IncidentRecorded> disputed) = await bench.ReviewAsync(incident.Name, ReviewVerdict.Dispute, TlpLabel.Green);
        Assert.Equal(Verification.Disputed, disputed[0].Incident.Verification);

        await bench.RetractAsync(review);
        V1.Incident again = Assert.Single(await bench.FoldAsync()).Incident;

        again.Revision = incident.Revision;
        again.UpdateTime = incident.UpdateTime;
        Assert.Equal(incident, again);
    }

    [Fact]
    public async Task Review_OfTheOwnOrganisationOnly_JudgesItsOverlay()
    {
        await using var bench = new IngestBench();
        V1.Incident shared = (await bench.TellAsync(Sample.Attack))[0].Incident;

        (_, IReadOnlyList<IncidentRecorded> events) = await bench.ReviewAsync(shared.Name, ReviewVerdict.Dispute, TlpLabel.AmberStrict);

        V1.Incident overlay = Assert.Single(events).Incident;
        Assert.Equal("org-a", overlay.Scope);
        Assert.Equal(shared.Name, overlay.Overlays);
        Assert.Equal(Verification.Disputed, overlay.Verification);
        Assert.Equal(Terms.Verification.Unverified, Assert.Single(await bench.ListAsync(IngestBench.OtherOrg)).Verification);
    }

    [Fact]
    public async Task Review_TwiceByOneOrganisation_TheNewestCounts()
    {
        await using var bench = new IngestBench();
        string incident = (await bench.TellAsync(Sample.Attack))[0].Incident.Name;
        await bench.ReviewAsync(incident, ReviewVerdict.Confirm, TlpLabel.Green);

        (_, IReadOnlyList<IncidentRecorded> events) = await bench.ReviewAsync(incident, ReviewVerdict.Dispute, TlpLabel.Green);

        Assert.Equal(Verification.Disputed, events[0].Incident.Verification);
        Assert.Equal(2, events[0].Incident.Reports.Count);
    }

    [Fact]
    public async Task Review_WhenEveryAccountIsWithdrawn_TheIncidentIsWithdrawn()
    {
        await using var bench = new IngestBench();
        string report = await bench.SubmitAsync(Sample.Attack);
        string incident = (await bench.FoldAsync())[0].Incident.Name;
        await bench.ReviewAsync(incident, ReviewVerdict.Confirm, TlpLabel.Green);

        await bench.RetractAsync(report);

        Assert.Equal(Verification.Retracted, (await bench.FoldAsync())[0].Incident.Verification);
    }

    [Fact]
    public async Task Review_WithdrawnSite_DoesNotLiveOnInTheJudgement()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);
        string second = await bench.SubmitAsync(Sample.Attack with { Source = Sample.By("witness two"), Sites = [Sample.At(Sample.Faladie), Sample.At(Sample.Airport)] });
        string incident = (await bench.FoldAsync())[^1].Incident.Name;
        await bench.ReviewAsync(incident, ReviewVerdict.Confirm, TlpLabel.Green);

        await bench.RetractAsync(second);

        V1.Incident rest = (await bench.FoldAsync())[^1].Incident;
        Assert.Single(rest.Sites);
        Assert.Equal(Verification.Confirmed, rest.Verification);
    }

    [Fact]
    public async Task Review_OfAMergedIncident_IsRefusedAndPointsToTheOther()
    {
        await using var bench = new IngestBench();
        Incident merged = await FirstAsync(bench) with { MergedInto = "incidents/other" };

        AlertsException refusal = Assert.Throws<AlertsException>(() => Review.Check(merged, TlpLabel.Green));

        Assert.Equal(ErrorReasons.WrongState, refusal.Reason);
        Assert.Contains("incidents/other", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TlpLabel.Green)]
    [InlineData(TlpLabel.Clear)]
    [InlineData(TlpLabel.Red)]
    public async Task Review_OfAnOwnIncidentForEverybody_IsRefused(TlpLabel tlp)
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack with { Tlp = TlpLabel.Amber });
        Incident own = Assert.Single(await bench.ListAsync());

        Assert.Equal(ErrorKind.InvalidArgument, Assert.Throws<AlertsException>(() => Review.Check(own, tlp)).Kind);
    }

    private static async Task<Incident> FirstAsync(IngestBench bench)
    {
        await bench.TellAsync(Sample.Attack);
        return Assert.Single(await bench.ListAsync());
    }
}
