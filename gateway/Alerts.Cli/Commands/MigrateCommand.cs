using System.CommandLine;
using System.Reflection;
using System.Text.Json.Nodes;
using Alerts.Cli.Rendering;
using Alerts.Gateway;
using Alerts.Ingest;
using Alerts.Notify;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Alerts.Risk;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Makes the services' schemas and roles in a PostgreSQL database, or brings them up to date.
internal sealed class MigrateCommand
{
    private static readonly (string Name, Assembly Scripts)[] Services =
    [
        (GatewaySetup.StoreName, typeof(GatewaySetup).Assembly),
        (IngestSetup.StoreName, typeof(IngestSetup).Assembly),
        (RiskSetup.StoreName, typeof(RiskSetup).Assembly),
        (NotifySetup.StoreName, typeof(NotifySetup).Assembly),
    ];

    private readonly Option<string?> _database = new("--database")
    {
        Description = "postgresql://USER@HOST:PORT/DATABASE. A password here can be read by other users of this machine: use --database-file.",
        HelpName = "URI",
    };

    private readonly Option<string?> _databaseFile = new("--database-file") { Description = "A file whose first line is the URI.", HelpName = "FILE" };

    public static Command Create(Shell shell)
    {
        var self = new MigrateCommand();
        return new Command("migrate", "Make the services' schemas and roles in a PostgreSQL database, or bring them up to date. Safe to repeat.")
            .With(self._database, self._databaseFile)
            .Runs(shell, (result, cancellation) => Task.Run(() => self.Run(shell, result), cancellation));
    }

    private int Run(Shell shell, ParseResult result)
    {
        PostgresOptions options = Options(result);
        var schemas = new JsonArray();
        foreach ((string name, Assembly scripts) in Services)
        {
            IReadOnlyList<string> applied = Apply(options, name, scripts);
            schemas.Add(new JsonObject { ["name"] = name, ["applied"] = new JsonArray([.. applied.Select(a => JsonValue.Create(a))]) });
            if (!shell.Json)
                shell.Console.MarkupLine($"{name}: {(applied.Count == 0 ? "up to date" : $"[green]{applied.Count} scripts applied[/]")}");
        }

        if (shell.Json)
            shell.Out.WriteLine(JsonText.Of(new JsonObject { ["schemas"] = schemas }));
        return ExitCodes.Ok;
    }

    private PostgresOptions Options(ParseResult result)
    {
        var options = new PostgresOptions { ConnectionString = result.GetValue(_database) ?? "", ConnectionStringFile = result.GetValue(_databaseFile) ?? "" };
        if ((options.ConnectionString.Length == 0) == (options.ConnectionStringFile.Length == 0))
            throw CliException.Usage("Name the database with --database or with --database-file.");
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

    private static IReadOnlyList<string> Apply(PostgresOptions options, string name, Assembly scripts)
    {
        try
        {
            return PostgresMigrations.Apply(options, name, scripts);
        }
        catch (StoreSchemaException e)
        {
            throw CliException.Refused("DATABASE_NOT_FIT", e.Message);
        }
        catch (StoreUnavailableException e)
        {
            throw new CliException(ExitCodes.Unreachable, "DATABASE_FAILS", e.Message);
        }
    }
}
