using System.Globalization;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Rendering;

// An answer to "what if" for people: never to be taken for what is.
internal static class SimulationView
{
    // More reasons than these hide the deciding ones, which come first.
    private const int MaxReasons = 3;

    public static void Print(IAnsiConsole console, SimulateResponse answer, IReadOnlyList<string> asked)
    {
        foreach (string line in Lines(answer, asked)) console.MarkupLine(line);
    }

    private static IEnumerable<string> Lines(SimulateResponse answer, IReadOnlyList<string> asked)
    {
        CityThreat before = answer.Present;
        CityThreat after = answer.Simulated;
        yield return "[bold black on yellow] WHAT IF: nothing of this has happened. Nothing was stored, nobody was told. [/]";
        yield return $"[bold]{SafeText.Markup(PlaceText.Of(before.City))}[/] [grey]as of {Moments.Local(before.AsOfTime, before.City)}[/]";
        for (int i = 0; i < answer.Incidents.Count; i++)
        {
            SimulatedIncident incident = answer.Incidents[i];
            yield return $"If: {SafeText.Markup(i < asked.Count ? asked[i] : incident.Name)} [grey]({Made(incident)})[/]";
            foreach (LevelReason reason in incident.Reasons.Take(MaxReasons)) yield return $"      [grey]{SafeText.Markup(reason.Text)}[/]";
        }

        yield return $"Level: {Level(before.Level)} → {Level(after.Level)}{(before.Level == after.Level ? " (unchanged)" : "")}";
        foreach (ThreatDifference difference in answer.Differences.Where(d => d.Field is not ("level" or "reasons")))
            yield return $"{Name(difference.Field)}: {SafeText.Markup(difference.Before)} → {SafeText.Markup(difference.After)}";
        foreach (ThreatDifference difference in answer.Differences.Where(d => d.Field == "reasons"))
        {
            if (difference.After.Length > 0) yield return $"  + {SafeText.Markup(difference.After)}";
            if (difference.Before.Length > 0) yield return $"  - {SafeText.Markup(difference.Before)}";
        }

        if (answer.Differences.Count == 0) yield return "Nothing would be different.";
        if (after.Forecast is null) yield return "[grey]No forecast: neither enough history nor a live source.[/]";
    }

    private static string Made(SimulatedIncident incident)
    {
        string km = incident.DistanceKm.ToString("0", CultureInfo.InvariantCulture);
        string size = incident.Size == IncidentSize.Unspecified ? "raises nothing" : Words.Plain(incident.Size);
        string urgency = incident.Urgency == Urgency.Unspecified ? "no alert" : Words.Of(incident.Urgency);
        string floor = incident.Floor == ThreatLevel.Unspecified
            ? "forces no level"
            : incident.InReach ? $"forces {Words.Of(incident.Floor)}" : $"forces {Words.Of(incident.Floor)} where it happens, not here";
        string forecast = incident.FeedsForecast ? "counts in the forecast" : "not counted in the forecast";
        return $"{km} km; {size}, {Words.Of(incident.Standing)}; {urgency}; {floor}; {forecast}";
    }

    private static string Level(ThreatLevel level) => $"[{Words.Colour(level)}]{Words.Of(level)}[/]";

    private static string Name(string field) => field switch
    {
        "band" => "Model suggests",
        "acute_floor" => "What happens now forces",
        "access" => "Access",
        "probability_30d" => "In 30 days",
        "probability_7d" => "In 7 days",
        _ => SafeText.Markup(field),
    };
}
