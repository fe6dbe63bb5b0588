using Alerts.Ingest.Reports;
using Alerts.V1;
using Xunit;
using Incident = Alerts.Ingest.Incidents.Incident;
using TlpLabel = Alerts.Terms.TlpLabel;

namespace Alerts.Tests.Unit.Ingest;

// What an organisation sees that the others do not (architecture.md, Scope).
public sealed class OverlayTests
{
    private static ReportDraft Private => Sample.Attack with { Tlp = TlpLabel.Amber, Source = Sample.By("own staff") };

    [Fact]
    public async Task Fold_PrivateReportOnSharedIncident_MakesAnOverlay()
    {
        await using var bench = new IngestBench();
        V1.Incident shared = (await bench.TellAsync(Sample.Attack))[0].Incident;

        IReadOnlyList<IncidentRecorded> events = await bench.TellAsync(Private);

        V1.Incident overlay = Assert.Single(events).Incident;
        Assert.Equal("org-a", overlay.Scope);
        Assert.Equal(shared.Name, overlay.Overlays);
        Assert.Equal(2, overlay.Reports.Count);
        Assert.Equal(overlay.Name, Assert.Single(await bench.ListAsync()).Name);
        Incident others = Assert.Single(await bench.ListAsync(IngestBench.OtherOrg));
        Assert.Equal(shared.Name, others.Name);
        Assert.Single(others.Reports);
        Assert.Null(await bench.Incidents.FindAsync(overlay.Name, IngestBench.OtherOrg, IngestBench.Cancel));
    }

    [Fact]
    public async Task Fold_SharedReportWithOverlay_TellsTheSharedOneFirst()
    {
        await using var bench = new IngestBench();
        await bench.TellAsync(Sample.Attack);
        await bench.TellAsync(Private);

        IReadOnlyList<IncidentRecorded> events = await bench.TellAsync(Sample.Attack with { Source = Sample.By("wire") }, IngestBench.OtherOrg);

        Assert.Equal(["shared", "org-a"], events.Select(e => e.Incident.Scope));
        Assert.Equal(["org-a"], events[0].OverlaidIn);
        Assert.Equal(2, events[0].Incident.Reports.Count);
        Assert.Equal(3, events[1].Incident.Reports.Count);
        Assert.Empty(events[1].OverlaidIn);
    }

    [Fact]
    public async Task Fold_SharedReportOnPrivateIncident_TurnsItIntoAnOverlay()
    {
        await using var bench = new IngestBench();
        string own = (await bench.TellAsync(Private))[0].Incident.Name;

        IReadOnlyList<IncidentRecorded> events = await bench.TellAsync(Sample.Attack, IngestBench.OtherOrg);

        Assert.Equal(["shared", "org-a"], events.Select(e => e.Incident.Scope));
        Assert.Equal(own, events[1].Incident.Name);
        Assert.Equal(events[0].Incident.Name, events[1].Incident.Overlays);
        Assert.Equal(["org-a"], events[0].OverlaidIn);
        Assert.Single(events[0].Incident.Reports);
    }

    [Fact]
    public async Task Fold_PrivateTextCopied_LeavesNoTraceInTheSharedOrigin()
    {
        await using var bench = new IngestBench();
        const string text = "Shots were heard from the barracks towards five in the morning and the road to the airport has been closed since.";
        await bench.TellAsync(Private with { Text = text });

        IReadOnlyList<IncidentRecorded> events = await bench.TellAsync(Sample.Attack with { Text = text, Source = Sample.By("radio") }, IngestBench.OtherOrg);

        Assert.Equal("radio", Assert.Single(events[0].Incident.Reports).Origin);
        Assert.Equal(V1.Verification.Unverified, events[1].Incident.Verification);
    }

    [Fact]
    public async Task Retract_SharedReport_LeavesTheOverlayItsOwn()
    {
        await using var bench = new IngestBench();
        string shared = await bench.SubmitAsync(Sample.Attack);
        await bench.SubmitAsync(Private);
        await bench.FoldAsync();

        await bench.RetractAsync(shared);

        IReadOnlyList<IncidentRecorded> events = await bench.FoldAsync();
        Assert.Equal([V1.Verification.Retracted, V1.Verification.Unverified], events.Select(e => e.Incident.Verification));
        Assert.Single(events[1].Incident.Reports);
    }
}
