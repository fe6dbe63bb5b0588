using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Alerts.Platform.Storage.Postgres;

// Opens connections of one service that keep the promise "accepted means synced to disk". Thread safe.
internal sealed partial class PostgresConnections
{
    // Statements that are kept prepared per connection; the services have about a hundred, some with a variant for null.
    private const int PreparedStatements = 512;

    // A whole group of small units in one write to the socket.
    private const int WriteBuffer = 64 << 10;
    private const int ConnectSeconds = 3;

    // The oldest that the conformance tests run on; writers rely on nothing newer.
    private const int OldestVersion = 150_000;

    private readonly PostgresOptions _options;

    public PostgresConnections(string service, PostgresOptions options, TimeProvider time)
    {
        if (!ServiceName().IsMatch(service))
            throw new ArgumentException($"'{service}' is not a name for a schema: a-z, then a-z, 0-9 and _, at most 40.", nameof(service));
        Service = service;
        _options = options;
        Time = time;
    }

    public string Service { get; }

    public TimeProvider Time { get; }

    public int CommandSeconds => _options.CommandTimeoutSeconds;

    // The settings hold from the first statement on, whatever the role's or the database's own are.
    public string Settings(string purpose)
    {
        NpgsqlConnectionStringBuilder settings = PostgresAddress.Read(_options);
        settings.SearchPath = Service;
        settings.Options = $"{settings.Options} -c synchronous_commit=on -c idle_in_transaction_session_timeout={_options.IdleInTransactionSeconds}s -c client_min_messages=warning".Trim();
        settings.ApplicationName = $"alerts {Service} {purpose}";
        settings.CommandTimeout = _options.CommandTimeoutSeconds;
        settings.Timeout = ConnectSeconds;
        settings.Pooling = false;
        settings.Enlist = false;
        settings.MaxAutoPrepare = PreparedStatements;
        settings.AutoPrepareMinUsages = 2;
        settings.WriteBufferSize = WriteBuffer;

        // Details of errors hold values of rows, and those may be about people.
        settings.IncludeErrorDetail = false;
        return settings.ToString();
    }

    // Opens a connection and reads back what the promise rests on.
    public NpgsqlConnection Open(string purpose)
    {
        try
        {
            var connection = new NpgsqlConnection(Settings(purpose));
            try
            {
                connection.Open();
                Check(connection);
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is NpgsqlException or IOException or UnauthorizedAccessException or FormatException or TimeoutException)
        {
            throw PostgresErrors.Unavailable(Service, e);
        }
    }

    private void Check(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT current_setting('server_version_num'), current_setting('fsync'), current_setting('synchronous_commit'), pg_is_in_recovery()";
        using NpgsqlDataReader reader = command.ExecuteReader();
        reader.Read();
        if (int.Parse(reader.GetString(0), CultureInfo.InvariantCulture) < OldestVersion)
            throw new StoreSchemaException("PostgreSQL 15 or later is needed.");
        if (reader.GetString(1) != "on" || reader.GetString(2) != "on")
            throw new StoreSchemaException($"fsync is {reader.GetString(1)} and synchronous_commit is {reader.GetString(2)}: both must be on, else what was accepted may be lost.");
        if (reader.GetBoolean(3))
            throw new StoreUnavailableException($"The store {Service} fails: this server is a standby and takes no writes.", new InvalidOperationException("pg_is_in_recovery"));
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex ServiceName();
}
