using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Sharing;

/// <summary>An analyst's judgement on the real server: who sees it, and who may take it back.</summary>
public sealed class ReviewTests(TwoOrganisations world) : IClassFixture<TwoOrganisations>
{
    // Folding takes a second or so; longer means that it never comes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Review_ForTheOwnOrganisation_IsSeenThereAloneAndWithdrawnByAnalystsOnly()
    {
        IngestService.IngestServiceClient officer = world[TwoOrganisations.North, Role.Officer].Ingest;
        IngestService.IngestServiceClient analyst = world[TwoOrganisations.North, Role.Analyst].Ingest;
        IngestService.IngestServiceClient stranger = world[TwoOrganisations.South, Role.Analyst].Ingest;
        Report told = Samples.Attack();
        told.Tlp = TlpLabel.Green;
        string report = (await officer.SubmitReportAsync(new SubmitReportRequest { Report = told }, cancellationToken: Cancel)).Name;
        string incident = (await FoldedAsync(officer, report)).Incident;
        var judge = new ReviewIncidentRequest { Name = incident, Verdict = ReviewVerdict.Confirm, Reason = "The hospital was called." };

        Assert.Equal(StatusCode.PermissionDenied, await RefusedAsync(officer.ReviewIncidentAsync(judge, cancellationToken: Cancel)));
        string review = (await analyst.ReviewIncidentAsync(judge, cancellationToken: Cancel)).Report;
        string overlay = (await FoldedAsync(analyst, review)).Incident;

        Assert.Equal(Verification.Confirmed, await VerificationAsync(officer, overlay));
        Assert.Equal(Verification.Unverified, await VerificationAsync(stranger, incident));
        Assert.Equal(StatusCode.NotFound, await RefusedAsync(stranger.GetIncidentAsync(new GetIncidentRequest { Name = overlay }, cancellationToken: Cancel)));
        var withdraw = new RetractReportRequest { Name = review, Scope = RetractionScope.Report, Reason = "It was another hospital." };
        Assert.Equal(StatusCode.NotFound, await RefusedAsync(stranger.RetractReportAsync(withdraw, cancellationToken: Cancel)));
        Assert.Equal(StatusCode.PermissionDenied, await RefusedAsync(officer.RetractReportAsync(withdraw, cancellationToken: Cancel)));
        Assert.Equal([review], (await analyst.RetractReportAsync(withdraw, cancellationToken: Cancel)).Names);
    }

    private static async Task<Report> FoldedAsync(IngestService.IngestServiceClient ingest, string name)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limited.CancelAfter(Longest);
        while (true)
        {
            Report report = (await ingest.GetReportAsync(new GetReportRequest { Name = name }, cancellationToken: limited.Token)).Report;
            if (report.State == ReportState.Folded)
                return report;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limited.Token);
        }
    }

    private static async Task<Verification> VerificationAsync(IngestService.IngestServiceClient ingest, string incident) =>
        (await ingest.GetIncidentAsync(new GetIncidentRequest { Name = incident }, cancellationToken: Cancel)).Incident.Verification;

    private static async Task<StatusCode> RefusedAsync<T>(AsyncUnaryCall<T> call) => (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode;
}
