using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Rendering;

// Whether the system moves, for people.
internal static class StatusView
{
    public static void Print(IAnsiConsole console, GetStatusResponse status, string server)
    {
        if (status.BlindSinceTime is { } blind)
            console.MarkupLine($"[bold white on red] BLIND since {Moments.Utc(blind)}: reports do not get through. Silence proves nothing. [/]");
        console.MarkupLine(status.Healthy ? "[bold green]Healthy[/]" : "[bold red]Unhealthy[/]");
        console.MarkupLine($"  server {SafeText.Markup(server)}, version {SafeText.Markup(status.Version)}");
        if (status.CompleteThroughTime is { } complete) console.MarkupLine($"  all reports up to {Moments.Utc(complete)} have reached the alerts");
        if (status.Scenario.Length > 0)
            console.MarkupLine($"  [bold]EXERCISE[/] scenario {SafeText.Markup(status.Scenario)}, its clock says {Moments.Utc(status.DomainTime)}{(status.ScenarioFinished ? ", finished" : "")}");
        foreach (PartStatus part in status.Parts)
        {
            string state = part.Healthy ? "[green]moves[/]" : $"[red]{SafeText.Markup(part.Detail)}[/]";
            string letters = part.DeadLetters > 0 ? $", [red]{part.DeadLetters} could not be handled[/]" : "";
            console.MarkupLine($"  {SafeText.Markup(part.Name)}: {state}, {part.OutboxRows} waiting{letters}");
        }
    }
}
