using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.Cli.Forecasting;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Forecast.Fitting;
using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Makes a parameter file of the forecast from what happened.
internal sealed class FitCommand
{
    private readonly Option<FileInfo[]> _events = new("--events")
    {
        Description = "Events, CSV, plain or gzip; one file a region.",
        HelpName = "FILE…",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<FileInfo> _cities = new("--cities") { Description = "Cities, CSV, plain or gzip.", HelpName = "FILE", Required = true };
    private readonly Option<FileInfo> _out = new("--out") { Description = "The parameter file to write.", HelpName = "FILE", Required = true };
    private readonly Option<double> _minimum = new("--min-population") { Description = "Leave smaller cities out; capitals stay.", HelpName = "N", DefaultValueFactory = _ => 15_000 };
    private readonly Option<string?> _through = new("--through") { Description = "Last day that the fit may see; else the last in the files.", HelpName = "DATE" };
    private readonly Option<string> _version = new("--parameter-version") { Description = "Name of the parameter set.", HelpName = "NAME", Required = true };
    private readonly Option<string> _source = new("--source") { Description = "Source and licence of the data, for the file's provenance.", HelpName = "TEXT", Required = true };

    public static Command Create(Shell shell)
    {
        var self = new FitCommand();
        return new Command("fit", "Make a parameter file of the forecast from past events. The same input gives the same file.")
            .With(self._events, self._cities, self._out, self._minimum, self._through, self._version, self._source)
            .Runs(shell, (result, cancellation) => Task.Run(() => self.Run(shell, result), cancellation));
    }

    private int Run(Shell shell, ParseResult result)
    {
        FileInfo[] files = result.GetRequiredValue(_events);
        List<LedgerEvent>[] events = [.. files.Select(EventFiles.ReadEvents)];
        if (events.All(of => of.Count == 0)) throw CliException.Refused("NO_EVENTS", "The files have no events.");
        (List<ScoredCity> cities, _) = EventFiles.ReadCities(result.GetRequiredValue(_cities), result.GetValue(_minimum));
        DateOnly through = result.GetValue(_through) is { } text ? ValueText.Day(text, _through.Name) : events.SelectMany(of => of).Max(e => e.LocalDay);
        ForecastParameters parameters = WorkBar.Follow(shell, "Fitting", progress => Fit(result, events, cities, through, progress));
        using (FileStream file = result.GetRequiredValue(_out).Create()) parameters.Save(file);
        if (shell.Json) shell.Out.WriteLine(JsonText.Of(new JsonObject { ["version"] = parameters.Version, ["provenance"] = parameters.Provenance }));
        else shell.Console.MarkupLine(SafeText.Markup($"Wrote {result.GetRequiredValue(_out).FullName}. {parameters.Provenance}"));
        return ExitCodes.Ok;
    }

    private ForecastParameters Fit(
        ParseResult result, IReadOnlyList<LedgerEvent>[] events, List<ScoredCity> cities, DateOnly through, IProgress<double> progress)
    {
        IReadOnlyList<FitRegion> regions = FitRegion.Split(cities, [.. events.Select(of => of.Where(e => e.LocalDay <= through).ToList())]);
        string provenance = string.Create(
            CultureInfo.InvariantCulture,
            $"{result.GetRequiredValue(_source)} Fitted on {regions.Sum(r => r.Events.Count)} events to {through:yyyy-MM-dd} around {cities.Count} cities of {regions.Count} regions.");
        try
        {
            return ForecastFit.Run(regions, through, result.GetRequiredValue(_version), provenance, progress);
        }
        catch (InvalidOperationException e)
        {
            throw CliException.Refused("TOO_LITTLE_HISTORY", e.Message);
        }
    }
}
