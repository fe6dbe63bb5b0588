using System.Globalization;
using System.Security;
using System.Text;
using Alerts.Forecast.BackTest;

namespace Alerts.Cli.Forecasting;

// A back-test on one page for a security officer: what was forecast against how often it came true, and what the figures mean.
internal static class ResultPage
{
    private const int Side = 300;
    private const int Left = 70;
    private const int Top = 90;
    private const int Words = 430;

    public static string Svg(string dataset, BackTestOutcome outcome, IReadOnlyList<ModelScore> scores)
    {
        ModelScore own = scores[0];
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1080 470\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append("<rect width=\"1080\" height=\"470\" fill=\"#fff\"/>\n");
        Text(svg, 20, 30, $"Was the forecast right? {dataset}, {Day(outcome.Origins[0])} to {Day(outcome.Origins[^1])}", "#111", 18);
        Text(svg, 20, 54, $"At least one deadly attack within 50 km in {(int)outcome.Horizon} days; {own.Rows:N0} weekly forecasts for {outcome.Cities.Count:N0} cities.", "#444");
        Diagram(svg, own);
        Sentences(svg, own, scores);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Diagram(StringBuilder svg, ModelScore own)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{Top}\" width=\"{Side}\" height=\"{Side}\" fill=\"#f7f7f7\" stroke=\"#999\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{Top + Side}\" x2=\"{Left + Side}\" y2=\"{Top}\" stroke=\"#999\" stroke-dasharray=\"5 4\"/>\n");
        foreach (int percent in (int[])[0, 25, 50, 75, 100])
        {
            Text(svg, Left - 45, Y(percent / 100.0) + 4, $"{percent} %", "#444");
            Text(svg, X(percent / 100.0) - 12, Top + Side + 20, $"{percent} %", "#444");
        }

        Text(svg, Left, Top - 8, "came true", "#444");
        Text(svg, Left + Side - 55, Top + Side + 40, "forecast", "#444");
        string line = string.Join(' ', own.Reliability.Select(b => Inv($"{X(b.Forecast):0.#},{Y(b.Observed):0.#}")));
        svg.Append($"<polyline points=\"{line}\" fill=\"none\" stroke=\"#0b5cad\" stroke-width=\"2\"/>\n");
        double most = own.Reliability.Max(b => Math.Sqrt(b.Rows));
        foreach (ReliabilityBin bin in own.Reliability)
            svg.Append(Inv($"<circle cx=\"{X(bin.Forecast):0.#}\" cy=\"{Y(bin.Observed):0.#}\" r=\"{3 + (7 * Math.Sqrt(bin.Rows) / most):0.#}\" fill=\"#0b5cad\"/>\n"));
    }

    private static void Sentences(StringBuilder svg, ModelScore own, IReadOnlyList<ModelScore> scores)
    {
        double y = Top + 10;
        Text(svg, Words, y, "On the dashed line a forecast keeps its word: of all the times it said 30 %,", "#111");
        Text(svg, Words, y += 18, "an attack came 30 times in 100. Above the line it was too calm, below too anxious.", "#111");
        Text(svg, Words, y += 18, "Larger dots stand for more forecasts.", "#111");
        y += 14;
        foreach (ReliabilityBin bin in own.Reliability)
            Text(svg, Words, y += 18, $"It said about {Percent(bin.Forecast)}: it came true in {Percent(bin.Observed)} of {bin.Rows:N0} cases.", "#111");
        y += 14;
        Text(svg, Words, y += 18, $"Overall {Percent(own.BaseRate)} came true. Squared error against each city's own past rate: {Percent(own.BrierSkill)} less", "#111");
        Text(svg, Words, y += 18, $"({string.Join("; ", scores.Skip(2).Select(s => $"{s.Model}: {Percent(s.BrierSkill)}"))}).", "#444");
        if (own.OnsetAuroc is { } onset)
            Text(svg, Words, y += 18, $"In places quiet for 180 days it ranks a place about to be hit above another {Percent(onset)} of the time.", "#111");
        Text(svg, Words, y + 18, "It is not a forecast of tonight, and low is not safe.", "#111");
    }

    private static void Text(StringBuilder svg, double x, double y, string text, string colour, int size = 13) =>
        svg.Append(Inv($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" fill=\"{colour}\" font-size=\"{size}\">{SecurityElement.Escape(text)}</text>\n"));

    private static double X(double part) => Left + (Side * part);

    private static double Y(double part) => Top + (Side * (1 - part));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Percent(double part) => Inv($"{100 * part:0.#} %");

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
