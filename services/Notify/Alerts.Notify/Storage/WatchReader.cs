using Alerts.Notify.Watches;
using Alerts.Platform.Storage;

namespace Alerts.Notify.Storage;

internal sealed class WatchReader(IStore store) : IWatchReader
{
    private const string Page = WatchSql.Select + " AND (created_us > $3 OR (created_us = $3 AND id > $4)) ORDER BY created_us, id LIMIT $5";

    public Task<Watch?> FindAsync(WatchOwner owner, string id, CancellationToken cancellationToken) =>
        store.ReadAsync(owner.Organisation, session => WatchSql.Find(session, owner, id), cancellationToken);

    public Task<IReadOnlyList<Watch>> ListAsync(
        WatchOwner owner, (DateTimeOffset Created, string Id)? after, int limit, CancellationToken cancellationToken)
    {
        long created = after?.Created.ToMicroseconds() ?? long.MinValue;
        string id = after?.Id ?? "";
        return store.ReadAsync(
            owner.Organisation,
            session => session.Query(Page, WatchSql.Read, owner.Organisation.Value, owner.Subject, created, id, (long)limit),
            cancellationToken);
    }

    public Task<long> NewestChangeAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.QueryFirst("SELECT COALESCE(MAX(number), 0) FROM watch_change", r => r.GetInt64(0)), cancellationToken);

    public Task<IReadOnlyList<WatchChange>> ChangesAsync(long after, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.Query(
            "SELECT number, watch_id FROM watch_change WHERE number > $1 ORDER BY number", r => new WatchChange(r.GetInt64(0), r.GetString(1)), after),
        cancellationToken);
}
