using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// The watches of the caller.
internal sealed class WatchesCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "What you called it, or 'watches/ID'." };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new WatchesCommand();
        return new Command("watches", "Your watches: which alerts you want, by name. 'alerts watch --watch NAME' follows one.")
        {
            new Command("list", "List them, the oldest first.").Runs(shell, (result, cancellation) => ListAsync(shell, global, result, cancellation)),
            WatchesAddCommand.Create(shell, global),
            new Command("show", "Show one.").With(self._name).Runs(shell, (result, cancellation) => self.ShowAsync(shell, global, result, cancellation)),
            WatchesChangeCommand.Create(shell, global),
            new Command("remove", "Remove one. Who follows it is told.").With(self._name).Runs(shell, (result, cancellation) => self.RemoveAsync(shell, global, result, cancellation)),
            WatchesPreviewCommand.Create(shell, global),
            WatchesSilenceCommand.Create(shell, global),
            WatchesQuietHoursCommand.Create(shell, global),
        };
    }

    public static void Show(Shell shell, Watch watch)
    {
        if (shell.Json) shell.Write(watch);
        else WatchView.Print(shell.Console, watch);
    }

    private static async Task<int> ListAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        using AlertsClient client = global.Connect(shell, result);
        List<Watch> watches = await WatchName.AllAsync(client, cancellation);
        foreach (Watch watch in watches) Show(shell, watch);
        if (watches.Count == 0) shell.Note("You have no watch yet. 'alerts watches add NAME --country CC' makes a sensible one.");
        return ExitCodes.Ok;
    }

    private async Task<int> ShowAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        using AlertsClient client = global.Connect(shell, result);
        Show(shell, await WatchName.FindAsync(client, result.GetRequiredValue(_name), cancellation));
        return ExitCodes.Ok;
    }

    private async Task<int> RemoveAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        using AlertsClient client = global.Connect(shell, result);
        Watch watch = await WatchName.FindAsync(client, result.GetRequiredValue(_name), cancellation);
        DeleteWatchResponse answer = await client.Notify.DeleteWatchAsync(new DeleteWatchRequest { Name = watch.Name }, cancellationToken: cancellation);
        if (shell.Json) shell.Write(answer);
        else shell.Console.MarkupLine($"[green]Removed[/] {SafeText.Markup(watch.DisplayName)}");
        return ExitCodes.Ok;
    }
}
