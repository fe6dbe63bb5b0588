using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.Cli.Rendering;
using Alerts.Forecast.BackTest;

namespace Alerts.Cli.Forecasting;

// The table of a back-test: the forecast and the simple models beside it. Plain lines, since it is read in files as often as on screens.
internal static class BackTestView
{
    private const int NameWidth = 42;
    private const int CellWidth = 12;

    private static readonly string[] Heads = ["Brier skill", "log loss", "AUROC", "AP", "calib. err.", "onset AUROC", "onset AP"];

    public static void Print(Shell shell, string dataset, IReadOnlyList<ModelScore> scores)
    {
        if (shell.Json)
        {
            shell.Out.WriteLine(JsonText.Of(new JsonObject { ["dataset"] = dataset, ["models"] = new JsonArray([.. scores.Select(Json)]) }));
            return;
        }

        if (scores.Count == 0)
        {
            shell.Out.WriteLine("No horizon was over by the last event: there is nothing to score yet.");
            return;
        }

        shell.Out.WriteLine($"{dataset}: {scores[0].Rows} forecasts, {Figure(100 * scores[0].BaseRate, 1)} % came true.");
        shell.Out.WriteLine(Line("", Heads));
        foreach (ModelScore s in scores)
        {
            shell.Out.WriteLine(Line(
                s.Model,
                [
                    Figure(s.BrierSkill), Figure(s.LogLoss), Figure(s.Auroc), Figure(s.AveragePrecision), Figure(s.CalibrationError),
                    Figure(s.OnsetAuroc), Figure(s.OnsetAveragePrecision),
                ]));
        }
    }

    private static string Line(string model, IEnumerable<string> cells) =>
        model.PadRight(NameWidth) + string.Concat(cells.Select(cell => cell.PadLeft(CellWidth)));

    private static JsonObject Json(ModelScore s) => new()
    {
        ["model"] = s.Model,
        ["rows"] = s.Rows,
        ["baseRate"] = s.BaseRate,
        ["brierSkill"] = s.BrierSkill,
        ["logLoss"] = s.LogLoss,
        ["auroc"] = Number(s.Auroc),
        ["averagePrecision"] = Number(s.AveragePrecision),
        ["calibrationError"] = s.CalibrationError,
        ["onsetAuroc"] = Number(s.OnsetAuroc),
        ["onsetAveragePrecision"] = Number(s.OnsetAveragePrecision),
    };

    // JSON has no word for a figure that cannot be computed.
    private static JsonValue? Number(double? value) => value is { } v && double.IsFinite(v) ? JsonValue.Create(v) : null;

    private static string Figure(double? value, int decimals = 4) =>
        value is { } v && double.IsFinite(v) ? v.ToString("F" + decimals, CultureInfo.InvariantCulture) : "–";
}
