using System.CommandLine;
using Alerts.Cli.Commands;
using Alerts.Cli.Rendering;

namespace Alerts.Cli;

// From arguments to an exit code.
internal static class CommandLine
{
    // After Ctrl-C a command may finish what is under way; then the process ends.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Shell shell, CancellationToken cancellation)
    {
        ParseResult parsed = Root(shell).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            string help = string.Join(' ', Path(parsed.CommandResult));
            string message = string.Join(' ', parsed.Errors.Select(e => e.Message)) + $" See '{help} --help'.";
            return new ErrorReport(shell).Tell(CliException.Usage(message), cancellation);
        }

        var configuration = new InvocationConfiguration
        {
            Output = shell.Out,
            Error = shell.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = StopTimeout,
        };
        return await parsed.InvokeAsync(configuration, cancellation);
    }

    private static RootCommand Root(Shell shell)
    {
        var global = new GlobalOptions();
        var root = new RootCommand("Alerts: reports go in, an officer's alerts come out. Exit codes and JSON: gateway/Alerts.Cli/README.md.");
        root.Add(global.Server);
        root.Add(global.TokenFile);
        root.Add(global.Json);
        root.Add(UpCommand.Create(shell));
        root.Add(ReportCommand.Create(shell, global));
        root.Add(TextCommand.Create(shell, global));
        root.Add(ReadCommand.Create(shell));
        root.Add(WatchCommand.Create(shell, global));
        root.Add(WatchesCommand.Create(shell, global));
        root.Add(ThreatCommand.Create(shell, global));
        root.Add(AccessCommand.Create(shell, global));
        root.Add(IncidentsCommand.Create(shell, global));
        root.Add(ImportCommand.Create(shell, global));
        root.Add(GazetteerCommand.Create(shell));
        root.Add(ReviewCommand.Create(shell, global));
        root.Add(RetractCommand.Create(shell, global));
        root.Add(ClearCommand.Create(shell, global));
        root.Add(SignCommand.Create(shell, global));
        root.Add(OverrideCommand.Create(shell, global));
        root.Add(HoldCommand.Create(shell, global));
        root.Add(ToSignCommand.Create(shell, global));
        root.Add(AckCommand.Create(shell, global));
        root.Add(SignInCommand.Create(shell));
        root.Add(SignOutCommand.Create(shell, global));
        root.Add(MeCommand.Create(shell, global));
        root.Add(InviteCommand.Create(shell, global));
        root.Add(PeopleCommand.Create(shell, global));
        root.Add(KeysCommand.Create(shell, global));
        root.Add(OrganisationCommand.Create(shell, global));
        root.Add(AuditCommand.Create(shell, global));
        root.Add(StatusCommand.Create(shell, global));
        root.Add(DoctorCommand.Create(shell, global));
        root.Add(BackupCommand.Create(shell));
        root.Add(RestoreCommand.Create(shell));
        root.Add(BusCommand.Create(shell));
        root.Add(MigrateCommand.Create(shell));
        root.Add(CompletionCommand.Create(shell));
        root.Add(FitCommand.Create(shell));
        root.Add(BacktestCommand.Create(shell));
        return root;
    }

    private static Stack<string> Path(System.CommandLine.Parsing.CommandResult? result)
    {
        var names = new Stack<string>();
        for (; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Push(result.Command is RootCommand ? "alerts" : result.Command.Name);
        return names;
    }
}
