namespace Alerts.Cli.Input;

// What advisers sign for, as people type it: a place as everywhere, or a country by its two letters.
internal static class AreaArgument
{
    public static string Resolve(Shell shell, string text, string? country) =>
        text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] && country is null
            ? $"countries/{text}"
            : $"cities/{PlaceArgument.Resolve(shell, text, country, scoredOnly: true).GeonameId}";
}
