using System.CommandLine;
using System.Text.Json.Nodes;
using Alerts.AllInOne.Backups;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Makes a data folder of a backup.
internal sealed class RestoreCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The file that 'backup' made." };
    private readonly Option<string?> _data = new("--data") { Description = "The data folder to make; missing or empty. Default: the one that 'up' uses.", HelpName = "DIR" };

    public static Command Create(Shell shell)
    {
        var self = new RestoreCommand();
        return new Command("restore", "Make a data folder of a backup. Streams that had come further start anew, and say so.")
            .With(self._file, self._data)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, ParseResult result, CancellationToken cancellation)
    {
        FileInfo file = result.GetRequiredValue(_file);
        if (!file.Exists) throw CliException.NotFound("FILE_NOT_FOUND", $"There is no file {file.FullName}.");
        string folder = Path.GetFullPath(result.GetValue(_data) ?? DataFolderPath.Default(shell, null));
        long start = shell.Time.GetTimestamp();
        BackupManifest restored;
        try
        {
            restored = await WorkBar.FollowAsync(shell, "Restoring", progress => FolderRestore.RestoreAsync(file.FullName, folder, progress, cancellation));
        }
        catch (BackupException e)
        {
            throw CliException.Refused("CANNOT_RESTORE", e.Message);
        }

        if (shell.Json)
        {
            shell.Out.WriteLine(JsonText.Of(new JsonObject
            {
                ["folder"] = folder,
                ["takenTime"] = Moments.Iso(restored.TakenTime),
                ["version"] = restored.Version,
                ["files"] = restored.Files.Count,
                ["seconds"] = Math.Round(shell.Time.GetElapsedTime(start).TotalSeconds, 3),
            }));
        }
        else
        {
            shell.Console.MarkupLine($"[green]Restored[/] as of {Moments.Iso(restored.TakenTime)} into {SafeText.Markup(folder)}. What came in after that instant is not in it.");
            shell.Console.MarkupLine("[yellow]Keys that were revoked since are good again: revoke them once more with 'alerts keys revoke'.[/]");
        }

        return ExitCodes.Ok;
    }
}
