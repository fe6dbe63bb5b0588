using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Watching;
using Alerts.Client;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Commands;

// Follows alerts, live.
internal sealed class WatchCommand
{
    private readonly FilterOptions _filter = new();
    private readonly Option<string?> _watch = new("--watch") { Description = "One of your watches, by name; instead of the options of what to let through.", HelpName = "NAME" };
    private readonly Option<string?> _language = new("--language") { Description = "Language of the alerts: en or fr. Default: the watch's, else English.", HelpName = "TAG" };
    private readonly Option<string?> _from = new("--from") { Description = "'start': all that the log holds; 'now': what is active, then live; or a cursor. Default: where the last watch with the same filter stopped.", HelpName = "start|now|CURSOR" };
    private readonly Option<double?> _untilIdle = new("--until-idle") { Description = "End when no alert has come for so long.", HelpName = "SECONDS" };
    private readonly Option<double?> _bookmarks = new("--bookmark-interval") { Description = "Longest silence of the stream, 1 to 300. Default 15.", HelpName = "SECONDS" };
    private readonly Option<bool> _noSave = new("--no-save") { Description = "Do not save the place in the log." };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new WatchCommand();
        return new Command("watch", "Follow alerts, live. Comes back by itself after every loss of the connection.")
            .With([.. self._filter.All]).With(self._watch, self._language, self._from, self._untilIdle, self._bookmarks, self._noSave)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string? name = result.GetValue(_watch);
        if (name is not null && _filter.AnyIn(result)) throw CliException.Usage($"{_watch.Name} excludes options of what to let through.");
        var request = new StreamAlertsRequest { Language = result.GetValue(_language) ?? "" };
        if (result.GetValue(_bookmarks) is { } seconds) request.BookmarkInterval = Seconds(seconds, _bookmarks.Name).ToDuration();
        using AlertsClient client = global.Connect(shell, result);
        if (name is null) request.Filter = _filter.Read(shell, result);
        else request.Watch = (await WatchName.FindAsync(client, name, cancellation)).Name;
        var run = new WatchRun(
            shell,
            client,
            request,
            shell.Json ? new JsonPrinter(shell) : new CardPrinter(shell),
            result.GetValue(_noSave) ? null : WatchCursor.StoreFor(shell.StateFolder, client.Address.Grpc, request));
        TimeSpan? idle = result.GetValue(_untilIdle) is { } wait ? Seconds(wait, _untilIdle.Name) : null;
        return await run.RunAsync(result.GetValue(_from), idle, cancellation);
    }

    private static TimeSpan Seconds(double seconds, string option) => seconds is > 0 and <= 86_400
        ? TimeSpan.FromSeconds(seconds)
        : throw CliException.Usage($"{option} takes seconds, more than 0 and at most 86 400.");
}
