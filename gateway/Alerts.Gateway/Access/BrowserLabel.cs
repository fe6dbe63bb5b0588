namespace Alerts.Gateway.Access;

// Names a browser in its owner's list of keys, from what it says of itself; not relied on for anything else.
internal static class BrowserLabel
{
    // In this order: many browsers also name the one that they descend from.
    private static readonly (string Sign, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent)
    {
        string browser = Find(Browsers, userAgent) ?? "Browser";
        return Find(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
    }

    private static string? Find((string Sign, string Name)[] known, string? text) => known.FirstOrDefault(k => text?.Contains(k.Sign, StringComparison.Ordinal) is true).Name;
}
