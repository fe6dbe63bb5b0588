using System.Reflection;
using Alerts.Platform.Storage.Postgres;
using Alerts.Tests.Engines;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(Alerts.Tests.Unit.PostgresFixture))]

namespace Alerts.Tests.Unit;

// The private server of a run on PostgreSQL; nothing in a run on SQLite.
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly HashSet<string> _templates = [];
    private PostgresInstance? _server;
    private int _databases;

    public static bool IsWanted => Environment.GetEnvironmentVariable("ALERTS_TEST_STORE") == "postgres";

    public async ValueTask InitializeAsync()
    {
        if (IsWanted)
            _server = await PostgresInstance.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _oneAtATime.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    // A copy of a database with the service's schema, which is made once.
    public async Task<PostgresOptions> NewDatabaseAsync(string name, Assembly service)
    {
        await _oneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_templates.Add(name))
            {
                await RunAsync($"CREATE DATABASE {name}");
                PostgresMigrations.Apply(Of(name), name, service);
            }

            string fresh = $"{name}{Interlocked.Increment(ref _databases)}";
            await RunAsync($"CREATE DATABASE {fresh} TEMPLATE {name}");
            return Of(fresh);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    // The address of a database with nothing in it.
    public async Task<string> EmptyDatabaseAsync()
    {
        string fresh = $"empty{Interlocked.Increment(ref _databases)}";
        await RunAsync($"CREATE DATABASE {fresh}");
        return Of(fresh).ConnectionString;
    }

    private PostgresOptions Of(string database) => new() { ConnectionString = $"postgresql://postgres@127.0.0.1:{_server!.Port}/{database}", Readers = 2 };

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_server!.Port};Username=postgres;Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
