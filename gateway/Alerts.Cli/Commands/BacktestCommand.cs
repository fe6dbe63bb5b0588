using System.CommandLine;
using Alerts.Cli.Forecasting;
using Alerts.Cli.Rendering;
using Alerts.Cli.Input;
using Alerts.Forecast.BackTest;
using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;

namespace Alerts.Cli.Commands;

// Measures the forecast on what happened: without a server, through the code that runs in one.
internal sealed class BacktestCommand
{
    private readonly Option<FileInfo[]> _events = new("--events")
    {
        Description = "Events, CSV, plain or gzip.",
        HelpName = "FILE…",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<FileInfo> _cities = new("--cities") { Description = "Cities, CSV, plain or gzip.", HelpName = "FILE", Required = true };
    private readonly Option<string> _dataset = new("--dataset") { Description = "Name for the first column of the output.", HelpName = "NAME", Required = true };
    private readonly Option<string> _from = new("--from") { Description = "First origin; the others follow every 7 days.", HelpName = "DATE", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "No origin after this day.", HelpName = "DATE", Required = true };
    private readonly Option<string> _horizon = new("--horizon") { Description = "Days ahead.", HelpName = "30|7", DefaultValueFactory = _ => "30" };
    private readonly Option<double> _minimum = new("--min-population") { Description = "Leave smaller cities out; capitals stay.", HelpName = "N", DefaultValueFactory = _ => 15_000 };
    private readonly Option<FileInfo> _out = new("--out") { Description = "Where every probability goes, as CSV.", HelpName = "FILE", Required = true };
    private readonly Option<FileInfo?> _page = new("--page") { Description = "Also draw a page of results for people, as SVG.", HelpName = "FILE" };
    private readonly Option<FileInfo?> _parameters = new("--parameters") { Description = "Another parameter file than the one that ships.", HelpName = "FILE" };

    public static Command Create(Shell shell)
    {
        var self = new BacktestCommand();
        self._horizon.AcceptOnlyFromAmong("30", "7");
        return new Command("backtest", "Measure the forecast on past events: what it would have said each week, against what came true.")
            .With(self._events, self._cities, self._dataset, self._from, self._to, self._horizon, self._minimum, self._out, self._page, self._parameters)
            .Runs(shell, (result, cancellation) => Task.Run(() => self.Run(shell, result, cancellation), cancellation));
    }

    private int Run(Shell shell, ParseResult result, CancellationToken cancellation)
    {
        DateOnly from = ValueText.Day(result.GetRequiredValue(_from), _from.Name);
        DateOnly to = ValueText.Day(result.GetRequiredValue(_to), _to.Name);
        if (to < from) throw CliException.Usage("--to is before --from.");
        ForecastParameters parameters = Parameters(result.GetValue(_parameters));
        List<LedgerEvent> events = [.. result.GetRequiredValue(_events).SelectMany(EventFiles.ReadEvents).DistinctBy(e => e.IncidentId)];
        (List<ScoredCity> cities, List<string> ids) = EventFiles.ReadCities(result.GetRequiredValue(_cities), result.GetValue(_minimum));
        if (cities.Count == 0) throw CliException.Refused("NO_CITIES", "No city of the file is large enough.");
        var horizon = Enum.Parse<Horizon>($"Days{result.GetRequiredValue(_horizon)}");
        BackTestOutcome outcome = WorkBar.Follow(
            shell, "Back-testing", progress => new BackTestRun(parameters, cities, events, from, to, horizon).Run(progress, cancellation));
        string dataset = result.GetRequiredValue(_dataset);
        ForecastFile.Write(result.GetRequiredValue(_out), dataset, ids, outcome);
        IReadOnlyList<ModelScore> scores = outcome.Score();
        BackTestView.Print(shell, dataset, scores);
        if (result.GetValue(_page) is { } page && scores.Count > 0) File.WriteAllText(page.FullName, ResultPage.Svg(dataset, outcome, scores));
        return ExitCodes.Ok;
    }

    private static ForecastParameters Parameters(FileInfo? file)
    {
        if (file is null) return ForecastParameters.LoadDefault();
        if (!file.Exists) throw CliException.NotFound("FILE_NOT_FOUND", $"There is no file {file.FullName}.");
        using FileStream json = file.OpenRead();
        try
        {
            return ForecastParameters.Load(json);
        }
        catch (InvalidDataException e)
        {
            throw CliException.Refused("PARAMETERS_NOT_READ", e.Message);
        }
    }
}
