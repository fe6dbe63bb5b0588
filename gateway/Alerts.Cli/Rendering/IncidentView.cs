using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Rendering;

// Incidents for people: one line each in a list, or one in full.
internal static class IncidentView
{
    public static void PrintList(IAnsiConsole console, IReadOnlyCollection<Incident> incidents)
    {
        if (incidents.Count == 0)
        {
            console.MarkupLine("[grey]No incident fits. This does not mean that nothing happened.[/]");
            return;
        }

        foreach (Incident incident in incidents) Print(console, incident);
    }

    public static void Print(IAnsiConsole console, Incident incident)
    {
        Place? place = incident.Sites.FirstOrDefault()?.Place;
        string exercise = incident.Exercise ? "[bold]EXERCISE[/] " : "";
        string title = incident.Title.Length > 0 ? incident.Title : $"{Words.Of(incident)}, {PlaceText.Of(place)}";
        console.MarkupLine($"{exercise}[bold]{SafeText.Markup(title)}[/] [{Colour(incident.Verification)}]{Words.Plain(incident.Verification)}[/]");
        string figures = CasualtyWords.Of(incident.CasualtyEstimate);
        string[] facts = [Words.Of(incident), PlaceText.Of(place), Moments.Of(incident.Occurred, place), figures, Reports(incident)];
        console.MarkupLine("  " + SafeText.Markup(string.Join(" · ", facts.Where(f => f.Length > 0))));
        if (incident.MergedInto.Length > 0) console.MarkupLine("  part of " + SafeText.Markup(incident.MergedInto));
        console.MarkupLine($"  [grey]{SafeText.Markup(incident.Name)}, revision {incident.Revision}[/]");
    }

    private static string Reports(Incident incident) => incident.Historic
        ? "history"
        : incident.Reports.Count == 1 ? "1 report" : $"{incident.Reports.Count} reports";

    private static string Colour(Verification verification) => verification switch
    {
        Verification.Corroborated or Verification.Confirmed => "green",
        Verification.Retracted => "grey",
        _ => "yellow",
    };
}
