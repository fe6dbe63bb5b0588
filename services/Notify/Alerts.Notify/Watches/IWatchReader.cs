namespace Alerts.Notify.Watches;

// Reads of the watches of one owner. Thread safe.
internal interface IWatchReader
{
    // Null when the owner has no such watch.
    Task<Watch?> FindAsync(WatchOwner owner, string id, CancellationToken cancellationToken);

    // Oldest first, after a watch (null: from the first), at most limit.
    Task<IReadOnlyList<Watch>> ListAsync(WatchOwner owner, (DateTimeOffset Created, string Id)? after, int limit, CancellationToken cancellationToken);
}
