using System.CommandLine;
using System.Reflection;
using System.Text.Json.Nodes;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Makes the services' schemas and roles in a PostgreSQL database, or brings them up to date.
internal sealed class MigrateCommand
{
    private readonly DatabaseOptions _database = new();

    public static Command Create(Shell shell)
    {
        var self = new MigrateCommand();
        return new Command("migrate", "Make the services' schemas and roles in a PostgreSQL database, or bring them up to date. Safe to repeat.")
            .With(self._database.Database, self._database.DatabaseFile)
            .Runs(shell, (result, cancellation) => Task.Run(() => self.Run(shell, result), cancellation));
    }

    private int Run(Shell shell, ParseResult result)
    {
        PostgresOptions options = _database.Of(result) ?? throw CliException.Usage("Name the database with --database or with --database-file.");
        var schemas = new JsonArray();
        foreach ((string name, Assembly scripts) in ServiceSchema.All)
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
