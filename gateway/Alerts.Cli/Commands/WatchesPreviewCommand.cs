using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Tells what a watch would have told.
internal sealed class WatchesPreviewCommand
{
    private readonly Argument<string?> _name = new("NAME") { Description = "One of your watches; left out: the options.", Arity = ArgumentArity.ZeroOrOne };
    private readonly FilterOptions _filter = new();
    private readonly Option<int> _days = new("--days") { Description = "How many days back, 1 to 90. Default 30.", HelpName = "N" };
    private readonly Option<int> _limit = new("--limit") { Description = "How many alerts to show, 1 to 500. Default 50.", HelpName = "N" };
    private readonly Option<string?> _language = new("--language") { Description = "Language of the alerts: en or fr.", HelpName = "TAG" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new WatchesPreviewCommand();
        return new Command("preview", "Show which alerts of the last 30 days a watch would have told.")
            .With(self._name).With([.. self._filter.All]).With(self._days, self._limit, self._language)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string? name = result.GetValue(_name);
        if (name is not null && _filter.AnyIn(result)) throw CliException.Usage("A NAME excludes options of what to let through.");
        using AlertsClient client = global.Connect(shell, result);
        var request = new PreviewWatchRequest
        {
            Watch = name is null ? new Watch { Filter = _filter.Read(shell, result) } : new Watch { Name = (await WatchName.FindAsync(client, name, cancellation)).Name },
            Days = result.GetValue(_days),
            Limit = result.GetValue(_limit),
            Language = result.GetValue(_language) ?? "",
        };
        PreviewWatchResponse preview = await client.Notify.PreviewWatchAsync(request, cancellationToken: cancellation);
        if (shell.Json)
        {
            shell.Write(preview);
            return ExitCodes.Ok;
        }

        foreach (PreviewedAlert item in preview.Alerts) shell.Console.MarkupLine(Line(item));
        string hushed = preview.HushedCount > 0 ? $"; {preview.HushedCount} without sound" : "";
        shell.Console.MarkupLine(
            $"[bold]{preview.AlertCount} alerts of {preview.SituationCount} situations[/] since {Moments.Utc(preview.SinceTime)}; {preview.FlashCount} ring{hushed}.");
        return ExitCodes.Ok;
    }

    private static string Line(PreviewedAlert item)
    {
        Alert alert = item.Alert;
        string quiet = item.Hush is null ? "" : " [grey](without sound)[/]";
        return $"[grey]{Moments.Local(alert.IssueTime, alert.Place)}[/] [{Words.Colour(alert.Urgency)}]{Words.Of(alert.Urgency)}[/] {SafeText.Markup(alert.Headline)}{quiet}";
    }
}
