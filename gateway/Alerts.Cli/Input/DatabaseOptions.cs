using System.CommandLine;
using Alerts.Platform.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace Alerts.Cli.Input;

// The options that name a PostgreSQL database.
internal sealed class DatabaseOptions
{
    public Option<string?> Database { get; } = new("--database")
    {
        Description = "postgresql://USER@HOST:PORT/DATABASE. A password here can be read by other users of this machine: use --database-file.",
        HelpName = "URI",
    };

    public Option<string?> DatabaseFile { get; } = new("--database-file") { Description = "A file whose first line is the URI.", HelpName = "FILE" };

    // Null when neither is given.
    public PostgresOptions? Of(ParseResult result)
    {
        var options = new PostgresOptions { ConnectionString = result.GetValue(Database) ?? "", ConnectionStringFile = result.GetValue(DatabaseFile) ?? "" };
        if (options.ConnectionString.Length == 0 && options.ConnectionStringFile.Length == 0)
            return null;
        try
        {
            options.Validate();
            return options;
        }
        catch (OptionsValidationException e)
        {
            throw CliException.Usage(e.Message);
        }
    }
}
