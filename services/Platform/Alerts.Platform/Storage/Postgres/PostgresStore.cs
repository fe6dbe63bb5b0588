using System.Collections.Concurrent;
using System.Reflection;
using Alerts.Terms;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Storage.Postgres;

/// <summary>
/// A store in one schema of a PostgreSQL database. Several processes may open the same one: their units take turns. After a lost connection it
/// is back by itself as soon as the database listens; a commit whose answer was lost is told as unavailable, so callers repeat with the same
/// request id or event id.
/// </summary>
public sealed class PostgresStore : IStore
{
    private static readonly TimeSpan StartRetry = TimeSpan.FromMilliseconds(250);

    private readonly PostgresConnections _connections;
    private readonly ILogger _logger;
    private readonly PostgresWriter _writer;
    private readonly ConcurrentBag<PostgresWriter> _others = [];
    private readonly PostgresReaders _readers;

    private PostgresStore(PostgresConnections connections, int readers, ILogger logger)
    {
        Name = connections.Service;
        (_connections, _logger) = (connections, logger);
        _writer = new PostgresWriter(connections, logger);
        _readers = new PostgresReaders(connections, readers);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <summary>Opens the store. Waits up to <see cref="PostgresOptions.StartSeconds"/> for a database that is not there yet.</summary>
    /// <param name="name">Name of the service; also of its schema: a–z, then a–z, 0–9 and <c>_</c>, at most 40.</param>
    /// <param name="options">The database.</param>
    /// <param name="migrations">The assembly that embeds the service's own scripts (Storage/Migrations/Postgres/*.sql).</param>
    /// <param name="time">Clock of retries.</param>
    /// <param name="logger">Log.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="StoreSchemaException">The schema is missing or of another version, or the server's settings break the promise.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public static async Task<PostgresStore> OpenAsync(
        string name, PostgresOptions options, Assembly migrations, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var connections = new PostgresConnections(name, options, time);
        long began = time.GetTimestamp();
        while (true)
        {
            try
            {
                PostgresMigrations.Check(connections, migrations);
                return new PostgresStore(connections, options.Readers, logger);
            }
            catch (StoreUnavailableException) when (time.GetElapsedTime(began).TotalSeconds < options.StartSeconds)
            {
                await Task.Delay(StartRetry, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<IWriteSession, T> work, CancellationToken cancellationToken) => _writer.WriteAsync(work, cancellationToken);

    /// <inheritdoc/>
    public Task<T> WriteAsync<TAsked, T>(Func<IWriteSession, TAsked> ask, Func<IWriteSession, TAsked, T> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(ask, work, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>With a connection and a thread of its own.</remarks>
    public IWriter Beside(string fence)
    {
        var writer = new PostgresWriter(_connections, _logger, fence);
        _others.Add(writer);
        return writer;
    }

    /// <inheritdoc/>
    /// <remarks>Runs on a thread of the store's own, at most <see cref="PostgresOptions.Readers"/> at a time.</remarks>
    public Task<T> ReadAsync<T>(Func<IReadSession, T> work, CancellationToken cancellationToken) => _readers.ReadAsync(work, viewer: null, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>As the role of readers under row-level security, within the same transaction; costs no round trip.</remarks>
    public Task<T> ReadAsync<T>(Scope viewer, Func<IReadSession, T> work, CancellationToken cancellationToken) => _readers.ReadAsync(work, viewer, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        foreach (PostgresWriter other in _others)
            await other.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }
}
