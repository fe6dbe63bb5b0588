using System.Text.Json;
using Alerts.Platform.Storage;
using Alerts.Risk.Levels;
using Alerts.Risk.Views;

namespace Alerts.Risk.Storage;

/// <summary>What advisers have signed, as rows. Invariant: what is stored here is enough to make it anew.</summary>
internal static class SignedRows
{
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    /// <summary>Brings a board up to date with what was committed after an epoch.</summary>
    /// <param name="session">Where from.</param>
    /// <param name="board">The board.</param>
    /// <param name="through">The epoch up to which other rows were read.</param>
    /// <param name="since">Epoch after which these rows are read.</param>
    /// <returns>The highest epoch of both.</returns>
    public static long Follow(IReadSession session, ThreatBoard board, long through, long since)
    {
        session.Query(
            "SELECT epoch, state FROM signed_area WHERE epoch > $1",
            r =>
            {
                through = Math.Max(through, r.GetInt64(0));
                board.Restore(JsonSerializer.Deserialize<SignedArea>(r.GetFieldValue<byte[]>(1), Json)!);
                return 0;
            },
            since);
        return through;
    }

    /// <summary>Stores an area in its new state.</summary>
    public static void Save(IWriteSession session, SignedArea area) => session.Defer(
        "INSERT INTO signed_area (scope, area, state, epoch) VALUES ($1, $2, $3, $4) "
        + "ON CONFLICT (scope, area) DO UPDATE SET state = excluded.state, epoch = excluded.epoch",
        area.Scope.Value, area.Area.Name, JsonSerializer.SerializeToUtf8Bytes(area, Json), session.Turn.Epoch);
}
