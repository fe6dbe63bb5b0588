using Alerts.Tests.Browser.Support;
using Alerts.V1;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Alerts.Tests.Browser.Pages;

/// <summary>Every page, on a laptop by day and on a phone at night: it shows what it should, the browser has nothing to say, and axe finds nothing serious.</summary>
public sealed class PageTests(LiveServer server, Desks desks) : IClassFixture<Desks>
{
    private const string Incident = "incident/…";

    private static readonly View[] Views = [View.Desk, View.PhoneAtNight];

    /// <summary>Page, name of its pictures, what must be seen, language.</summary>
    public static TheoryData<string, string, string, string> All => new()
    {
        { "now", "now", ".card.flash", "en-GB" },
        { "now", "now-fr", ".card.flash", "fr-FR" },
        { $"city/{Stories.Gao}", "city", ".year canvas", "en-GB" },
        { $"city/{Stories.Bamako}", "city-signed", ".rationale", "fr-FR" },
        { Incident, "incident", ".sources li:nth-child(2)", "en-GB" },
        { "report", "report", "#preview", "en-GB" },
        { "sign", "sign", "main li.panel", "en-GB" },
        { $"brief/{Stories.Gao}", "brief", ".brief .year canvas", "en-GB" },
        { "watches", "watches", "main form:visible", "en-GB" },
        { "people", "people", "main li.panel", "fr-FR" },
        { "audit", "audit", "main .audit li", "en-GB" },
        { "system", "system", "main table", "en-GB" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_Opened_ShowsItselfAndHasNoSeriousFinding(string page, string name, string seen, string language)
    {
        foreach (View view in Views)
        {
            Officer officer = await desks.AtAsync(view, language);
            await officer.GoAsync(page == Incident ? await IncidentAsync() : page);
            await Assertions.Expect(officer.Page.Locator(seen).First).ToBeVisibleAsync();
            await Assertions.Expect(officer.Page.Locator("html")).ToHaveAttributeAsync("lang", language[..2]);
            await Pictures.TakeAsync(officer.Page, name, view);
            AxeResult found = await officer.Page.RunAxe();
            Assert.Empty(found.Violations
                .Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{view.Name}: {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
            // Nothing may stick out of a phone.
            Assert.Equal(0, await officer.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
            Assert.Empty(officer.Complaints);
        }
    }

    [Fact]
    public async Task Incident_TextWithScript_StaysText()
    {
        Officer officer = await desks.AtAsync(View.Desk, "en-GB");
        await officer.GoAsync(await IncidentAsync());
        await Assertions.Expect(officer.Page.Locator(".words").First).ToHaveTextAsync(Stories.Script);
        Assert.Equal("Alerts", await officer.Page.TitleAsync());
        Assert.Empty(officer.Complaints);
    }

    private async Task<string> IncidentAsync()
    {
        ListIncidentsResponse answer = await server.Client.Ingest.ListIncidentsAsync(
            new ListIncidentsRequest { GeonamesId = Stories.Gao }, cancellationToken: TestContext.Current.CancellationToken);
        return answer.Incidents.First(i => i.Reports.Count > 1).Name.Replace("incidents/", "incident/", StringComparison.Ordinal);
    }
}
