using Alerts.Tests.Browser.Support;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Playwright;
using Xunit;

namespace Alerts.Tests.Browser.Pages;

/// <summary>The page "My alerts": where, when quiet, what it would have told, and that the page itself then keeps quiet.</summary>
public sealed class WatchTests(LiveServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_WithEveryKindOfPlace_IsStoredAsItWasDrawnAndSaid()
    {
        await using Officer officer = await OnWatchesAsync();
        IPage page = officer.Page;
        await page.GetByLabel("Name").FillAsync("Field work");
        await PickAsync(page, "a city, with 50 km around it", "tombouct");
        await List(page, "Add").SelectOptionAsync("country");
        await List(page, "Country").SelectOptionAsync("NE");
        await List(page, "Add").SelectOptionAsync("site");
        await page.GetByLabel("What you call it").FillAsync("clinic");
        await page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Place, or latitude" }).FillAsync("16.26, -0.03");
        await page.GetByLabel("Kilometres around it").FillAsync("12");
        await AddAsync(page);
        await List(page, "Add").SelectOptionAsync("route");
        await page.GetByLabel("Points: press").FillAsync("12.65, -8\n14.5, -4.2");
        await AddAsync(page);
        await List(page, "Add").SelectOptionAsync("polygon");
        await page.GetByLabel("Points: press").FillAsync("""{"type":"Polygon","coordinates":[[[-1,16],[1,16],[0,17],[-1,16]]]}""");
        await AddAsync(page);
        await page.GetByLabel("Quiet hours").CheckAsync();
        await page.GetByLabel("From", Exact).FillAsync("21:30");
        await page.GetByLabel("Time zone").FillAsync("Africa/Bamako");
        await Assertions.Expect(page.Locator(".area-map path.shape")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("would have reached you");
        await Pictures.TakeAsync(page, "watch-form", View.Desk);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create" }).ClickAsync();
        ILocator made = page.Locator("li.panel", new PageLocatorOptions { HasText = "Field work" });
        await Assertions.Expect(made).ToContainTextAsync("clinic, 12 km");

        Watch stored = Assert.Single((await server.Client.Notify.ListWatchesAsync(new ListWatchesRequest(), cancellationToken: Cancel)).Watches, w => w.DisplayName == "Field work");
        Assert.Equal(2449067, Assert.Single(stored.Filter.GeonamesIds));
        Assert.Equal("NE", Assert.Single(stored.Filter.CountryCodes));
        Assert.Equal((16.26, -0.03, 12), (stored.Filter.OwnSites[0].Point.Latitude, stored.Filter.OwnSites[0].Point.Longitude, stored.Filter.OwnSites[0].RadiusKm));
        Assert.Equal(2, stored.Filter.Routes[0].Points.Count);
        Assert.Equal(3, stored.Filter.Polygons[0].Corners.Count);
        Assert.Equal(("21:30", "06:00", "Africa/Bamako"), (stored.QuietHours.Start, stored.QuietHours.End, stored.QuietHours.TimeZone));

        await made.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await made.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(made).ToHaveCountAsync(0);
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task Polygon_PressedOnTheMap_StandsAsPointsBesideIt()
    {
        await using Officer officer = await OnWatchesAsync();
        IPage page = officer.Page;
        await List(page, "Add").SelectOptionAsync("polygon");
        ILocator map = page.Locator(".area-map svg");
        await Assertions.Expect(page.Locator(".area-map .land").First).ToBeAttachedAsync();
        foreach ((float x, float y) in new[] { (200f, 80f), (300f, 80f), (250f, 160f) })
            await map.ClickAsync(new LocatorClickOptions { Position = new Position { X = x, Y = y } });
        await Assertions.Expect(page.Locator(".spot-drawn")).ToHaveCountAsync(3);
        await AddAsync(page);
        await Assertions.Expect(page.Locator(".tags button")).ToHaveTextAsync("area of 3 corners ×");
        await Assertions.Expect(page.Locator(".shape-polygon")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Suggestion_Asked_FillsTheForm()
    {
        await using Officer officer = await OnWatchesAsync();
        await officer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Suggest one" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByLabel("Name")).ToHaveValueAsync("My alerts");
        await Assertions.Expect(officer.Page.GetByLabel("From urgency")).ToHaveValueAsync("2");
    }

    [Fact]
    public async Task Silence_OfTheFollowedWatch_HushesThePageAndItsEndTellsAgain()
    {
        await using Officer officer = await OnWatchesAsync();
        IPage page = officer.Page;
        Watch watch = (await server.Client.Notify.CreateWatchAsync(
            new CreateWatchRequest { Watch = new Watch { DisplayName = "Sikasso", Filter = new AlertFilter { GeonamesIds = { 2451185 } } } }, cancellationToken: Cancel)).Watch;
        await page.ReloadAsync();
        ILocator item = page.Locator("li.panel", new PageLocatorOptions { HasText = "Sikasso" });
        await item.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Follow it on this device" }).ClickAsync();
        await Assertions.Expect(item.Locator("h2 .tag")).ToHaveTextAsync("followed here");
        await item.Locator("summary").ClickAsync();
        await item.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Silence" }).ClickAsync();
        await officer.GoAsync("now");
        await Assertions.Expect(page.Locator(".following")).ToContainTextAsync("Silent until");
        await Assertions.Expect(page.Locator(".following")).ToContainTextAsync("Sikasso");

        Report report = Stories.Attack("gate of Sikasso", ClaimantKind.Witness, 3, "Shots at the gate.");
        report.Sites[0].Reference.Point = new GeoPoint { Latitude = 11.32, Longitude = -5.67 };
        await server.Client.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = report }, cancellationToken: Cancel);
        await Assertions.Expect(page.Locator(".card", new PageLocatorOptions { HasText = "gate of Sikasso" })).ToBeVisibleAsync();
        // What is spoken at once goes with what rings: neither comes in a silence.
        Assert.Equal("", await page.Locator("p[role=alert].hidden").TextContentAsync());
        await Pictures.TakeAsync(page, "now-silent", View.Desk);

        await server.Client.Notify.UpdateWatchAsync(
            new UpdateWatchRequest { Watch = new Watch { Name = watch.Name }, UpdateMask = new FieldMask { Paths = { "silence" } } }, cancellationToken: Cancel);
        await Assertions.Expect(page.Locator("p[role=alert].hidden")).Not.ToHaveTextAsync("");
        await Assertions.Expect(page.Locator(".following")).Not.ToContainTextAsync("Silent until");
        await server.Client.Notify.DeleteWatchAsync(new DeleteWatchRequest { Name = watch.Name }, cancellationToken: Cancel);
        await Assertions.Expect(page.Locator(".following")).ToHaveCountAsync(0);
        await officer.LiveAsync();
        await Assertions.Expect(page.Locator(".card", new PageLocatorOptions { HasText = "market" }).First).ToBeVisibleAsync();
    }

    private static PageGetByLabelOptions Exact => new() { Exact = true };

    private static ILocator List(IPage page, string name) => page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = name, Exact = true });

    private static async Task PickAsync(IPage page, string label, string typed)
    {
        await page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = label }).PressSequentiallyAsync(typed);
        await page.Locator(".place-field [role=option]").First.ClickAsync();
    }

    private static Task AddAsync(IPage page) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add this" }).ClickAsync();

    private async Task<Officer> OnWatchesAsync()
    {
        Officer officer = await Officer.SignInAsync(server.Browser, server.Address, View.Desk);
        await officer.LiveAsync();
        await officer.GoAsync("watches");
        await Assertions.Expect(officer.Page.Locator("main form:visible").First).ToBeVisibleAsync();
        return officer;
    }
}
