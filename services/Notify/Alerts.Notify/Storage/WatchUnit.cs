using Alerts.Notify.Watches;
using Alerts.Platform.Storage;

namespace Alerts.Notify.Storage;

internal sealed class WatchUnit(IWriteSession session) : IWatchUnit
{
    // Followers read each second; what they missed for this long they take for a change of everything.
    private static readonly TimeSpan ChangesKept = TimeSpan.FromHours(1);

    public Watch? Find(WatchOwner owner, string id) => WatchSql.Find(session, owner, id);

    public long Count(WatchOwner owner) => session.QueryFirst(
        "SELECT COUNT(*) FROM watch WHERE organisation = $1 AND subject = $2", r => r.GetInt64(0), owner.Organisation.Value, owner.Subject);

    public void Insert(Watch watch) => session.Execute(
        """
        INSERT INTO watch (id, organisation, subject, display_name, filter, settings, version, created_us, updated_us)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        watch.Id, watch.Owner.Organisation.Value, watch.Owner.Subject, watch.DisplayName, watch.Filter.ToArray(), watch.Settings.ToArray(),
        watch.Version, watch.Created.ToMicroseconds(), watch.Updated.ToMicroseconds());

    public void Replace(Watch watch)
    {
        session.Execute(
            "UPDATE watch SET display_name = $1, filter = $2, settings = $3, version = $4, updated_us = $5 WHERE id = $6",
            watch.DisplayName, watch.Filter.ToArray(), watch.Settings.ToArray(), watch.Version, watch.Updated.ToMicroseconds(), watch.Id);
        Note(watch.Id, watch.Updated);
    }

    public bool Delete(WatchOwner owner, string id, DateTimeOffset now)
    {
        bool existed = session.Execute(
            "DELETE FROM watch WHERE organisation = $1 AND subject = $2 AND id = $3", owner.Organisation.Value, owner.Subject, id) > 0;
        if (existed)
            Note(id, now);
        return existed;
    }

    // Writers take turns, so numbers are committed in their order.
    private void Note(string id, DateTimeOffset now)
    {
        session.Execute("DELETE FROM watch_change WHERE changed_us < $1 AND number < (SELECT MAX(number) FROM watch_change)", (now - ChangesKept).ToMicroseconds());
        session.Execute(
            "INSERT INTO watch_change (number, watch_id, changed_us) SELECT COALESCE(MAX(number), 0) + 1, $1, $2 FROM watch_change", id, now.ToMicroseconds());
    }
}
