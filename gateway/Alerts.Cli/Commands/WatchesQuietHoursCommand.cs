using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Client;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Commands;

// Sets the quiet hours of a watch, or ends them.
internal sealed class WatchesQuietHoursCommand
{
    private const string Off = "off";

    private readonly Argument<string> _name = new("NAME") { Description = "What you called it, or 'watches/ID'." };
    private readonly Argument<string> _hours = new("HOURS") { Description = "Local times, such as 22:00-06:00; or 'off'." };
    private readonly Option<string?> _zone = new("--zone") { Description = "Your time zone, such as Africa/Bamako. Default: that of this computer.", HelpName = "ZONE" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new WatchesQuietHoursCommand();
        return new Command("quiet-hours", "Set hours of each day without sound, or end them. Flash and the recall of what rang keep their sound.")
            .With(self._name, self._hours, self._zone)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        QuietHours? quiet = Read(shell, result.GetRequiredValue(_hours), result.GetValue(_zone));
        using AlertsClient client = global.Connect(shell, result);
        Watch watch = await WatchName.FindAsync(client, result.GetRequiredValue(_name), cancellation);
        watch.QuietHours = quiet;
        var request = new UpdateWatchRequest { Watch = watch, UpdateMask = new FieldMask { Paths = { "quiet_hours" } } };
        WatchesCommand.Show(shell, (await client.Notify.UpdateWatchAsync(request, cancellationToken: cancellation)).Watch);
        return ExitCodes.Ok;
    }

    private QuietHours? Read(Shell shell, string hours, string? zone)
    {
        if (hours.Equals(Off, StringComparison.OrdinalIgnoreCase)) return null;
        if (hours.Split('-', StringSplitOptions.TrimEntries) is not [var start, var end])
            throw CliException.Usage("HOURS are local times, such as 22:00-06:00; or 'off'.");
        TimeZoneInfo local = shell.Time.LocalTimeZone;
        string name = zone ?? (local.HasIanaId ? local.Id : throw CliException.Usage($"This computer's time zone has no name that the server knows: say {_zone.Name}."));
        return new QuietHours { Start = start, End = end, TimeZone = name };
    }
}
