using System.CommandLine;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// What waits for an adviser.
internal sealed class ToSignCommand
{
    private const int PageSize = 200;

    private readonly Option<int> _limit = new("--limit") { Description = "Show at most this many.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new ToSignCommand();
        return new Command("to-sign", "List what waits for an adviser: reviews, unsigned levels, quiet situations. The most urgent first.")
            .With(self._limit)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        int limit = result.GetValue(_limit);
        if (limit < 1) throw CliException.Usage($"{_limit.Name} takes a number from 1.");
        using AlertsClient client = global.Connect(shell, result);
        var request = new ListToSignRequest();
        int shown = 0;
        ListToSignResponse page;
        do
        {
            request.PageSize = Math.Min(PageSize, limit - shown);
            page = await client.Risk.ListToSignAsync(request, cancellationToken: cancellation);
            foreach (ToSignItem item in page.Items) Show(shell, item);
            shown += page.Items.Count;
            request.PageToken = page.NextPageToken;
        }
        while (page.NextPageToken.Length > 0 && shown < limit);

        if (!shell.Json && shown == 0) shell.Console.MarkupLine("Nothing waits for an adviser.");
        else if (!shell.Json && shown < page.TotalSize) shell.Console.MarkupLine($"[grey]{page.TotalSize - shown} more: --limit {page.TotalSize} shows all.[/]");
        return ExitCodes.Ok;
    }

    private static void Show(Shell shell, ToSignItem item)
    {
        if (shell.Json)
        {
            shell.Write(item);
            return;
        }

        string exercise = item.Exercise ? "[bold]EXERCISE[/] " : "";
        string due = item.DueTime is null ? "" : $" [grey]by {Moments.Utc(item.DueTime)}[/]";
        shell.Console.MarkupLine($"{exercise}[bold]{SafeText.Markup(item.Title)}[/] [{Words.Colour(item.Level)}]{Words.Of(item.Level)}[/]{due}");
        shell.Console.MarkupLine($"  {SafeText.Markup(item.Reason)}");
        shell.Console.MarkupLine($"  [green]→[/] {SafeText.Markup(item.Todo)} [grey]({SafeText.Markup(item.Subject)})[/]");
    }
}
