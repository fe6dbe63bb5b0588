using System.CommandLine;
using System.Text.Json.Nodes;
using Alerts.Cli.Gazetteers;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client.Errors;
using Alerts.Gazetteer.Import;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Lays country files and own sites over the places that ship with the program.
internal sealed class GazetteerCommand
{
    private readonly Argument<FileInfo> _file = new("FILE")
    {
        Description = "A country file of GeoNames (ML.txt, ML.zip), or own sites: CSV with name, latitude, longitude, country?, other_names?; or GeoJSON points.",
    };

    private readonly Option<string?> _data = new("--data") { Description = "Data folder of the server. Default: ~/.local/share/alerts.", HelpName = "DIR" };

    public static Command Create(Shell shell)
    {
        var self = new GazetteerCommand();
        return new Command("gazetteer", "Places of your own: what texts and commands may name.")
        {
            new Command("import", "Lay a file of places over the built-in ones. Safe to repeat; the same file again changes nothing. A running server takes it in at its next start.")
                .With(self._file, self._data)
                .Runs(shell, (result, _) => self.ImportAsync(shell, result)),
        };
    }

    private async Task<int> ImportAsync(Shell shell, ParseResult result)
    {
        FileInfo file = result.GetRequiredValue(_file);
        if (!file.Exists) throw CliException.NotFound("FILE_NOT_FOUND", $"There is no file {file.FullName}.");
        var folder = new GazetteerFolder(result.GetValue(_data) ?? DataFolderPath.Default(shell, null));
        long start = shell.Time.GetTimestamp();
        try
        {
            (var layers, int leftOut) = await FollowAsync(shell, progress => GazetteerFile.Read(file, progress));
            bool changed = false;
            foreach ((string layer, IReadOnlyList<ImportedPlace> places) in layers) changed |= await FollowAsync(shell, _ => folder.Put(layer, places));
            Print(shell, layers, leftOut, changed, shell.Time.GetElapsedTime(start));
            return ExitCodes.Ok;
        }
        catch (GazetteerFormatException e)
        {
            throw new CliException(ExitCodes.Refused, "FORMAT", $"{file.Name}: {e.Message}", [.. e.Lines.Select(l => new FieldError($"line {l.Line}", l.Why))]);
        }
    }

    // Reading tells how far it is; laying the layers does not, and takes some seconds.
    private static async Task<T> FollowAsync<T>(Shell shell, Func<IProgress<double>, T> work)
    {
        if (shell.Json || !shell.ErrorConsole.Profile.Out.IsTerminal) return work(new Progress<double>());
        return await shell.ErrorConsole.Progress().StartAsync(async context =>
        {
            ProgressTask bar = context.AddTask("Importing", maxValue: 1);
            T done = await Task.Run(() => work(new Progress<double>(share => bar.Value = share)));
            bar.Value = 1;
            return done;
        });
    }

    private static void Print(Shell shell, IReadOnlyList<(string Layer, IReadOnlyList<ImportedPlace> Places)> layers, int leftOut, bool changed, TimeSpan took)
    {
        if (shell.Json)
        {
            shell.Out.WriteLine(JsonText.Of(new JsonObject
            {
                ["layers"] = new JsonArray([.. layers.Select(l => new JsonObject { ["name"] = l.Layer, ["places"] = l.Places.Count })]),
                ["leftOut"] = leftOut,
                ["changed"] = changed,
                ["seconds"] = Math.Round(took.TotalSeconds, 3),
            }));
            return;
        }

        foreach ((string layer, IReadOnlyList<ImportedPlace> places) in layers) shell.Console.MarkupLine($"{layer}: [green]{places.Count} places[/]");
        if (leftOut > 0) shell.Console.MarkupLine($"[grey]{leftOut} rows are no populated places (rivers, mountains, buildings, places that are gone) and were left out.[/]");
        shell.Console.MarkupLine(changed ? $"On disk in {took.TotalSeconds:0.0} s. A running server takes it in at its next start." : "Nothing has changed since the import before.");
    }
}
