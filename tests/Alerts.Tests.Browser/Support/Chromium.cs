using Microsoft.Playwright;

namespace Alerts.Tests.Browser.Support;

/// <summary>Debian's Chromium, driven by Playwright. Nothing is downloaded; ALERTS_CHROMIUM names another one.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Variable = "ALERTS_CHROMIUM";
    private const string Default = "/usr/bin/chromium";

    // No sandbox: tests run as root in a container. The rest keeps it from calling home.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // Milliseconds that a page is waited for: a busy machine is slow, and longer means that it never comes.
    private const float Patience = 30_000;

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable(Variable) ?? Default,
            Args = Arguments,
        });
        return new Chromium(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
