using System.Data.Common;
using Alerts.Gateway.Audit;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Gateway.Storage;

// Appends and reads; nothing else is ever done to these rows. A unit of the writer is alone, so numbers are dense.
internal static class AuditRows
{
    private const string Select = "SELECT organisation, number, at_us, actor, key_id, action, target, detail, chain FROM audit WHERE organisation = $1";

    public static AuditEntry Append(IWriteSession session, AuditDraft draft, DateTimeOffset now)
    {
        (long number, byte[] chain) = session.QueryFirst(
            "SELECT number, chain FROM audit WHERE organisation = $1 ORDER BY number DESC LIMIT 1", r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1)), draft.Organisation.Value);
        var entry = AuditEntry.After(number, chain ?? AuditEntry.Start, draft, now);
        session.Defer(
            "INSERT INTO audit (organisation, number, at_us, actor, key_id, action, target, detail, chain) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            draft.Organisation.Value, entry.Number, entry.Time.ToMicroseconds(), draft.Actor, draft.Key, draft.Action, draft.Target, draft.Detail, entry.Chain);
        return entry;
    }

    public static IReadOnlyList<AuditEntry> After(IReadSession session, Scope organisation, long number, int count) =>
        session.Query(Select + " AND number > $2 ORDER BY number LIMIT $3", Read, organisation.Value, number, count);

    private static AuditEntry Read(DbDataReader row) => new(
        row.GetInt64(1),
        Instants.FromMicroseconds(row.GetInt64(2)),
        new AuditDraft(new Scope(row.GetString(0)), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7)),
        row.GetFieldValue<byte[]>(8));
}
