using System.Diagnostics;
using Alerts.Tests.Browser.Support;
using Alerts.V1;
using Microsoft.Playwright;
using Xunit;

namespace Alerts.Tests.Browser.Live;

/// <summary>The first page while things happen.</summary>
public sealed class LiveTests(LiveServer server)
{
    // Issue: the live update within 2 s of a report.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Now_ReportComesIn_ShowsItWithin2Seconds()
    {
        await using Officer officer = await Officer.SignInAsync(server.Browser, server.Address, View.Desk);
        await officer.LiveAsync();
        Report report = Stories.Attack("guard of the port", ClaimantKind.Witness, 3, "Shots at the port.");
        // Kayes, far from all that the others look at.
        report.Sites[0].Reference.Point = new GeoPoint { Latitude = 14.45, Longitude = -11.44 };
        var watch = Stopwatch.StartNew();
        await server.Client.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = report }, cancellationToken: Cancel);
        await Assertions.Expect(officer.Page.Locator(".card", new PageLocatorOptions { HasText = "guard of the port" })).ToBeVisibleAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Longest);
        Assert.Empty(officer.Complaints);
    }
}
