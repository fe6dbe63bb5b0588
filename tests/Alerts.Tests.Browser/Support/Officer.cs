using Alerts.Client.Discovery;
using Microsoft.Playwright;

namespace Alerts.Tests.Browser.Support;

/// <summary>A browser of an officer who is signed in, and what it complained of.</summary>
public sealed class Officer : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Officer(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the browser's console, breaches of the content policy among them.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens the sign-in link in a fresh browser.</summary>
    public static async Task<Officer> SignInAsync(IBrowser browser, ServerFile server, View view, string language = "en-GB")
    {
        IBrowserContext context = await browser.NewContextAsync(view.Options(language));
        var officer = new Officer(context, await context.NewPageAsync());
        await officer.Page.GotoAsync($"{server.Http}/signin?token={server.Token}");
        return officer;
    }

    /// <summary>Opens the link of an invitation in a fresh browser and signs this device in.</summary>
    public static async Task<Officer> AcceptAsync(IBrowser browser, string link, View view, string language = "en-GB")
    {
        IBrowserContext context = await browser.NewContextAsync(view.Options(language));
        var officer = new Officer(context, await context.NewPageAsync());
        await officer.Page.GotoAsync(link);
        await officer.Page.GetByRole(AriaRole.Button).ClickAsync();
        return officer;
    }

    /// <summary>Goes to a page of the dashboard, such as "city/2457163".</summary>
    public Task GoAsync(string page) => Page.EvaluateAsync("page => { location.hash = '#/' + page; }", page);

    /// <summary>Waits until the page says that it is live.</summary>
    public Task LiveAsync() => Assertions.Expect(Page.Locator(".life-live")).ToBeVisibleAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(bool bad, string text)
    {
        if (bad)
            Complaints.Add(text);
    }
}
