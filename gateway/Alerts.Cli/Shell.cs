using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Gazetteer;
using Alerts.Gazetteer.Import;
using Google.Protobuf;
using Spectre.Console;

namespace Alerts.Cli;

// What a command sees of the world. One for a process; tests make their own.
internal sealed class Shell
{
    private readonly Lazy<PlaceIndex> _places;

    public Shell() => _places = new(() => PlacesOf(null));

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required Stream In { get; init; }

    public required IAnsiConsole Console { get; init; }

    public required IAnsiConsole ErrorConsole { get; init; }

    // Set before anything is written: a program reads the output.
    public required bool Json { get; init; }

    public required string StateFolder { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    // Those of this user's server: imported ones too.
    public PlaceIndex Places => _places.Value;

    // Null: the default data folder.
    public PlaceIndex PlacesOf(string? dataFolder) => new GazetteerFolder(dataFolder ?? DataFolderPath.Default(this, null)).Load();

    public static Shell OfProcess(IReadOnlyList<string> args) => new()
    {
        Out = System.Console.Out,
        Error = System.Console.Error,
        In = System.Console.OpenStandardInput(),
        Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Out) }),
        ErrorConsole = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) }),
        Json = args.TakeWhile(a => a != "--").Contains(GlobalOptions.JsonName),
        StateFolder = Client.Discovery.StateFolder.Default,
        Variable = Environment.GetEnvironmentVariable,
    };

    public AlertsClient Connect(string? server, string? tokenFile) =>
        new(ServerAddress.Discover(server, tokenFile, Variable, Path.Combine(StateFolder, "server.json"), SignInFile));

    // What 'alerts sign-in' keeps.
    public string SignInFile => Path.Combine(StateFolder, "signed-in.json");

    // One line of JSON, with the names and the forms of proto3 JSON.
    public void Write(IMessage message) => Out.WriteLine(JsonText.Of(message));

    // A word to people that is not part of the result.
    public void Note(string text)
    {
        if (!Json) ErrorConsole.MarkupLine($"[grey]{SafeText.Markup(text)}[/]");
    }

    public void Warn(string text)
    {
        if (Json) Error.WriteLine(JsonText.Warning(text));
        else ErrorConsole.MarkupLine($"[bold yellow]{SafeText.Markup(text)}[/]");
    }
}
