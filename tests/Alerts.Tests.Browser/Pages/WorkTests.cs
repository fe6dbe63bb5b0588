using Alerts.Tests.Browser.Support;
using Microsoft.Playwright;
using Xunit;

namespace Alerts.Tests.Browser.Pages;

/// <summary>What officers, analysts and advisers do on the pages.</summary>
public sealed class WorkTests(LiveServer server)
{
    [Fact]
    public async Task Text_Pasted_ShowsWhatWillBeUnderstoodThenLeadsToTheIncident()
    {
        await using Officer officer = await OnAsync("report");
        await officer.Page.Locator("textarea").FillAsync("Gunmen killed three people in Timbuktu, Mali, on Tuesday night, a hospital source said.");
        await Assertions.Expect(officer.Page.Locator(".understood mark").First).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.Locator(".understood")).ToContainTextAsync("Timbuktu");
        await Pictures.TakeAsync(officer.Page, "report-preview", View.Desk);
        await officer.Page.Locator("button.main").ClickAsync();
        await officer.Page.Locator("a", new PageLocatorOptions { HasText = "Open the incident" }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".words mark").First).ToBeVisibleAsync();
        await Pictures.TakeAsync(officer.Page, "incident-from-text", View.Desk);
    }

    [Fact]
    public async Task Form_FilledIn_IsOnDisk()
    {
        await using Officer officer = await OnAsync("report");
        await officer.Page.GetByText("Fill in a form").ClickAsync();
        await officer.Page.GetByLabel("What happened").SelectOptionAsync("Armed robbery");
        await officer.Page.GetByLabel("Place", new PageGetByLabelOptions { Exact = true }).FillAsync("Mopti");
        await officer.Page.GetByLabel("Country").SelectOptionAsync("ML");
        await Pictures.TakeAsync(officer.Page, "report-form", View.Desk);
        await officer.Page.Locator("button.main").ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".done")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WhatIf_Asked_ShowsTheLevelThatWouldBe()
    {
        await using Officer officer = await OnAsync($"city/{Stories.Bamako}");
        await officer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ask" }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".what-if")).ToContainTextAsync("none of this happened");
        await Assertions.Expect(officer.Page.Locator(".what-if .level").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Watch_MadeAndDeleted_ComesAndGoes()
    {
        await using Officer officer = await OnAsync("watches");
        await officer.Page.GetByLabel("Name").FillAsync("Home");
        await officer.Page.GetByLabel("Countries").FillAsync("ML");
        await officer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "New" }).ClickAsync();
        ILocator made = officer.Page.Locator("li.panel", new PageLocatorOptions { HasText = "Home" });
        await Assertions.Expect(made).ToContainTextAsync("ML");
        await made.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(made).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keyboard_Alone_ReachesContentAndEveryPage()
    {
        await using Officer officer = await OnAsync("now");
        await officer.Page.EvaluateAsync("() => document.activeElement.blur()");
        await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await officer.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await officer.Page.Locator("nav a").Nth(1).FocusAsync();
        await officer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(officer.Page.Locator("h1")).ToHaveTextAsync("Report");
        await Assertions.Expect(officer.Page.Locator("h1")).ToBeFocusedAsync();
    }

    private async Task<Officer> OnAsync(string page)
    {
        Officer officer = await Officer.SignInAsync(server.Browser, server.Address, View.Desk);
        await officer.LiveAsync();
        await officer.GoAsync(page);
        return officer;
    }
}
