using System.CommandLine;
using Alerts.Cli.Importing;
using Alerts.Client;

namespace Alerts.Cli.Commands;

// Brings in history from a data set.
internal sealed class ImportCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The data set, plain or gzip." };
    private readonly Option<string> _format = new("--format") { Description = "'ucdp': UCDP GED as CSV; 'acled': your own export of ACLED as CSV.", HelpName = string.Join('|', HistoryFormat.All.Select(f => f.Name)), Required = true };
    private readonly Option<string?> _dataset = new("--dataset") { Description = "Name of the data set; row ids are unique in it. Default: ucdp-ged or acled.", HelpName = "NAME" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new ImportCommand();
        self._format.AcceptOnlyFromAmong([.. HistoryFormat.All.Select(f => f.Name)]);
        return new Command("import", "Bring in history. Raises no alerts. Ctrl-C stops it; the same command goes on where it stopped.")
            .With(self._file, self._format, self._dataset)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        FileInfo file = result.GetRequiredValue(_file);
        if (!file.Exists) throw CliException.NotFound("FILE_NOT_FOUND", $"There is no file {file.FullName}.");
        using AlertsClient client = global.Connect(shell, result);
        string name = result.GetRequiredValue(_format);
        HistoryFormat format = HistoryFormat.All.First(f => f.Name == name);
        using var import = new HistoryImport(client, file, format, result.GetValue(_dataset) ?? format.Dataset);
        long start = shell.Time.GetTimestamp();
        ImportOutcome outcome = await ImportView.FollowAsync(shell, import, cancellation);
        ImportView.Print(shell, outcome, shell.Time.GetElapsedTime(start));
        if (outcome.Interrupted) return ExitCodes.Interrupted;
        return outcome.Damaged ? ExitCodes.Refused : ExitCodes.Ok;
    }
}
