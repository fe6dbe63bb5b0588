using System.CommandLine;
using Alerts.Cli.Rendering;

namespace Alerts.Cli;

// How every command runs: its own code, and one place that turns errors into words and exit codes.
internal static class CommandExtensions
{
    public static Command Runs(this Command command, Shell shell, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (result, cancellation) =>
        {
            try
            {
                return await action(result, cancellation);
            }
            catch (Exception e)
            {
                return new ErrorReport(shell).Tell(e, cancellation);
            }
        });
        return command;
    }

    public static Command With(this Command command, params Symbol[] symbols)
    {
        foreach (Symbol symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        return command;
    }
}
