using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Alerts.Load;

/// <summary>Medians over runs, for people and for programs, with how busy the machine was.</summary>
internal sealed class Summary(IReadOnlyList<IReadOnlyList<Figure>> runs, string loadBefore, string loadAfter)
{
    private const int TableWidth = 160;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private IEnumerable<(Figure Figure, double[] Sorted)> Medians => runs[0].Select((figure, i) =>
    {
        double[] sorted = [.. runs.Select(run => run[i].Value).Order()];
        return (figure with { Value = sorted[sorted.Length / 2] }, sorted);
    });

    /// <summary>How many programs wanted the processors lately: the averages of the last 1, 5 and 15 minutes.</summary>
    public static string LoadAverage() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    public void WriteTable()
    {
        AnsiConsole.Profile.Width = TableWidth;
        string again = runs.Count > 1 ? $"median of {runs.Count}" : "measured";
        var table = new Table().AddColumns("what", "figure", again, "lowest to highest", "aim");
        string last = "";
        foreach ((Figure figure, double[] sorted) in Medians)
        {
            string range = sorted.Length > 1 ? $"{Text(sorted[0])} – {Text(sorted[^1])}" : "";
            table.AddRow(figure.What == last ? "" : figure.What, figure.Name, $"{Text(figure.Value)} {figure.Unit}", range, figure.Aim);
            last = figure.What;
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}; load average {loadBefore} before, {loadAfter} after.");
    }

    public void WriteJson() => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            Processors = Environment.ProcessorCount,
            Framework = RuntimeInformation.FrameworkDescription,
            LoadBefore = loadBefore,
            LoadAfter = loadAfter,
            Figures = Medians.Select(m => new { m.Figure.What, m.Figure.Name, m.Figure.Unit, m.Figure.Value, Lowest = m.Sorted[0], Highest = m.Sorted[^1], m.Figure.Aim }),
        },
        Json));

    // Three digits that count.
    private static string Text(double value) => value switch
    {
        >= 100 => $"{value:N0}",
        >= 10 => $"{value:0.0}",
        >= 1 => $"{value:0.00}",
        _ => $"{value:0.000}",
    };
}
