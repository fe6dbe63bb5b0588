namespace Alerts.Notify.Watches;

// Reads of the watches of one owner. Thread safe.
internal interface IWatchReader
{
    // Null when the owner has no such watch.
    Task<Watch?> FindAsync(WatchOwner owner, string id, CancellationToken cancellationToken);

    // Oldest first, after a watch (null: from the first), at most limit.
    Task<IReadOnlyList<Watch>> ListAsync(WatchOwner owner, (DateTimeOffset Created, string Id)? after, int limit, CancellationToken cancellationToken);

    // Number of the newest change of any watch; 0 when there was none.
    Task<long> NewestChangeAsync(CancellationToken cancellationToken);

    // Changes of any owner's watches after a number, oldest first.
    Task<IReadOnlyList<WatchChange>> ChangesAsync(long after, CancellationToken cancellationToken);
}
