using System.Reflection;
using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>What an operator asks of the database. Each call has a connection of its own; changes nothing. Thread safe.</summary>
/// <remarks>Errors of every call: <see cref="StoreUnavailableException"/> when the database does not answer or does not let the user in.</remarks>
/// <param name="options">Where it is; validated by the caller.</param>
public sealed class PostgresInspector(PostgresOptions options)
{
    /// <summary>The database as it is found.</summary>
    public PostgresState Read()
    {
        using NpgsqlConnection connection = new PostgresConnections("doctor", options, TimeProvider.System).Open("inspector");
        try
        {
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = "SELECT clock_timestamp(), coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false), coalesce(host(inet_server_addr()), '')";
            using NpgsqlDataReader row = command.ExecuteReader();
            row.Read();
            string address = row.GetString(2);
            return new PostgresState(
                connection.PostgreSqlVersion,
                row.GetFieldValue<DateTimeOffset>(0),
                row.GetBoolean(1),
                address.Length == 0 || System.Net.IPAddress.IsLoopback(System.Net.IPAddress.Parse(address)));
        }
        catch (NpgsqlException e)
        {
            throw PostgresErrors.Unavailable("database", e);
        }
    }

    /// <summary>Size of the database on disk, in bytes.</summary>
    public long Bytes()
    {
        using NpgsqlConnection connection = new PostgresConnections("doctor", options, TimeProvider.System).Open("inspector");
        using NpgsqlCommand command = new("SELECT pg_database_size(current_database())", connection);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Whether a service has a session: names of those that do, such as <c>ingest</c>.</summary>
    /// <param name="services">The names to look for.</param>
    public IReadOnlyList<string> Running(IReadOnlyList<string> services) => Names(
        "SELECT DISTINCT split_part(application_name, ' ', 2) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'alerts %'", services);

    /// <summary>Which of these schemas there are.</summary>
    /// <param name="schemas">Names of schemas.</param>
    public IReadOnlyList<string> Present(IReadOnlyList<string> schemas) => Names("SELECT nspname FROM pg_namespace", schemas);

    /// <summary>Whether a service's schema is the one that this version needs.</summary>
    /// <param name="name">Name of the service.</param>
    /// <param name="scripts">The assembly with its scripts.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public string? SchemaFault(string name, Assembly scripts)
    {
        try
        {
            PostgresMigrations.Check(new PostgresConnections(name, options, TimeProvider.System), scripts);
            return null;
        }
        catch (StoreSchemaException e)
        {
            return e.Message;
        }
    }

    private IReadOnlyList<string> Names(string sql, IReadOnlyList<string> among)
    {
        using NpgsqlConnection connection = new PostgresConnections("doctor", options, TimeProvider.System).Open("inspector");
        try
        {
            using NpgsqlCommand command = new(sql, connection);
            using NpgsqlDataReader row = command.ExecuteReader();
            var found = new HashSet<string>();
            while (row.Read())
                found.Add(row.GetString(0));
            return [.. among.Where(found.Contains)];
        }
        catch (NpgsqlException e)
        {
            throw PostgresErrors.Unavailable("database", e);
        }
    }
}
