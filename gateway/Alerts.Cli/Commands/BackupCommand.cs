using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.Cli.Backups;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Copies the data folder, or the database of the split form, into one file while the server or the services go on.
internal sealed class BackupCommand
{
    private readonly Option<string?> _data = new("--data") { Description = "The data folder. Default: the one that 'up' uses.", HelpName = "DIR" };
    private readonly DatabaseOptions _database = new();
    private readonly BrokerOptions _broker = new();
    private readonly CopyOptions _copy = new("Folder of the services' secrets, to take them along.");
    private readonly Option<string?> _out = new("--out") { Description = "The file to make. Default: alerts-TIME.tar.gz, here.", HelpName = "FILE" };

    public static Command Create(Shell shell)
    {
        var self = new BackupCommand();
        return new Command("backup", "Copy the data folder into one file, at one instant, while the server goes on; with --database that of the split form, while its services go on. It holds secrets and reports: keep it as safe as what it copies.")
            .With(self._data, self._out, self._database.Database, self._database.DatabaseFile, self._copy.Secrets, self._copy.Tools)
            .With(self._broker.Broker, self._broker.PasswordFile, self._broker.Authorities)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, ParseResult result, CancellationToken cancellation)
    {
        string file = Path.GetFullPath(
            result.GetValue(_out) ?? $"alerts-{shell.Time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.tar.gz");
        long start = shell.Time.GetTimestamp();
        BackupManifest made;
        try
        {
            made = await WorkBar.FollowAsync(shell, "Backing up", progress => MakeAsync(shell, result, file, progress, cancellation));
        }
        catch (BackupException e)
        {
            throw CliException.Refused("CANNOT_BACK_UP", e.Message);
        }

        if (shell.Json)
        {
            shell.Out.WriteLine(JsonText.Of(new JsonObject
            {
                ["file"] = file,
                ["bytes"] = new FileInfo(file).Length,
                ["takenTime"] = Moments.Iso(made.TakenTime),
                ["files"] = made.Files.Count,
                ["seconds"] = Math.Round(shell.Time.GetElapsedTime(start).TotalSeconds, 3),
            }));
        }
        else
        {
            shell.Console.MarkupLine($"[green]Backed up[/] as of {Moments.Iso(made.TakenTime)}: {SafeText.Markup(file)}, {new FileInfo(file).Length / 1e6:0.0} MB. It holds secrets and reports: keep it safe.");
        }

        return ExitCodes.Ok;
    }

    private Task<BackupManifest> MakeAsync(Shell shell, ParseResult result, string file, IProgress<double> progress, CancellationToken cancellation)
    {
        if (_database.Of(result) is not { } database)
        {
            _copy.RefuseWithoutDatabase(result);
            return FolderBackup.MakeAsync(result.GetValue(_data) ?? DataFolderPath.Default(shell, null), file, shell.Time, progress, cancellation);
        }

        if (result.GetValue(_data) is not null) throw CliException.Usage("Name either --data or a database: a deployment has one of them.");
        return DatabaseBackup.MakeAsync(
            database, _broker.OrLocal(shell, result), result.GetValue(_copy.Secrets), _copy.ToolsOf(shell, result), file, shell.Time, progress, cancellation);
    }
}
