using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

// One value of one row, for the rare questions beside the stores. Thread safe.
internal static class PostgresQuery
{
    // The default of the type when there is no row, or null in it.
    public static async Task<T?> OneAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using NpgsqlCommand command = new(sql, connection);
        foreach (object value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is T answer ? answer : default;
    }
}
