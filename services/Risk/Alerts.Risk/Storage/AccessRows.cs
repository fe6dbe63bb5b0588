using System.Text.Json;
using Alerts.Platform.Storage;
using Alerts.Risk.Access;
using Alerts.Risk.Views;
using Alerts.Terms;

namespace Alerts.Risk.Storage;

/// <summary>The rows that the board's half about access is made from. Invariant: as for <see cref="ThreatRows"/>.</summary>
internal static class AccessRows
{
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    /// <summary>Brings a board up to date with what other processes committed.</summary>
    /// <returns>The epoch up to which the board holds every commit now.</returns>
    public static long Follow(IReadSession session, ThreatBoard board, long since)
    {
        long through = since;
        Read<AccessReport>("SELECT epoch, body FROM access_evidence WHERE epoch > $1", board.Restore);
        Read<Entered>("SELECT epoch, body FROM access_entry WHERE epoch > $1", e => board.Restore(e.Scope, e.Entry));
        Read<AccessThread>("SELECT epoch, body FROM access_thread WHERE epoch > $1", board.Restore);
        return through;

        void Read<T>(string sql, Action<T> restore) => session.Query(
            sql,
            r =>
            {
                through = Math.Max(through, r.GetInt64(0));
                restore(JsonSerializer.Deserialize<T>(r.GetFieldValue<byte[]>(1), Json)!);
                return 0;
            },
            since);
    }

    /// <summary>Stores what an incident says of access now; a row stays when it says nothing any more, so that other processes learn of it.</summary>
    public static void Save(IWriteSession session, AccessReport report) => session.Defer(
        "INSERT INTO access_evidence (scope, incident_id, body, epoch) VALUES ($1, $2, $3, $4) "
        + "ON CONFLICT (scope, incident_id) DO UPDATE SET body = excluded.body, epoch = excluded.epoch",
        report.Scope.Value, report.IncidentId, JsonSerializer.SerializeToUtf8Bytes(report, Json), session.Turn.Epoch);

    /// <summary>Stores a person's entry; rows are only ever added.</summary>
    public static void Save(IWriteSession session, Scope scope, AccessEntry entry) => session.Defer(
        "INSERT INTO access_entry (scope, entry_id, body, epoch) VALUES ($1, $2, $3, $4)",
        scope.Value, entry.Id, JsonSerializer.SerializeToUtf8Bytes(new Entered(scope, entry), Json), session.Turn.Epoch);

    /// <summary>Stores what officers were told.</summary>
    public static void Save(IWriteSession session, AccessThread thread) => session.Defer(
        "INSERT INTO access_thread (scope, city_id, body, epoch) VALUES ($1, $2, $3, $4) "
        + "ON CONFLICT (scope, city_id) DO UPDATE SET body = excluded.body, epoch = excluded.epoch",
        thread.Scope.Value, (long)thread.CityId, JsonSerializer.SerializeToUtf8Bytes(thread, Json), session.Turn.Epoch);

    private sealed record Entered(Scope Scope, AccessEntry Entry);
}
