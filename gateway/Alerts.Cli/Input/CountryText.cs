namespace Alerts.Cli.Input;

// A country as people type it.
internal static class CountryText
{
    // Empty when nothing was typed.
    public static string Parse(string? text, string option) => text?.ToUpperInvariant() switch
    {
        null or "" => "",
        [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] code => code,
        _ => throw CliException.Usage($"{option} takes an ISO 3166-1 alpha-2 code, such as ML."),
    };
}
