using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.AllInOne.Backups;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Copies the data folder into one file while its server goes on.
internal sealed class BackupCommand
{
    private readonly Option<string?> _data = new("--data") { Description = "The data folder. Default: the one that 'up' uses.", HelpName = "DIR" };
    private readonly Option<string?> _out = new("--out") { Description = "The file to make. Default: alerts-TIME.tar.gz, here.", HelpName = "FILE" };

    public static Command Create(Shell shell)
    {
        var self = new BackupCommand();
        return new Command("backup", "Copy the data folder into one file, at one instant, while the server goes on. It holds secrets and reports: keep it as safe as the folder.")
            .With(self._data, self._out)
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
            made = await WorkBar.FollowAsync(
                shell, "Backing up", progress => FolderBackup.MakeAsync(result.GetValue(_data) ?? DataFolderPath.Default(shell, null), file, shell.Time, progress, cancellation));
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
}
