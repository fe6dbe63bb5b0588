using Alerts.Terms;

namespace Alerts.Platform.Storage;

/// <summary>One service's store. Thread safe. Accepted means synced to disk.</summary>
/// <remarks>
/// Errors: <see cref="StoreUnavailableException"/> when the store itself cannot be read or written; anything that the delegate throws.
/// </remarks>
public interface IStore : IWriter, IAsyncDisposable
{
    /// <summary>Name of the service that owns it, such as <c>ingest</c>.</summary>
    string Name { get; }

    /// <summary>Whether other processes may write to it as well. Default: no.</summary>
    bool IsShared => false;

    /// <summary>A writer whose units may run beside those of the store itself. Lives as long as the store. Default: the store itself, which has one writer.</summary>
    /// <remarks>Such units see what others committed before each statement, and must change nothing that others decide on; their turn has no number.</remarks>
    /// <param name="fence">
    /// A statement that changes one row, which is locked until the commit, and returns one whole number: units of all processes with the same fence
    /// take turns, and whoever else changes that row takes turns with them.
    /// </param>
    IWriter Beside(string fence) => this;

    /// <summary>Runs queries on a consistent snapshot that holds everything committed before the call.</summary>
    Task<T> ReadAsync<T>(Func<IReadSession, T> work, CancellationToken cancellationToken);

    /// <summary>
    /// Runs queries for a caller of an organisation. Where the database can (row-level security on PostgreSQL), it shows only what is shared and what is
    /// that organisation's: a second wall behind the filters, which queries must have all the same.
    /// </summary>
    Task<T> ReadAsync<T>(Scope viewer, Func<IReadSession, T> work, CancellationToken cancellationToken) => ReadAsync(work, cancellationToken);
}
