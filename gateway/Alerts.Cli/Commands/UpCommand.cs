using System.CommandLine;
using Alerts.AllInOne;
using Alerts.AllInOne.Scenarios;
using Alerts.Cli.Rendering;
using Alerts.Cli.Watching;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Cli.Input;
using Alerts.Gateway;
using Alerts.Ingest;
using Alerts.Platform.Setup;
using Alerts.V1;
using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Runs the whole product in this process.
internal sealed class UpCommand
{
    private const double Fastest = 0;
    private const string CannotStart = "CANNOT_START";

    private readonly Option<string?> _data = new("--data") { Description = "Data folder; made when missing. Default: ~/.local/share/alerts, or alerts-NAME for a scenario.", HelpName = "DIR" };
    private readonly Option<int> _http = new("--http") { Description = "Port of the page and REST; 0 for any free one.", HelpName = "PORT", DefaultValueFactory = _ => 8080 };
    private readonly Option<int> _grpc = new("--grpc") { Description = "Port of gRPC; 0 for any free one.", HelpName = "PORT", DefaultValueFactory = _ => 8081 };
    private readonly Option<string?> _certificate = new("--certificate") { Description = "PEM file with a certificate chain: opens a port with TLS to other machines.", HelpName = "FILE" };
    private readonly Option<string?> _certificateKey = new("--certificate-key") { Description = "PEM file with the certificate's private key.", HelpName = "FILE" };
    private readonly Option<string?> _public = new("--public") { Description = "Address that other machines use, such as https://alerts.example.org:8443.", HelpName = "URL" };
    private readonly Option<int> _tls = new("--tls") { Description = "Port with TLS.", HelpName = "PORT", DefaultValueFactory = _ => 8443 };
    private readonly Option<string?> _country = new("--country") { Description = "Country that the workspace is about: place names in texts are read there first.", HelpName = "CC" };
    private readonly Option<string?> _scenario = new("--scenario") { Description = $"Play an exercise: {string.Join(", ", new ScenarioCatalog().Names)}.", HelpName = "NAME" };
    private readonly Option<string> _speed = new("--speed") { Description = "Scenario seconds per second, or 'max': from event to event as fast as all is handled.", HelpName = "N|max", DefaultValueFactory = _ => "max" };
    private readonly Option<bool> _exit = new("--exit-after-scenario") { Description = "End when the scenario is over." };
    private readonly Option<bool> _noStream = new("--no-stream") { Description = "Do not print alerts here." };

    // Alerts that are on their way when the scenario is over still get printed. Longer means that the stream is broken, which it says itself.
    private static readonly TimeSpan LastWords = TimeSpan.FromMinutes(1);

    public static Command Create(Shell shell)
    {
        var self = new UpCommand();
        return new Command("up", "Run everything in this process: page, REST, gRPC, and the alerts here as they come. Ctrl-C ends it cleanly.")
            .With(self._data, self._http, self._grpc, self._certificate, self._certificateKey, self._public, self._tls, self._country, self._scenario, self._speed, self._exit, self._noStream)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, ParseResult result, CancellationToken cancellation)
    {
        AllInOneServer server = Build(shell, result);
        await using (server)
        {
            try
            {
                await server.StartAsync(cancellation);
            }
            catch (IOException e)
            {
                throw CliException.Refused(CannotStart, $"{e.Message} Choose other ports with --http and --grpc.");
            }
            catch (OptionsValidationException e)
            {
                throw CliException.Refused(CannotStart, e.Message);
            }

            ServerFile file = Write(shell, server);
            await ServeAsync(shell, result, server, file, cancellation);
            file.Delete(FilePath(shell));
            await server.StopAsync(CancellationToken.None);
            return ExitCodes.Ok;
        }
    }

