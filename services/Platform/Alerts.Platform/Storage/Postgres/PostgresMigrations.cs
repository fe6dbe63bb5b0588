using System.Reflection;
using DbUp;
using DbUp.Engine;
using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>Makes a service's schema and brings it up to date: the platform's scripts, then the service's, each once. Only ever run by an explicit command.</summary>
public static class PostgresMigrations
{
    private const string Journal = "migration";
    private const string Folder = ".Storage.Migrations.Postgres.";

    // Any number that no other program is likely to lock: the letters "alerts".
    private const long OneAtATime = 0x616C65727473;

    /// <summary>Applies what is missing and grants the roles. Safe to repeat, and to run twice at once.</summary>
    /// <param name="options">The database; its user owns the schema afterwards, and must be allowed to make schemas and roles.</param>
    /// <param name="name">Name of the service; also of its schema.</param>
    /// <param name="service">The assembly that embeds the service's own scripts (Storage/Migrations/Postgres/*.sql).</param>
    /// <returns>Names of the scripts that were applied now; empty when nothing was missing.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached, or a script failed; that script left nothing behind.</exception>
    public static IReadOnlyList<string> Apply(PostgresOptions options, string name, Assembly service)
    {
        var connections = new PostgresConnections(name, options, TimeProvider.System);
        using NpgsqlConnection connection = connections.Open("migration");
        try
        {
            Run(connection, $"SELECT pg_advisory_lock({OneAtATime})");
            Run(connection, $"CREATE SCHEMA IF NOT EXISTS {name}");
            DatabaseUpgradeResult result = DeployChanges.To
                .PostgresqlDatabase(connections.Settings("migration"), name)
                .WithScriptsEmbeddedInAssemblies([typeof(PostgresMigrations).Assembly, service], IsScript)
                .WithTransactionPerScript()
                .WithVariablesDisabled()
                .JournalToPostgresqlTable(name, Journal)
                .LogToNowhere()
                .Build()
                .PerformUpgrade();
            if (!result.Successful)
                throw new StoreUnavailableException($"The script {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
            Run(connection, PostgresRoles.Grants(name, Journal));
            return [.. result.Scripts.Select(s => s.Name)];
        }
        catch (NpgsqlException e)
        {
            throw PostgresErrors.Unavailable(name, e);
        }
    }

    // Refuses a schema that was not made by exactly this version's scripts.
    internal static void Check(PostgresConnections connections, Assembly service)
    {
        using NpgsqlConnection connection = connections.Open("start");
        string name = connections.Service;
        HashSet<string> applied;
        try
        {
            applied = Applied(connection);
            if (!MayBecomeReader(connection))
                throw new StoreSchemaException($"The login of {name} may not read for callers. Run: alerts migrate, then grant the login its role: GRANT alerts_{name} TO the login.");
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable)
        {
            throw new StoreSchemaException($"The database has no schema {name} yet. Run: alerts migrate");
        }
        catch (NpgsqlException e)
        {
            throw PostgresErrors.Unavailable(name, e);
        }

        string[] known = [.. typeof(PostgresMigrations).Assembly.GetManifestResourceNames().Concat(service.GetManifestResourceNames()).Where(IsScript).Distinct()];
        if (known.Where(k => !applied.Contains(k)).ToArray() is { Length: > 0 } missing)
            throw new StoreSchemaException($"The schema {name} is older than this program: it lacks {string.Join(", ", missing)}. Run: alerts migrate");
        if (applied.Except(known).ToArray() is { Length: > 0 } unknown)
            throw new StoreSchemaException($"The schema {name} is newer than this program: it has {string.Join(", ", unknown)}. Install the version that made it.");
    }

    private static bool IsScript(string resource) => resource.Contains(Folder, StringComparison.Ordinal);

    private static HashSet<string> Applied(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT scriptname FROM {Journal}";
        using NpgsqlDataReader reader = command.ExecuteReader();
        var names = new HashSet<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static bool MayBecomeReader(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = PostgresRoles.CheckReader;
        return (bool)command.ExecuteScalar()!;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
