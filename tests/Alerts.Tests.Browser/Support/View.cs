using Microsoft.Playwright;

namespace Alerts.Tests.Browser.Support;

/// <summary>A screen that an officer looks at.</summary>
/// <param name="Name">Name in the files of its pictures.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Dark">Night light.</param>
public sealed record View(string Name, int Width, int Height, bool Dark)
{
    /// <summary>A laptop by day.</summary>
    public static readonly View Desk = new("desk", 1280, 860, Dark: false);

    /// <summary>A laptop at night.</summary>
    public static readonly View DeskAtNight = new("desk-night", 1280, 860, Dark: true);

    /// <summary>A phone by day.</summary>
    public static readonly View Phone = new("phone", 390, 800, Dark: false);

    /// <summary>A phone at two in the morning.</summary>
    public static readonly View PhoneAtNight = new("phone-night", 390, 800, Dark: true);

    /// <summary>Settings of a browser for it.</summary>
    public BrowserNewContextOptions Options(string language = "en-GB") => new()
    {
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = language,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
