using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Client;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Commands;

// Changes a watch.
internal sealed class WatchesChangeCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "What you called it, or 'watches/ID'." };
    private readonly FilterOptions _filter = new();
    private readonly Option<bool> _everything = new("--everything") { Description = "Let everything through." };
    private readonly Option<string?> _rename = new("--rename") { Description = "Call it so.", HelpName = "NAME" };
    private readonly Option<string?> _language = new("--language") { Description = "Language of its alerts: en or fr; '' for none of its own.", HelpName = "TAG" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new WatchesChangeCommand();
        return new Command("change", "Change a watch. Options of what it lets through replace all of what it let through.")
            .With(self._name).With([.. self._filter.All]).With(self._everything, self._rename, self._language)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        bool filters = _filter.AnyIn(result);
        if (filters && result.GetValue(_everything)) throw CliException.Usage("--everything excludes the other options of what it lets through.");
        using AlertsClient client = global.Connect(shell, result);
        Watch watch = await WatchName.FindAsync(client, result.GetRequiredValue(_name), cancellation);
        var mask = new FieldMask();
        if (filters || result.GetValue(_everything))
        {
            watch.Filter = _filter.Read(shell, result);
            mask.Paths.Add("filter");
        }

        if (result.GetValue(_rename) is { } name)
        {
            watch.DisplayName = name;
            mask.Paths.Add("display_name");
        }

        if (result.GetValue(_language) is { } language)
        {
            watch.Language = language;
            mask.Paths.Add("language");
        }

        if (mask.Paths.Count == 0) throw CliException.Usage("Say what to change: see 'alerts watches change --help'.");
        UpdateWatchResponse answer = await client.Notify.UpdateWatchAsync(new UpdateWatchRequest { Watch = watch, UpdateMask = mask }, cancellationToken: cancellation);
        WatchesCommand.Show(shell, answer.Watch);
        return ExitCodes.Ok;
    }
}
