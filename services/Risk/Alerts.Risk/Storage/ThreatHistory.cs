using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Risk.Storage;

/// <summary>What was said about cities, as it was said. Rows are only ever added. The revision in the column counts, not the one in the body.</summary>
internal static class ThreatHistory
{
    /// <summary>Adds a row; its revision is the city's next: 1 and upwards, dense.</summary>
    public static void Add(IWriteSession session, Scope scope, int cityId, DateTimeOffset asOf, byte[] body) =>
        session.Defer(
            "INSERT INTO threat_history (scope, city_id, revision, as_of_us, body) "
            + "SELECT $1, $2, 1 + coalesce(max(revision), 0), $3, $4 FROM threat_history WHERE scope = $1 AND city_id = $2",
            scope.Value, (long)cityId, asOf.ToMicroseconds(), body);

    /// <summary>What was said last at or before an instant; null when nothing had been said.</summary>
    public static (long Revision, byte[] Body)? At(IReadSession session, Scope scope, int cityId, DateTimeOffset instant) =>
        session.QueryFirst<(long, byte[])?>(
            "SELECT revision, body FROM threat_history WHERE scope = $1 AND city_id = $2 AND as_of_us <= $3 ORDER BY revision DESC LIMIT 1",
            r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1)), scope.Value, (long)cityId, instant.ToMicroseconds());

    /// <summary>A page of rows below a revision, newest first.</summary>
    public static IReadOnlyList<(long Revision, byte[] Body)> Page(
        IReadSession session, Scope scope, int cityId, DateTimeOffset from, DateTimeOffset to, long before, int size) =>
        session.Query(
            "SELECT revision, body FROM threat_history WHERE scope = $1 AND city_id = $2 AND as_of_us >= $3 AND as_of_us < $4 AND revision < $5 ORDER BY revision DESC LIMIT $6",
            r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1)),
            scope.Value, (long)cityId, from.ToMicroseconds(), to.ToMicroseconds(), before, (long)size);
}
