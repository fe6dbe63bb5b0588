using System.CommandLine;
using System.Text.Json.Nodes;
using Alerts.Cli.Doctor;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Examines a deployment and says what to mend.
internal sealed class DoctorCommand
{
    private readonly Option<string?> _data = new("--data") { Description = "The data folder. Default: the one that 'up' uses.", HelpName = "DIR" };
    private readonly BrokerOptions _broker = new();
    private readonly DatabaseOptions _database = new();

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new DoctorCommand();
        return new Command("doctor", "Examine a deployment and say what to mend: machine, data folder, server; with --broker and --database those too. Changes nothing. Exit code 0: fit; 6: something is at fault.")
            .With(self._data, self._broker.Broker, self._broker.PasswordFile, self._broker.Authorities, self._database.Database, self._database.DatabaseFile)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var findings = new List<(string Part, Finding Finding)>();
        foreach (IExamination examination in Examinations(shell, global, result))
        {
            foreach (Finding finding in await examination.RunAsync(cancellation))
            {
                findings.Add((examination.Part, finding));
                if (!shell.Json) Print(shell, examination.Part, finding);
            }
        }

        bool isFit = findings.TrueForAll(f => f.Finding.State != FindingState.Fault);
        if (shell.Json) shell.Out.WriteLine(JsonText.Of(Json(isFit, findings)));
        else shell.Console.MarkupLine(isFit ? "[bold green]Fit.[/]" : "[bold red]Something is at fault: see above what to do.[/]");
        return isFit ? ExitCodes.Ok : ExitCodes.Unhealthy;
    }

    private IEnumerable<IExamination> Examinations(Shell shell, GlobalOptions global, ParseResult result)
    {
        var broker = _broker.Of(shell, result);
        var database = _database.Of(result);
        yield return new MachineExamination();
        // An operator of the split form has no data folder.
        if (database is null || result.GetValue(_data) is not null)
            yield return new FolderExamination(Path.GetFullPath(result.GetValue(_data) ?? DataFolderPath.Default(shell, null)));
        if (broker is not null)
            yield return new BrokerExamination(broker);
        if (database is not null)
            yield return new DatabaseExamination(database, shell.Time);
        yield return new ServerExamination(() => global.Connect(shell, result), shell.Time);
    }

    private static void Print(Shell shell, string part, Finding finding)
    {
        string mark = finding.State switch
        {
            FindingState.Ok => "[green]ok   [/]",
            FindingState.Warning => "[yellow]look [/]",
            _ => "[red]FAULT[/]",
        };
        shell.Console.MarkupLine($"{mark} {part}: {SafeText.Markup(finding.Text)}");
        if (finding.Mend.Length > 0) shell.Console.MarkupLine($"      {SafeText.Markup(finding.Mend)}");
    }

    private static JsonObject Json(bool isFit, IEnumerable<(string Part, Finding Finding)> findings) => new()
    {
        ["fit"] = isFit,
        ["findings"] = new JsonArray([.. findings.Select(f =>
        {
            var json = new JsonObject { ["part"] = f.Part, ["state"] = f.Finding.State.ToString().ToUpperInvariant(), ["text"] = f.Finding.Text };
            if (f.Finding.Mend.Length > 0) json["mend"] = f.Finding.Mend;
            return json;
        })]),
    };
}
