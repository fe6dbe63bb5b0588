using Alerts.Platform.Storage.Postgres;
using Alerts.Tests.Engines;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Alerts.Tests.Conformance.Storage;

/// <summary>A private server for the tests of one class, a database for each test.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private int _databases;

    public PostgresInstance Instance { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Instance = await PostgresInstance.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Instance.DisposeAsync();

    /// <summary>A fresh database with the tests' own schema in it.</summary>
    public async Task<PostgresOptions> NewDatabaseAsync()
    {
        string name = $"db{Interlocked.Increment(ref _databases)}";
        await RunAsync($"CREATE DATABASE {name}");
        var options = new PostgresOptions { ConnectionString = $"postgresql://postgres@127.0.0.1:{Instance.Port}/{name}" };
        PostgresMigrations.Apply(options, "test", typeof(PostgresServer).Assembly);
        return options;
    }

    /// <summary>Runs a statement as the superuser beside the store; gives its first value.</summary>
    public async Task<object?> RunAsync(string sql, PostgresOptions? options = null)
    {
        await using NpgsqlConnection connection = await ConnectAsync(options);
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async Task<NpgsqlConnection> ConnectAsync(PostgresOptions? options = null)
    {
        NpgsqlConnectionStringBuilder address = PostgresAddress.Parse(options?.ConnectionString ?? Instance.Uri);
        address.Pooling = false;
        var connection = new NpgsqlConnection(address.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public static Task<PostgresStore> OpenAsync(PostgresOptions options) => PostgresStore.OpenAsync(
        "test", options, typeof(PostgresServer).Assembly, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);
}
