using System.Data.Common;
using Alerts.Notify.Watches;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Notify.Storage;

// How rows of the watch table are read.
internal static class WatchSql
{
    public const string Select =
        "SELECT id, organisation, subject, display_name, filter, settings, version, created_us, updated_us FROM watch WHERE organisation = $1 AND subject = $2";

    public static Watch? Find(IReadSession session, WatchOwner owner, string id) =>
        session.QueryFirst(Select + " AND id = $3", Read, owner.Organisation.Value, owner.Subject, id);

    public static Watch Read(DbDataReader row) => new(
        row.GetString(0),
        new WatchOwner(new Scope(row.GetString(1)), row.GetString(2)),
        row.GetString(3),
        row.GetFieldValue<byte[]>(4),
        row.GetFieldValue<byte[]>(5),
        row.GetInt64(6),
        Instants.FromMicroseconds(row.GetInt64(7)),
        Instants.FromMicroseconds(row.GetInt64(8)));
}
