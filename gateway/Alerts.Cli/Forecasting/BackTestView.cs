using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.Cli.Rendering;
using Alerts.Forecast.BackTest;
using Spectre.Console;

namespace Alerts.Cli.Forecasting;

// The table of a back-test: the forecast and the simple models beside it.
internal static class BackTestView
{
    public static void Print(Shell shell, string dataset, IReadOnlyList<ModelScore> scores)
    {
        if (shell.Json)
        {
            shell.Out.WriteLine(JsonText.Of(new JsonObject { ["dataset"] = dataset, ["models"] = new JsonArray([.. scores.Select(Json)]) }));
            return;
        }

        if (scores.Count == 0)
        {
            shell.Console.MarkupLine("No horizon was over by the last event: there is nothing to score yet.");
            return;
        }

        shell.Console.MarkupLine(SafeText.Markup($"{dataset}: {scores[0].Rows} forecasts, {Figure(100 * scores[0].BaseRate, 1)} % came true."));
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("model");
        foreach (string head in (string[])["Brier skill", "log loss", "AUROC", "AP", "calib. error", "onset AUROC", "onset AP"])
            table.AddColumn(new TableColumn(head).RightAligned().NoWrap());
        foreach (ModelScore s in scores)
        {
            table.AddRow(
                SafeText.Markup(s.Model), Figure(s.BrierSkill), Figure(s.LogLoss), Figure(s.Auroc), Figure(s.AveragePrecision), Figure(s.CalibrationError),
                Figure(s.OnsetAuroc), Figure(s.OnsetAveragePrecision));
        }

        shell.Console.Write(table);
    }

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
