using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace Alerts.Platform.Storage.Sqlite;

/// <summary>Brings a SQLite store's tables up to date: the platform's scripts, then the service's, each once and in a transaction.</summary>
internal static class SqliteMigrations
{
    public static void Apply(SqliteConnection connection, Assembly service)
    {
        using var shared = new SharedConnection(connection);
        DatabaseUpgradeResult result = DeployChanges.To
            .SqliteDatabase(shared)
            .WithScriptsEmbeddedInAssemblies([typeof(SqliteMigrations).Assembly, service], IsScript)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new StoreUnavailableException($"The script {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
    }

    // PostgreSQL's scripts are in a folder of their own beside these.
    private static bool IsScript(string resource) =>
        resource.Contains(".Storage.Migrations.", StringComparison.Ordinal) && !resource.Contains(".Storage.Migrations.Postgres.", StringComparison.Ordinal);
}
