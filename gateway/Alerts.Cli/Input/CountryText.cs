using Alerts.Terms;

namespace Alerts.Cli.Input;

// A country as people type it.
internal static class CountryText
{
    // Empty when nothing was typed.
    public static string Parse(string? text, string option) => text?.ToUpperInvariant() switch
    {
        null or "" => "",
        { } code when CountryCode.IsKnown(code) => code,
        var code => throw CliException.Usage($"{option} {CountryCode.Refusal(code)}"),
    };
}