    private AllInOneServer Build(Shell shell, ParseResult result)
    {
        string? scenario = result.GetValue(_scenario);
        // What is too seldom set for an option of its own: ALERTS_Oidc__Issuer, ALERTS_Limits__OpenStreams, as in the split form.
        IConfiguration settings = new ConfigurationBuilder().AddEnvironmentVariables(HostProcess.VariablePrefix).Build();
        try
        {
            return AllInOneServer.Build(new AllInOneOptions
            {
                DataFolder = result.GetValue(_data) ?? DataFolderPath.Default(shell, scenario),
                Gateway = new GatewayOptions
                {
                    HttpPort = result.GetValue(_http),
                    GrpcPort = result.GetValue(_grpc),
                    TlsPort = result.GetValue(_tls),
                    Certificate = result.GetValue(_certificate),
                    CertificateKey = result.GetValue(_certificateKey),
                    PublicAddress = PublicAddress(result.GetValue(_public)),
                    IdentityProvider = settings.Fill(IdentityProviderOptions.Section, new IdentityProviderOptions()),
                    Limits = settings.Fill(CallerLimits.Section, new CallerLimits()),
                },
                Ingest = new IngestOptions { Country = CountryText.Parse(result.GetValue(_country), _country.Name) },
                Scenario = scenario,
                Speed = Speed(result.GetValue(_speed)!),
            });
        }
        catch (Exception e) when (e is IOException or ScenarioFolderException or ScenarioException or OptionsValidationException or InvalidDataException or UnauthorizedAccessException)
        {
            throw CliException.Refused(CannotStart, e.Message);
        }
    }

    private async Task ServeAsync(Shell shell, ParseResult result, AllInOneServer server, ServerFile file, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var client = new AlertsClient(new ServerAddress(new Uri(file.Grpc), new Uri(file.Http), file.Token, "this process"));
        LastPrinted? printer = result.GetValue(_noStream) ? null : new LastPrinted(shell.Json ? new JsonPrinter(shell) : new CardPrinter(shell));
        Task exit = result.GetValue(_exit) ? ExitAfterAsync(server, client, printer, shell.Time, over) : Task.CompletedTask;
        try
        {
            if (printer is null)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, shell.Time, over.Token);
                return;
            }

            await new WatchRun(shell, client, new StreamAlertsRequest(), printer, store: null)
                .RunAsync(from: result.GetValue(_scenario) is null ? "now" : "start", untilIdle: null, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Ctrl-C, or the scenario is over: both are a clean end.
        }
        finally
        {
            await over.CancelAsync();
            await exit;
        }
    }

    private static async Task ExitAfterAsync(AllInOneServer server, AlertsClient client, LastPrinted? printer, TimeProvider time, CancellationTokenSource over)
    {
        await server.Playing.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            if (printer is not null && (await client.Notify.ListAlertsAsync(new ListAlertsRequest { PageSize = 1 }, cancellationToken: over.Token)).Alerts is [Alert newest])
                await printer.WrittenAsync(newest.Name).WaitAsync(LastWords, time, over.Token);
        }
        catch (Exception e) when (e is RpcException or TimeoutException or OperationCanceledException)
        {
            // The end of the program is not held up by what it could not print.
        }

        await over.CancelAsync();
    }

    private static ServerFile Write(Shell shell, AllInOneServer server)
    {
        GatewayAddresses addresses = server.Addresses;
        var file = new ServerFile(Text(addresses.Http), Text(addresses.Grpc), server.Token.Value, Environment.ProcessId, shell.Time.GetUtcNow());
        file.Write(FilePath(shell));
        if (shell.Json)
        {
            shell.Error.WriteLine(JsonText.Of(new System.Text.Json.Nodes.JsonObject
            {
                ["listening"] = new System.Text.Json.Nodes.JsonObject { ["http"] = file.Http, ["grpc"] = file.Grpc, ["signIn"] = addresses.SignInLink(server.Token).ToString() },
            }));
        }
        else
        {
            shell.ErrorConsole.MarkupLine($"[bold]Alerts is up.[/] Page: [link]{file.Http}[/]   gRPC: {file.Grpc}");
            shell.ErrorConsole.MarkupLine("Sign in with this link (keep it to yourself):");
            shell.Error.WriteLine($"  {addresses.SignInLink(server.Token)}");
        }

        return file;
    }

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string FilePath(Shell shell) => Path.Combine(shell.StateFolder, "server.json");

    private Uri? PublicAddress(string? text) => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? uri
        : throw CliException.Usage($"{_public.Name} takes an address such as https://alerts.example.org:8443.");

    private static double Speed(string text) => text == "max"
        ? Fastest
        : double.TryParse(text, out double speed) && speed is > 0 and <= 100_000
            ? speed
            : throw CliException.Usage("--speed takes a number more than 0 and at most 100000, or max.");
}
