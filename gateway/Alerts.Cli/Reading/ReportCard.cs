using Alerts.Cli.Rendering;
using Alerts.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Alerts.Cli.Reading;

// One report that was read, a line a field, each in the colour of its evidence, with what the reader thinks of it.
internal static class ReportCard
{
    public static IRenderable Of(Report report, int number)
    {
        Place? place = report.Sites.FirstOrDefault()?.Place;
        bool local = report.LocalType != LocalType.Unspecified;
        var rows = new Grid();
        rows.AddColumn().AddColumn();
        Add("what", local ? "local_type" : "sub_event_type", local ? Words.Plain(report.LocalType) : Words.Plain(report.SubEventType));
        Add("where", "sites[0]", PlaceText.Of(place));
        Add("when", "occurred", Moments.Of(report.Occurred, place) + (report.Occurred.HasOngoing && report.Occurred.Ongoing ? ", going on" : ""));
        Add("toll", "casualties[0].killed", string.Join("; ", CasualtyWords.PerClaimant(report.Casualties)));
        Add("who", "actors", string.Join(", ", report.Actors.Select(a => a.Name)));
        Add("to whom", "targets", string.Join(", ", report.Targets.Select(t => Words.Plain(t).ToLowerInvariant())));
        Add("said by", "statements[0]", string.Join(", ", report.Statements.Select(Said)));
        return new Panel(rows) { Header = new PanelHeader($"report {number}"), Expand = true };

        void Add(string name, string field, string text)
        {
            Evidence[] evidence = [.. report.Evidence.Where(e => e.Field.Split('[')[0] == field.Split('[')[0] && (!field.Contains('.') || e.Field == field))];
            string reason = string.Join("; ", evidence.Select(e => e.Reason).Where(r => r.Length > 0).Distinct());
            if (text.Length == 0 && reason.Length == 0) return;
            double confidence = evidence.Select(e => e.Confidence).DefaultIfEmpty().Max();
            string sure = confidence > 0 && text.Length > 0 ? $" [grey]{confidence:0.00}[/]" : "";
            string why = reason.Length > 0 ? $" [grey]({SafeText.Markup(reason)})[/]" : "";
            rows.AddRow($"[grey]{name}[/]", $"[{SlotStyle.Of(field)}]{SafeText.Markup(text.Length > 0 ? text : "not known")}[/]{sure}{why}");
        }
    }

    private static string Said(Statement statement)
    {
        string who = statement.Claimant is { } claimant ? claimant.Name.Length > 0 ? claimant.Name : Words.Of(claimant.Kind) : "";
        string how = Words.Plain(statement.Standing).ToLowerInvariant();
        return who.Length > 0 ? $"{who}, {how}" : how;
    }
}
