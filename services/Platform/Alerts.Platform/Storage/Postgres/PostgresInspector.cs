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
}
