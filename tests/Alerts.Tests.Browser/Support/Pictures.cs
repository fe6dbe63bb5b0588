using Microsoft.Playwright;

namespace Alerts.Tests.Browser.Support;

/// <summary>Pictures of the screens, for people to look at: in the folder that ALERTS_PICTURES names, else beside the tests.</summary>
public static class Pictures
{
    private const string Variable = "ALERTS_PICTURES";

    private static string Folder => Environment.GetEnvironmentVariable(Variable) ?? Path.Combine(AppContext.BaseDirectory, "pictures");

    public static Task TakeAsync(IPage page, string name, View view, bool whole = true) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{view.Name}.png"), FullPage = whole });
}
