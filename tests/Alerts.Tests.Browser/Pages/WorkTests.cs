using Alerts.Tests.Browser.Support;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;
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
        await officer.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Place", Exact = true }).PressSequentiallyAsync("mopt");
        await officer.Page.Locator(".place-field [role=option]").First.WaitForAsync();
        await officer.Page.Keyboard.PressAsync("ArrowDown");
        await officer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Place", Exact = true })).ToHaveValueAsync("Mopti");
        await Assertions.Expect(officer.Page.GetByLabel("Country")).ToHaveValueAsync("ML");
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
    public async Task Report_UnderRed_IsReadByWhomItNamesAloneAndRaisesNothing()
    {
        await using Officer officer = await OnAsync("report");
        await officer.Page.GetByText("Fill in a form").ClickAsync();
        await officer.Page.GetByLabel("What happened").SelectOptionAsync("Armed robbery");
        await officer.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Place", Exact = true }).FillAsync("Kayes");
        await officer.Page.GetByLabel("Country").SelectOptionAsync("ML");
        await officer.Page.GetByLabel("In their words").FillAsync("A guard told where the safe is.");
        await officer.Page.GetByLabel("Who may see it").SelectOptionAsync("TLP:RED");
        await Assertions.Expect(officer.Page.Locator("button.main")).ToBeDisabledAsync();
        await officer.Page.GetByLabel("Fatou Maïga").CheckAsync();
        await Pictures.TakeAsync(officer.Page, "report-red", View.Desk);
        await officer.Page.Locator("button.main").ClickAsync();
        await officer.Page.Locator(".done ~ p a").ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".words")).ToHaveTextAsync("A guard told where the safe is.");
        await Assertions.Expect(officer.Page.Locator(".facts")).ToContainTextAsync("fatou");
        await Pictures.TakeAsync(officer.Page, "told-red", View.Desk);
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task System_EventThatCouldNotBeHandled_IsShownWithItsReasonAndTriedAgain()
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(server.Data, "notify.db")};Pooling=False;Default Timeout=30"))
        {
            // As a consumer leaves one: an old watermark, which has no effect any more.
            connection.Open();
            using SqliteCommand insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO dead_letter (consumer, event_id, reason, body, created_us) VALUES ('notify', 'set-aside', 'InvalidOperationException: it was wrong', $body, 1)";
            insert.Parameters.AddWithValue("$body", new Event { EventId = "set-aside", WatermarkAdvanced = new WatermarkAdvanced { CompleteThroughTime = new Timestamp(), SentTime = new Timestamp() } }.ToByteArray());
            insert.ExecuteNonQuery();
        }

        await using Officer officer = await OnAsync("system");
        ILocator letters = officer.Page.Locator("section[aria-labelledby=dead]");
        await Assertions.Expect(letters).ToContainTextAsync("it was wrong");
        await Pictures.TakeAsync(officer.Page, "system-dead", View.Desk);
        await letters.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Try it again" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("it was wrong")).ToHaveCountAsync(0);
        Assert.Empty((await server.Client.DeadLetters.ListDeadLettersAsync(new ListDeadLettersRequest(), cancellationToken: TestContext.Current.CancellationToken)).DeadLetters);
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
