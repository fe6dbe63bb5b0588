using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Risk.Storage;

/// <summary>What was said about cities, as it was said. Rows are only ever added.</summary>
internal static class ThreatHistory
{
    /// <summary>The revision that the next row of a city gets: 1 and upwards, dense.</summary>
    public static long NextRevision(IReadSession session, Scope scope, int cityId) =>
        1 + session.QueryFirst("SELECT coalesce(max(revision), 0) FROM threat_history WHERE scope = $1 AND city_id = $2", r => r.GetInt64(0), scope.Value, (long)cityId);

    /// <summary>Adds a row.</summary>
    public static void Add(IWriteSession session, Scope scope, int cityId, long revision, DateTimeOffset asOf, byte[] body) =>
        session.Defer(
            "INSERT INTO threat_history (scope, city_id, revision, as_of_us, body) VALUES ($1, $2, $3, $4, $5)",
            scope.Value, (long)cityId, revision, asOf.ToMicroseconds(), body);

    /// <summary>What was said last at or before an instant; null when nothing had been said.</summary>
    public static byte[]? At(IReadSession session, Scope scope, int cityId, DateTimeOffset instant) =>
        session.QueryFirst(
            "SELECT body FROM threat_history WHERE scope = $1 AND city_id = $2 AND as_of_us <= $3 ORDER BY revision DESC LIMIT 1",
            r => r.GetFieldValue<byte[]>(0), scope.Value, (long)cityId, instant.ToMicroseconds());

    /// <summary>A page of rows below a revision, newest first.</summary>
    public static IReadOnlyList<(long Revision, byte[] Body)> Page(
        IReadSession session, Scope scope, int cityId, DateTimeOffset from, DateTimeOffset to, long before, int size) =>
        session.Query(
            "SELECT revision, body FROM threat_history WHERE scope = $1 AND city_id = $2 AND as_of_us >= $3 AND as_of_us < $4 AND revision < $5 ORDER BY revision DESC LIMIT $6",
            r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1)),
            scope.Value, (long)cityId, from.ToMicroseconds(), to.ToMicroseconds(), before, (long)size);
}
