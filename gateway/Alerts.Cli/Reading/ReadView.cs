using System.Text;
using System.Text.Json.Nodes;
using Alerts.Cli.Rendering;
using Alerts.TextForms;
using Alerts.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Alerts.Cli.Reading;

// Shows what was understood of a text: the text with its evidence marked, and beside it the reports.
internal static class ReadView
{
    // Narrower terminals get the reports below the text.
    private const int WidthForTwo = 100;

    public static void Write(Shell shell, string file, ReducedText text, SubmitTextResponse answer)
    {
        if (shell.Json)
        {
            // The file and the words that spans point into, and then the answer as the server gives it.
            var line = new JsonObject { ["file"] = file, ["body"] = text.Body };
            foreach ((string name, JsonNode? value) in JsonText.Node(answer).AsObject().ToArray()) line[name] = value?.DeepClone();
            shell.Out.WriteLine(JsonText.Of(line));
            return;
        }

        var left = new Panel(new Markup(Marked(text, answer))) { Header = new PanelHeader(SafeText.Markup(Headline(file, text))), Expand = true };
        var right = new Rows([.. Reports(answer), .. Notes(answer)]);
        if (shell.Console.Profile.Width < WidthForTwo)
        {
            shell.Console.Write(left);
            shell.Console.Write(right);
            return;
        }

        var grid = new Grid { Expand = true };
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 1, 0) });
        grid.AddColumn();
        grid.AddRow(left, right);
        shell.Console.Write(grid);
    }

    private static string Headline(string file, ReducedText text)
    {
        string[] facts =
        [
            file == "-" ? "standard input" : Path.GetFileName(file), text.Language ?? "language not told",
            text.SentTime is { } sent ? Moments.Utc(sent) : "", text.Forwarded ? "forwarded" : "",
        ];
        return string.Join(" · ", facts.Where(f => f.Length > 0));
    }

    private static string Marked(ReducedText text, SubmitTextResponse answer)
    {
        var spans = new List<MarkedSpan>();
        foreach (Report report in answer.Reports)
            spans.AddRange(report.Evidence.Where(e => e.Length > 0).Select(e => new MarkedSpan(report.TextStart + e.Start, e.Length, SlotStyle.Of(e.Field))));
        spans.AddRange(answer.LeftOut.Where(l => l.Length > 0).Select(l => new MarkedSpan(l.Start, l.Length, SlotStyle.LeftOut)));
        var markup = new StringBuilder();
        if (text.Title.Length > 0) markup.Append("[bold]").Append(SafeText.Markup(text.Title)).Append("[/]\n\n");
        int at = 0;
        foreach (MarkedSpan span in spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            // The outer of two that overlap is marked.
            if (span.Start < at || span.Start + span.Length > text.Body.Length) continue;
            markup.Append(SafeText.Markup(text.Body[at..span.Start], keepLines: true));
            markup.Append('[').Append(span.Style).Append(']').Append(SafeText.Markup(text.Body.Substring(span.Start, span.Length), keepLines: true)).Append("[/]");
            at = span.Start + span.Length;
        }

        return markup.Append(SafeText.Markup(text.Body[at..], keepLines: true)).ToString();
    }

    private static IEnumerable<IRenderable> Reports(SubmitTextResponse answer)
    {
        if (answer.Reports.Count == 0) yield return new Markup("[yellow]No report was read from this text.[/]");
        for (int i = 0; i < answer.Reports.Count; i++)
            yield return ReportCard.Of(answer.Reports[i], i + 1);
        foreach (LeftOut left in answer.LeftOut)
            yield return new Markup($"[{SlotStyle.LeftOut}]left out[/] \"{SafeText.Markup(left.Words)}\": {SafeText.Markup(left.Reason)}");
    }

    private static IEnumerable<IRenderable> Notes(SubmitTextResponse answer) => answer.Notes.Select(n => new Markup($"[grey]{SafeText.Markup(n)}[/]"));

    private sealed record MarkedSpan(int Start, int Length, string Style);
}
