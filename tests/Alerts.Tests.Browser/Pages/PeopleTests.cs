using Alerts.Tests.Browser.Support;
using Microsoft.Playwright;
using Xunit;

namespace Alerts.Tests.Browser.Pages;

/// <summary>What an administrator does on the page "People", and what colleagues see of it.</summary>
public sealed class PeopleTests(LiveServer server)
{
    private static readonly LocatorGetByRoleOptions Revoke = new() { Name = "Revoke" };

    [Fact]
    public async Task Person_InvitedByLink_SignsInAndIsCutWhenTheDeviceIsRevoked()
    {
        await using Officer administrator = await OnPeopleAsync();
        ILocator item = await InviteAsync(administrator, "Amina Diallo");
        ILocator code = administrator.Page.Locator("svg.qr");
        await Assertions.Expect(code).ToBeVisibleAsync();
        await Pictures.TakeAsync(administrator.Page, "people-invited", View.Desk);
        string link = await administrator.Page.GetByLabel("Link", new PageGetByLabelOptions { Exact = true }).InputValueAsync();

        await using Officer amina = await Officer.AcceptAsync(server.Browser, link, View.Phone);
        await amina.LiveAsync();
        await amina.GoAsync("people");
        await Assertions.Expect(amina.Page.Locator("h2")).ToHaveTextAsync("My devices");
        await Assertions.Expect(amina.Page.Locator(".key .tag")).ToHaveTextAsync("this device");

        await administrator.Page.ReloadAsync();
        await item.Locator("summary").ClickAsync();
        await item.GetByRole(AriaRole.Button, Revoke).ClickAsync();
        await item.GetByRole(AriaRole.Button, Revoke).ClickAsync();
        await Assertions.Expect(item.Locator("summary")).ToHaveTextAsync("No device or key");
        await Assertions.Expect(amina.Page.Locator(".big.lost")).ToContainTextAsync("not signed in");
    }

    [Fact]
    public async Task Invitation_Cancelled_OpensNothing()
    {
        await using Officer administrator = await OnPeopleAsync();
        ILocator item = await InviteAsync(administrator, "Moussa Keïta");
        string link = await administrator.Page.GetByLabel("Link", new PageGetByLabelOptions { Exact = true }).InputValueAsync();
        await item.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Cancel the invitation" }).ClickAsync();
        await Assertions.Expect(item.Locator(".open-invitation")).ToHaveCountAsync(0);
        await using IBrowserContext other = await server.Browser.NewContextAsync();
        IResponse? answer = await (await other.NewPageAsync()).GotoAsync(link);
        Assert.Equal(401, answer?.Status);
    }

    [Fact]
    public async Task Organisation_Added_IsEmptyAndHasPeopleOfItsOwn()
    {
        await using Officer administrator = await OnPeopleAsync();
        await administrator.Page.Locator("summary", new PageLocatorOptions { HasText = "Add an organisation" }).ClickAsync();
        ILocator form = administrator.Page.Locator("section[aria-labelledby=organisations] form");
        await form.GetByLabel("Name", new LocatorGetByLabelOptions { Exact = true }).FillAsync("Partner NGO");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(administrator.Page.Locator("section[aria-labelledby=organisations] select")).ToHaveValueAsync("organisations/partner-ngo");
        await Assertions.Expect(administrator.Page.Locator(".quiet")).ToHaveTextAsync("Nobody yet. Invite the first person below.");
        await InviteAsync(administrator, "Bintou");
    }

    private static async Task<ILocator> InviteAsync(Officer administrator, string name)
    {
        ILocator form = administrator.Page.Locator("section[aria-labelledby=add-person] form");
        await form.GetByLabel("Name", new LocatorGetByLabelOptions { Exact = true }).FillAsync(name);
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Add and invite" }).ClickAsync();
        ILocator item = administrator.Page.Locator("main li.panel", new PageLocatorOptions { HasText = name });
        await Assertions.Expect(item).ToContainTextAsync("officer");
        await Assertions.Expect(item.Locator(".open-invitation")).ToBeVisibleAsync();
        return item;
    }

    private async Task<Officer> OnPeopleAsync()
    {
        Officer officer = await Officer.SignInAsync(server.Browser, server.Address, View.Desk);
        await officer.LiveAsync();
        await officer.GoAsync("people");
        await Assertions.Expect(officer.Page.Locator("section[aria-labelledby=add-person]")).ToBeVisibleAsync();
        return officer;
    }
}
