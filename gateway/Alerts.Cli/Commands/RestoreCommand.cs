using System.CommandLine;
using System.Text.Json.Nodes;
using Alerts.Cli.Backups;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Platform.Storage.Postgres;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Makes a data folder, or the schemas of the split form, of a backup.
internal sealed class RestoreCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The file that 'backup' made." };
    private readonly Option<string?> _data = new("--data") { Description = "The data folder to make; missing or empty. Default: the one that 'up' uses.", HelpName = "DIR" };
    private readonly DatabaseOptions _database = new();
    private readonly BrokerOptions _broker = new();
    private readonly CopyOptions _copy = new("Folder to make for the secrets of the backup; missing or empty.");
    private readonly Option<bool> _discard = new("--discard-queued") { Description = "With --database: empty the broker's queues of packs from after the backup." };

    public static Command Create(Shell shell)
    {
        var self = new RestoreCommand();
        return new Command("restore", "Make a data folder of a backup, or with --database the schemas of an empty database. Streams that had come further start anew, and say so.")
            .With(self._file, self._data, self._database.Database, self._database.DatabaseFile, self._copy.Secrets, self._copy.Tools, self._discard)
            .With(self._broker.Broker, self._broker.PasswordFile, self._broker.Authorities)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, ParseResult result, CancellationToken cancellation)
    {
        FileInfo file = result.GetRequiredValue(_file);
        if (!file.Exists) throw CliException.NotFound("FILE_NOT_FOUND", $"There is no file {file.FullName}.");
        PostgresOptions? database = _database.Of(result);
        string folder = Path.GetFullPath(result.GetValue(_data) ?? DataFolderPath.Default(shell, null));
        long start = shell.Time.GetTimestamp();
        BackupManifest restored;
        try
        {
            restored = await WorkBar.FollowAsync(shell, "Restoring", progress => RestoreAsync(shell, result, file.FullName, database, folder, progress, cancellation));
        }
        catch (BackupException e)
        {
            throw CliException.Refused("CANNOT_RESTORE", e.Message);
        }

        if (shell.Json)
        {
            shell.Out.WriteLine(JsonText.Of(new JsonObject
            {
                ["folder"] = database is null ? folder : null,
                ["takenTime"] = Moments.Iso(restored.TakenTime),
                ["version"] = restored.Version,
                ["files"] = restored.Files.Count,
                ["seconds"] = Math.Round(shell.Time.GetElapsedTime(start).TotalSeconds, 3),
            }));
        }
        else
        {
            shell.Console.MarkupLine($"[green]Restored[/] as of {Moments.Iso(restored.TakenTime)} into {(database is null ? SafeText.Markup(folder) : "the database")}. What came in after that instant is not in it.");
            shell.Console.MarkupLine("[yellow]Keys that were revoked since are good again: revoke them once more with 'alerts keys revoke'.[/]");
        }

        return ExitCodes.Ok;
    }

    private Task<BackupManifest> RestoreAsync(
        Shell shell, ParseResult result, string file, PostgresOptions? database, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        if (database is null)
        {
            _copy.RefuseWithoutDatabase(result);
            return FolderRestore.RestoreAsync(file, folder, progress, cancellation);
        }

        if (result.GetValue(_data) is not null) throw CliException.Usage("Name either --data or a database: a deployment has one of them.");
        return DatabaseRestore.RestoreAsync(
            file, database, _broker.OrLocal(shell, result), result.GetValue(_discard), result.GetValue(_copy.Secrets), _copy.ToolsOf(shell, result), progress, cancellation);
    }
}
