using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.Cli.Rendering;
using Alerts.Feeds;
using Spectre.Console;

namespace Alerts.Cli.Importing;

// What an import shows: a bar while it runs, then its outcome.
internal static class ImportView
{
    public static Task<ImportOutcome> FollowAsync(Shell shell, HistoryImport import, CancellationToken cancellation) =>
        WorkBar.FollowAsync(shell, "Importing", progress => import.RunAsync(progress, cancellation));

    public static void Print(Shell shell, ImportOutcome outcome, TimeSpan took)
    {
        if (shell.Json) shell.Out.WriteLine(JsonText.Of(Json(outcome, took)));
        else Print(shell.Console, outcome, took);
    }

    private static JsonObject Json(ImportOutcome outcome, TimeSpan took) => new()
    {
        ["rowsDone"] = outcome.RowsDone,
        ["rowsStored"] = outcome.RowsStored,
        ["rowsRefused"] = outcome.RowsRefused,
        ["refusals"] = new JsonArray([.. outcome.Refusals.Select(r => new JsonObject { ["row"] = r.Row, ["reason"] = r.Reason })]),
        ["coverage"] = new JsonArray([.. outcome.Coverage.Select(c => new JsonObject { ["countryCode"] = c.CountryCode, ["from"] = Day(c.From), ["through"] = Day(c.Through) })]),
        ["interrupted"] = outcome.Interrupted,
        ["damaged"] = outcome.Damaged,
        ["seconds"] = Math.Round(took.TotalSeconds, 3),
    };

    private static void Print(IAnsiConsole console, ImportOutcome outcome, TimeSpan took)
    {
        string rate = $"in {took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
        console.MarkupLine($"{outcome.RowsDone} rows are on disk, {outcome.RowsStored} of them new or changed, {rate}.");
        if (outcome.RowsRefused > 0) console.MarkupLine($"[yellow]{outcome.RowsRefused} rows were refused[/], the last of them:");
        foreach (Refusal refusal in outcome.Refusals) console.MarkupLine($"  row {refusal.Row}: {SafeText.Markup(refusal.Reason)}");
        foreach (FeedCoverage coverage in outcome.Coverage.Take(1))
            console.MarkupLine($"Covered: {string.Join(' ', outcome.Coverage.Select(c => c.CountryCode))}, {Day(coverage.From)} to {Day(coverage.Through)}.");
        if (outcome.Damaged) console.MarkupLine("[bold red]The file is not complete: no country counts as covered by it.[/]");
        if (outcome.Interrupted) console.MarkupLine("[yellow]Stopped. The same command goes on from here.[/]");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
