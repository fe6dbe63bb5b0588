using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Rendering;

// One alert, to be understood at a glance: how urgent, whether real, what, who says so, what it does to the level, why.
internal static class AlertCard
{
    // More reasons than these hide the deciding ones, which come first.
    private const int MaxReasons = 5;
    private const int MaxSources = 6;

    // As many as an alert about an incident names; one about a country names hundreds.
    private const int MaxCities = 12;

    public static void Print(IAnsiConsole console, DeliveredAlert delivered)
    {
        Alert alert = delivered.Alert;
        string colour = alert.Action is AlertAction.Clear or AlertAction.Cancel ? "green" : Words.Colour(alert.Urgency);
        var panel = new Panel(new Markup(string.Join('\n', Lines(alert, colour))))
        {
            Header = new PanelHeader($" [{colour} bold]{Title(delivered)}[/] "),
            Border = alert.Urgency is Urgency.Routine or Urgency.Priority ? BoxBorder.Rounded : BoxBorder.Heavy,
            BorderStyle = Style.Parse(colour),
            Expand = true,
        };
        console.Write(panel);
    }

    private static string Title(DeliveredAlert delivered)
    {
        Alert alert = delivered.Alert;
        var parts = new List<string>();
        if (alert.Exercise) parts.Add("EXERCISE");
        if (delivered.Snapshot) parts.Add("ACTIVE NOW");
        if (delivered.ReleasedUrgency != Urgency.Unspecified) parts.Add("CAME WITHOUT SOUND, STILL ACTIVE");
        parts.Add(Words.Of(alert.Urgency));
        parts.Add(Words.Of(alert.Action));
        if (alert.SituationRevision > 1) parts.Add($"revision {alert.SituationRevision}");
        if (delivered.Hush is { } hush) parts.Add($"without sound until {Moments.Utc(hush.UntilTime)}");
        return string.Join(" · ", parts);
    }

    private static IEnumerable<string> Lines(Alert alert, string colour)
    {
        yield return $"[bold {colour}]{SafeText.Markup(alert.Headline)}[/]";
        if (alert.Summary.Length > 0 && alert.Summary != alert.Headline) yield return SafeText.Markup(alert.Summary);
        if (alert.Place is not null) yield return Line("Where", PlaceText.Of(alert.Place));
        string when = Moments.Of(alert.Incident?.Occurred, alert.Place) is { Length: > 0 } occurred ? occurred : Moments.Local(alert.OnsetTime, alert.Place);
        if (when.Length > 0) yield return Line("When", when);
        if (WhoSaysSo(alert) is { Length: > 0 } who) yield return Line("Who says so", who);
        foreach (string figures in CasualtyWords.PerClaimant(alert.Incident?.Casualties ?? [])) yield return Line("Casualties", figures);
        foreach (CityEffect city in alert.Cities.Take(MaxCities)) yield return LevelLine(city);
        if (alert.Cities.Count > MaxCities) yield return $"[grey]and in {alert.Cities.Count - MaxCities} more cities[/]";
        foreach (string line in AccessView.Ways(alert.Access, alert.IssueTime)) yield return line;
        foreach (LevelReason reason in alert.Reasons.Take(MaxReasons)) yield return Line("Why", SafeText.Of(reason.Text.Length > 0 ? reason.Text : reason.Code));
        if (alert.SupersededBy.Length > 0) yield return Line("Goes on as", SafeText.Of(alert.SupersededBy));
        if (alert.Exercise) yield return "[bold]This is an exercise. Do not act on it as on a real one.[/]";
        yield return $"[grey]{SafeText.Markup($"{alert.Name} · {alert.Situation} · issued {Moments.Local(alert.IssueTime, alert.Place)}")}[/]";
    }

    private static string Line(string label, string safe) => $"[grey]{label}:[/] {safe.EscapeMarkup()}";

    private static string WhoSaysSo(Alert alert)
    {
        IEnumerable<string> sources = (alert.Incident?.Reports ?? []).Select(Source).Distinct().Take(MaxSources);
        return string.Join("; ", new[] { Words.Of(alert.Standing) }.Concat(sources).Where(t => t.Length > 0));
    }

    private static string Source(IncidentReport report)
    {
        string name = report.Source.Length > 0 ? SafeText.Of(report.Source) : "unnamed source";
        string kind = Words.Of(report.Kind);
        return $"{name} ({(kind.Length > 0 ? kind + ", " : "")}{Words.Grade(report.Reliability, report.Credibility)})";
    }

    private static string LevelLine(CityEffect city)
    {
        string name = SafeText.Markup(city.City?.Name ?? "");
        string after = $"[{Words.Colour(city.LevelAfter)}]{Words.Of(city.LevelAfter)}[/]";
        string change = city.LevelBefore == city.LevelAfter
            ? $"{after} (unchanged)"
            : $"[{Words.Colour(city.LevelBefore)}]{Words.Of(city.LevelBefore)}[/] → {after}";
        return $"[grey]Level in[/] {name}: {change}" + (city.InReach ? "" : $" [grey]({city.DistanceKm:0} km away: context only)[/]");
    }
}
