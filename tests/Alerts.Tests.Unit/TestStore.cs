using System.Reflection;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Alerts.Platform.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Alerts.Tests.Unit;

// A service's store for one test: SQLite in the test's folder, or with ALERTS_TEST_STORE=postgres a database of its own on a private
// PostgreSQL server, so that every statement of the services is proven on both.
internal static class TestStore
{
    public static async Task<IStore> OpenAsync(string name, string folder, Assembly service)
    {
        if (!PostgresFixture.IsWanted)
            return SqliteStore.Open(name, Path.Combine(folder, $"{name}.db"), service);
        PostgresFixture server = await TestContext.Current.GetFixture<PostgresFixture>() ?? throw new InvalidOperationException("The fixture is not registered.");
        return await PostgresStore.OpenAsync(
            name, await server.NewDatabaseAsync(name, service), service, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);
    }
}
