using System.Text;
using System.Text.Json.Nodes;
using Alerts.Cli;
using Alerts.Tests.Unit.Client;
using Spectre.Console;
using Xunit;

namespace Alerts.Tests.Unit.Cli;

// The command line in this process, against a scripted server, with a state folder of its own.
internal sealed class CliFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private CliFixture(ScriptedServer server) => Server = server;

    public ScriptedServer Server { get; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string StateFolder => _folder.File("state");

    public static async Task<CliFixture> StartAsync() => new(await ScriptedServer.StartAsync());

    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    public Task<int> RunAsync(params string[] args) => RunAsync("", TestContext.Current.CancellationToken, args);

    public async Task<int> RunAsync(string input, CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var shell = new Shell
        {
            Out = output,
            Error = error,
            In = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Console = Console(output),
            ErrorConsole = Console(error),
            Json = args.Contains("--json"),
            StateFolder = StateFolder,
            Time = Time,
            Variable = name => name == "ALERTS_SERVER" ? Server.Uri.ToString() : null,
        };
        int code = await CommandLine.RunAsync(args, shell, cancellation);
        Out = output.ToString();
        Error = error.ToString();
        return code;
    }

    public JsonNode OutJson() => JsonNode.Parse(Out)!;

    public JsonNode ErrorJson() => JsonNode.Parse(Error)!["error"]!;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private static IAnsiConsole Console(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 160;
        return console;
    }
}
