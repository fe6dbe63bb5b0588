using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Rendering;

// One watch, in a few lines: what it lets through and what keeps it quiet.
internal static class WatchView
{
    public static void Print(IAnsiConsole console, Watch watch)
    {
        string title = watch.DisplayName.Length > 0 ? watch.DisplayName : "(without a name)";
        console.MarkupLine($"[bold]{SafeText.Markup(title)}[/] [grey]{SafeText.Markup(watch.Name)}[/]");
        foreach (string line in Lines(watch)) console.MarkupLine("  " + line);
    }

    private static IEnumerable<string> Lines(Watch watch)
    {
        AlertFilter filter = watch.Filter ?? new AlertFilter();
        yield return Line("Where", Where(filter) is { Length: > 0 } where ? where : "everywhere");
        if (What(filter) is { Length: > 0 } what) yield return Line("What", what);
        if (watch.Language.Length > 0) yield return Line("Language", watch.Language);
        if (watch.QuietHours is { } quiet)
            yield return Line("Quiet hours", $"{quiet.Start} to {quiet.End}, {quiet.TimeZone}; Flash rings");
        if (watch.Silence is { } silence)
            yield return Line("Silenced until", $"{Moments.Utc(silence.EndTime)}{(silence.Note.Length > 0 ? ": " + silence.Note : "")}; Flash on own sites rings");
    }

    private static string Where(AlertFilter filter) => string.Join("; ", new[]
    {
        Some(filter.GeonamesIds.Select(id => $"city {id}")),
        Some(filter.CountryCodes),
        Some(filter.Areas.Select(a => FormattableString.Invariant($"{a.RadiusKm:0.#} km around {a.Centre?.Latitude:0.###},{a.Centre?.Longitude:0.###}"))),
        Some(filter.Polygons.Select(p => $"polygon of {p.Corners.Count} corners")),
        Some(filter.Routes.Select(r => FormattableString.Invariant($"route of {r.Points.Count} points, {r.WidthKm:0.#} km wide"))),
        Some(filter.OwnSites.Select(s => FormattableString.Invariant($"own site {s.DisplayName} ({s.RadiusKm:0.#} km)"))),
    }.Where(t => t.Length > 0));

    private static string What(AlertFilter filter) => string.Join("; ", new[]
    {
        filter.MinimumUrgency == Urgency.Unspecified ? "" : $"{Words.Of(filter.MinimumUrgency)} and above",
        filter.MinimumLevel == ThreatLevel.Unspecified ? "" : $"level {Words.Of(filter.MinimumLevel)} and above",
        Some(filter.Minimums.Select(Minimum)),
        Some(filter.Categories.Select(c => Words.Plain(c))),
        Some(filter.EventTypes.Select(t => Words.Plain(t)).Concat(filter.LocalTypes.Select(t => Words.Plain(t)))),
        filter.ExcludeExercises ? "no exercises" : "",
    }.Where(t => t.Length > 0));

    private static string Minimum(CategoryMinimum minimum)
    {
        string least = string.Join(", ", new[]
        {
            minimum.MinimumUrgency == Urgency.Unspecified ? "" : Words.Of(minimum.MinimumUrgency),
            minimum.MinimumLevel == ThreatLevel.Unspecified ? "" : Words.Of(minimum.MinimumLevel),
        }.Where(t => t.Length > 0));
        return $"{Words.Plain(minimum.Category)}: {(least.Length > 0 ? least : "all")}";
    }

    private static string Some(IEnumerable<string> items) => string.Join(", ", items);

    private static string Line(string label, string text) => $"[grey]{label}:[/] {SafeText.Markup(text)}";
}
