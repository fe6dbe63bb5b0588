using Alerts.Notify.Watches;
using Alerts.Platform.Storage;

namespace Alerts.Notify.Storage;

internal sealed class WatchUnit(IWriteSession session) : IWatchUnit
{
    public Watch? Find(WatchOwner owner, string id) => WatchSql.Find(session, owner, id);

    public long Count(WatchOwner owner) => session.QueryFirst(
        "SELECT COUNT(*) FROM watch WHERE organisation = $1 AND subject = $2", r => r.GetInt64(0), owner.Organisation.Value, owner.Subject);

    public void Insert(Watch watch) => session.Execute(
        """
        INSERT INTO watch (id, organisation, subject, display_name, filter, version, created_us, updated_us)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        watch.Id, watch.Owner.Organisation.Value, watch.Owner.Subject, watch.DisplayName, watch.Filter.ToArray(), watch.Version,
        watch.Created.ToMicroseconds(), watch.Updated.ToMicroseconds());

    public void Replace(Watch watch) => session.Execute(
        "UPDATE watch SET display_name = $1, filter = $2, version = $3, updated_us = $4 WHERE id = $5",
        watch.DisplayName, watch.Filter.ToArray(), watch.Version, watch.Updated.ToMicroseconds(), watch.Id);

    public bool Delete(WatchOwner owner, string id) => session.Execute(
        "DELETE FROM watch WHERE organisation = $1 AND subject = $2 AND id = $3", owner.Organisation.Value, owner.Subject, id) > 0;
}
