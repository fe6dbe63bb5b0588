using Alerts.Terms;

namespace Alerts.Platform.Storage;

/// <summary>One service's store. Thread safe. Accepted means synced to disk.</summary>
/// <remarks>
/// There is one writer; it commits the units of many callers together (group commit), each still alone in success and failure.
/// Errors: <see cref="StoreUnavailableException"/> when the store itself cannot be read or written; anything that the delegate throws.
/// </remarks>
public interface IStore : IAsyncDisposable
{
    /// <summary>Name of the service that owns it, such as <c>ingest</c>.</summary>
    string Name { get; }

    /// <summary>Whether other processes may write to it as well. Default: no.</summary>
    bool IsShared => false;

    /// <summary>Runs one unit of work on the writer. Completes once it is synced to disk.</summary>
    /// <param name="work">Short, synchronous, without other I/O; runs once.</param>
    /// <param name="cancellationToken">Gives up waiting for the turn; a unit that has begun is finished.</param>
    Task<T> WriteAsync<T>(Func<IWriteSession, T> work, CancellationToken cancellationToken);

    /// <summary>Runs queries on a consistent snapshot that holds everything committed before the call.</summary>
    Task<T> ReadAsync<T>(Func<IReadSession, T> work, CancellationToken cancellationToken);

    /// <summary>
    /// Runs queries for a caller of an organisation. Where the database can (row-level security on PostgreSQL), it shows only what is shared and what is
    /// that organisation's: a second wall behind the filters, which queries must have all the same.
    /// </summary>
    Task<T> ReadAsync<T>(Scope viewer, Func<IReadSession, T> work, CancellationToken cancellationToken) => ReadAsync(work, cancellationToken);
}
