using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Client;
using Alerts.V1;

namespace Alerts.Cli.Commands;

// Makes a watch: the one that is described, or a sensible one to begin with.
internal sealed class WatchesAddCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "What to call it." };
    private readonly FilterOptions _filter = new();
    private readonly Option<string?> _language = new("--language") { Description = "Language of its alerts: en or fr.", HelpName = "TAG" };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new WatchesAddCommand();
        return new Command("add", "Make a watch. With no more than countries given, a sensible one: Priority and above there, and around your own sites.")
            .With(self._name).With([.. self._filter.All]).With(self._language, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string language = result.GetValue(_language) ?? "";
        using AlertsClient client = global.Connect(shell, result);
        Watch watch = _filter.OnlyCountriesIn(result)
            ? (await client.Notify.SuggestWatchAsync(
                new SuggestWatchRequest { CountryCodes = { _filter.Countries(result) }, Language = language }, cancellationToken: cancellation)).Watch
            : new Watch { Filter = _filter.Read(shell, result) };
        watch.DisplayName = result.GetRequiredValue(_name);
        watch.Language = language;
        var request = new CreateWatchRequest { RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"), Watch = watch };
        WatchesCommand.Show(shell, (await client.Notify.CreateWatchAsync(request, cancellationToken: cancellation)).Watch);
        return ExitCodes.Ok;
    }
}
