using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

// A connection that is opened when it is needed and looked after while it rests. Used by one thread at a time.
internal sealed class PostgresLink(PostgresConnections connections, string purpose) : IDisposable
{
    // A round trip more in a pause of this length costs nobody anything.
    private static readonly TimeSpan LongPause = TimeSpan.FromMilliseconds(500);

    private NpgsqlConnection? _connection;
    private long _lastUse;

    public NpgsqlConnection Connection => _connection ??= Open();

    public void Used() => _lastUse = connections.Time.GetTimestamp();

    // A server that was restarted while nothing was under way is noticed here and not by somebody's statement. Asked for after a pause only.
    public void Renew()
    {
        if (connections.Time.GetElapsedTime(_lastUse) < LongPause)
            return;
        try
        {
            using NpgsqlCommand ping = Connection.CreateCommand();
            ping.CommandText = "SELECT 1";
            ping.ExecuteScalar();
        }
        catch (NpgsqlException)
        {
            Dispose();
            _connection = Open();
        }
    }

    public void Dispose()
    {
        try
        {
            _connection?.Dispose();
        }
        catch (NpgsqlException)
        {
            // The connection was gone already: the server undoes what was open.
        }

        _connection = null;
    }

    private NpgsqlConnection Open()
    {
        NpgsqlConnection connection = connections.Open(purpose);
        Used();
        return connection;
    }
}
