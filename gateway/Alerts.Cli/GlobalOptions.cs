using System.CommandLine;
using Alerts.Client;

namespace Alerts.Cli;

// Options that every command takes.
internal sealed class GlobalOptions
{
    public const string JsonName = "--json";

    public Option<string?> Server { get; } = new("--server")
    {
        Description = "gRPC address, such as http://127.0.0.1:8081. Else ALERTS_SERVER, else the server that this user runs.",
        Recursive = true,
        HelpName = "URL",
    };

    public Option<string?> TokenFile { get; } = new("--token-file")
    {
        Description = "File with the token. Else ALERTS_TOKEN, else the token of the server that this user runs.",
        Recursive = true,
        HelpName = "FILE",
    };

    public Option<bool> Json { get; } = new(JsonName)
    {
        Description = "Write JSON for programs: one line each; errors on standard error.",
        Recursive = true,
    };

    public AlertsClient Connect(Shell shell, ParseResult result) => shell.Connect(result.GetValue(Server), result.GetValue(TokenFile));
}
