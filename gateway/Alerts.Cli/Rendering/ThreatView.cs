using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Rendering;

// The threat in one city for people.
internal static class ThreatView
{
    public static void Print(IAnsiConsole console, CityThreat threat)
    {
        foreach (string line in Lines(threat)) console.MarkupLine(line);
    }

    private static IEnumerable<string> Lines(CityThreat threat)
    {
        string city = $"[bold]{SafeText.Markup(PlaceText.Of(threat.City))}[/]";
        string exercise = threat.Exercise ? "[bold]EXERCISE[/] " : "";
        bool quiet = threat.Situations.Count == 0;
        string level = $"[{Words.Colour(threat.Level)}]{Words.Of(threat.Level)}[/]";
        // While something is going on, a 30-day figure beside the level would read as calm.
        string headline = quiet && threat.Forecast is { } shown && threat.Level != ThreatLevel.Unspecified ? $" · {ForecastWords.Percent(shown.Probability30D)} in 30 days" : "";
        yield return $"{exercise}{city}: {level}{headline}";
        yield return $"[grey]as of {Moments.Local(threat.AsOfTime, threat.City)}[/]";
        if (threat.Level == ThreatLevel.Unspecified)
            yield return "[grey]Not assessed: there is neither enough history nor a live source. This does not mean safe.[/]";
        if (!quiet) yield return $"[red]Going on: {SafeText.Markup(string.Join(", ", threat.Situations))}[/]";
        foreach (string line in AccessView.Lines(threat.Access, threat.AsOfTime)) yield return line;
        foreach (LevelReason reason in threat.Reasons) yield return "  • " + SafeText.Markup(reason.Text.Length > 0 ? reason.Text : reason.Code);
        if (threat.Assessed is { } assessed)
        {
            string scope = assessed.Area.StartsWith("countries/", StringComparison.Ordinal) ? " for the whole country" : "";
            yield return $"Signed by {SafeText.Markup(assessed.Adviser)}{scope}: {Words.Of(assessed.Level)}. {SafeText.Markup(assessed.Rationale)}";
            if (assessed.ReviewDate.Length > 0) yield return $"[grey]To be reviewed by {SafeText.Markup(assessed.ReviewDate)}.[/]";
        }

        foreach (LevelOverride order in threat.Overrides)
        {
            string bound = order.Direction == OverrideDirection.Down ? "at most" : "at least";
            yield return $"Override by {SafeText.Markup(order.Adviser)}: {bound} {Words.Of(order.Level)} until {Moments.Local(order.EndTime, threat.City)}. {SafeText.Markup(order.Rationale)}";
        }

        if (threat.Forecast is { } forecast)
        {
            yield return $"Forecast: {ForecastWords.Percent(forecast.Probability30D)}, {ForecastWords.Sentence(forecast.Probability30D)}.";
            yield return $"[grey]In 7 days: {ForecastWords.Percent(forecast.Probability7D)}.[/]";
            if (forecast.Explanation.TryGetValue("en", out string? why)) yield return $"[grey]Why: {SafeText.Markup(why)}[/]";
            else if (forecast.SkillPending) yield return "[yellow]How good past forecasts of this country were is still being worked out; the figure may move a little.[/]";
            else if (forecast.NoSkill) yield return "[yellow]No skill here: forecasts of this city have been no better than its long-term rate.[/]";
        }

        if (threat.Coverage is { } coverage)
        {
            foreach (string line in Coverage(coverage)) yield return $"[grey]{SafeText.Markup(line)}[/]";
        }
    }

    private static IEnumerable<string> Coverage(Coverage coverage)
    {
        string history = coverage.HistoryFrom.Length > 0 ? $"history {coverage.HistoryFrom} to {coverage.HistoryThrough}" : "no history";
        string live = coverage.LastHeardTime is null
            ? "no live source heard"
            : $"{coverage.LiveSources} live source(s) in 72 h, last heard {Moments.Utc(coverage.LastHeardTime)}";
        yield return $"Rests on: {history}; {live}.";
        if (coverage.FrozenSinceTime is { } frozen) yield return $"No news since {Moments.Utc(frozen)}: the level is frozen.";
    }
}
