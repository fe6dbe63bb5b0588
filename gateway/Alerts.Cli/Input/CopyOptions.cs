using System.CommandLine;

namespace Alerts.Cli.Input;

// The options of a copy of a database, beside those that name it.
internal sealed class CopyOptions(string secrets)
{
    private const string Variable = "ALERTS_POSTGRES_BIN";

    public Option<string?> Secrets { get; } = new("--secrets") { Description = $"With --database: {char.ToLowerInvariant(secrets[0])}{secrets[1..]}", HelpName = "DIR" };

    public Option<string?> Tools { get; } = new("--postgres-bin")
    {
        Description = $"With --database: folder of pg_dump and psql, as new as the server or newer. Else {Variable}, else the PATH.",
        HelpName = "DIR",
    };

    public string ToolsOf(Shell shell, ParseResult result) => result.GetValue(Tools) ?? shell.Variable(Variable) ?? "";

    public void RefuseWithoutDatabase(ParseResult result)
    {
        if (result.GetValue(Secrets) is not null) throw CliException.Usage("--secrets belongs to --database: a data folder holds its secrets itself.");
    }
}
