namespace Alerts.Platform.Storage;

/// <summary>Writes to a store, one unit after the other. Thread safe. Accepted means synced to disk.</summary>
/// <remarks>
/// It commits the units of many callers together (group commit), each still alone in success and failure. Errors:
/// <see cref="StoreUnavailableException"/> when the store itself cannot be written; anything that the delegate throws.
/// </remarks>
public interface IWriter
{
    /// <summary>Runs one unit of work. Completes once it is synced to disk.</summary>
    /// <param name="work">
    /// Short, synchronous, without other I/O. It may be run again after all that it did in the store was undone: whatever else it changes must
    /// follow <see cref="IWriteSession.AfterCommit"/>, be mended in <see cref="IWriteSession.AfterRollback"/>, or be the same the second time.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting for the turn; a unit that has begun is finished.</param>
    Task<T> WriteAsync<T>(Func<IWriteSession, T> work, CancellationToken cancellationToken);

    /// <summary>Runs one unit of work that knows beforehand what it will ask: its questions travel with the wait for the turn, which saves a round trip.</summary>
    /// <param name="ask">Only asks (<see cref="IReadSession.Ask"/>); must not look at a row or at the clock.</param>
    /// <param name="work">The rest, as for <see cref="WriteAsync{T}"/>.</param>
    /// <param name="cancellationToken">As for <see cref="WriteAsync{T}"/>.</param>
    Task<T> WriteAsync<TAsked, T>(Func<IWriteSession, TAsked> ask, Func<IWriteSession, TAsked, T> work, CancellationToken cancellationToken) =>
        WriteAsync(session => work(session, ask(session)), cancellationToken);
}
