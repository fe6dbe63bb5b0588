using System.CommandLine;

namespace Alerts.Cli.Commands;

// Prints what makes a shell complete commands and options; the words themselves come from the program, so that they never lag behind.
internal sealed class CompletionCommand
{
    // The shell asks the program with the line and the place in it.
    private const string Bash = """
        _alerts() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _alerts alerts ./alerts
        """;

    private const string Zsh = """
        _alerts() {
          local -a words_given
          words_given=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a words_given
        }
        compdef _alerts alerts
        """;

    private const string Fish = """
        complete -c alerts -f -a '(alerts "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh or fish.", HelpName = "bash|zsh|fish" };

    public static Command Create(Shell shell)
    {
        var self = new CompletionCommand();
        self._shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        return new Command("completion", "Print a script that completes commands and options. For bash: source <(alerts completion bash)")
            .With(self._shell)
            .Runs(shell, (result, _) =>
            {
                shell.Out.WriteLine(result.GetRequiredValue(self._shell) switch
                {
                    "bash" => Bash,
                    "zsh" => Zsh,
                    _ => Fish,
                });
                return Task.FromResult(ExitCodes.Ok);
            });
    }
}
