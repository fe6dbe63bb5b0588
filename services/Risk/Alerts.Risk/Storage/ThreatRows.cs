using System.Text.Json;
using Alerts.Platform.Storage;
using Alerts.Risk.Situations;
using Alerts.Risk.Views;
using Alerts.Terms;

namespace Alerts.Risk.Storage;

/// <summary>The rows that the board is made from. Invariant: what is stored here is enough to make the board anew, bit for bit.</summary>
internal static class ThreatRows
{
    private const string InsertContribution =
        "INSERT INTO contribution (scope, incident_id, revision, latitude, longitude, country, local_day, lethal, removed, epoch, kept_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10) "
        + "ON CONFLICT (scope, incident_id) DO UPDATE SET revision = excluded.revision, latitude = excluded.latitude, longitude = excluded.longitude, "
        + "country = excluded.country, local_day = excluded.local_day, lethal = excluded.lethal, removed = 0, epoch = excluded.epoch, kept_by = excluded.kept_by "
        + "WHERE excluded.revision >= contribution.revision";

    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    /// <summary>Makes a board anew.</summary>
    /// <returns>The epoch up to which the board holds every commit.</returns>
    public static long Load(IReadSession session, ThreatBoard board)
    {
        board.Clear();
        return Math.Max(Follow(session, board, since: -1), 0);
    }

    /// <summary>Brings a board up to date with what other processes committed.</summary>
    /// <param name="session">Where from.</param>
    /// <param name="board">The board, which holds every commit up to <paramref name="since"/>.</param>
    /// <param name="since">Epoch.</param>
    /// <returns>The epoch up to which the board holds every commit now.</returns>
    public static long Follow(IReadSession session, ThreatBoard board, long since)
    {
        long through = AccessRows.Follow(session, board, since);
        session.Query(
            "SELECT epoch, country, first_day, last_day FROM cover WHERE epoch > $1",
            r =>
            {
                through = Math.Max(through, r.GetInt64(0));
                return board.Cover(new CountryCover(r.GetString(1), Day(r.GetInt64(2)), Day(r.GetInt64(3))));
            },
            since);
        session.Query(
            "SELECT epoch, scope, incident_id, removed, latitude, longitude, country, local_day, lethal, kept_by, revision FROM contribution WHERE epoch > $1",
            r =>
            {
                through = Math.Max(through, r.GetInt64(0));
                Contribution? contribution = r.GetInt64(3) == 1
                    ? null
                    : new Contribution(new GeoPoint(r.GetDouble(4), r.GetDouble(5)), r.GetString(6), Day(r.GetInt64(7)), r.GetInt64(8) == 1) { KeptBy = r.GetString(9) is { Length: > 0 } by ? by : null };
                board.Restore(new Scope(r.GetString(1)), r.GetString(2), r.GetInt64(10), contribution);
                return 0;
            },
            since);
        through = Math.Max(through, HistoryRows.Follow(session, board, since));
        session.Query(
            "SELECT epoch, state FROM situation WHERE epoch > $1",
            r =>
            {
                through = Math.Max(through, r.GetInt64(0));
                board.Restore(JsonSerializer.Deserialize<Situation>(r.GetFieldValue<byte[]>(1), Json)!);
                return 0;
            },
            since);
        return SignedRows.Follow(session, board, through, since);
    }

    /// <summary>Stores a thread, with the event that its latest incident revision came in.</summary>
    /// <remarks>Without an event the one stored before is kept.</remarks>
    public static void Save(IWriteSession session, Situation situation, byte[]? recorded)
    {
        byte[] state = JsonSerializer.SerializeToUtf8Bytes(situation, Json);
        if (recorded is null)
        {
            session.Defer(
                "UPDATE situation SET state = $1, epoch = $2 WHERE scope = $3 AND incident_id = $4", state, session.Turn.Epoch, situation.Scope.Value, situation.IncidentId);
            return;
        }

        session.Defer(
            "INSERT INTO situation (scope, incident_id, situation_id, state, recorded, epoch) VALUES ($1, $2, $3, $4, $5, $6) "
            + "ON CONFLICT (scope, incident_id) DO UPDATE SET state = excluded.state, recorded = excluded.recorded, epoch = excluded.epoch",
            situation.Scope.Value, situation.IncidentId, situation.Id, state, recorded, session.Turn.Epoch);
    }

    /// <summary>The event that a thread's latest incident revision came in; null for a thread that is not stored.</summary>
    public static byte[]? RecordedOf(IReadSession session, Scope scope, string incidentId) =>
        session.QueryFirst("SELECT recorded FROM situation WHERE scope = $1 AND incident_id = $2", r => r.GetFieldValue<byte[]>(0), scope.Value, incidentId);

    /// <summary>Stores what an incident adds to the forecast; an older revision than the stored one changes nothing.</summary>
    public static void Save(IWriteSession session, Scope scope, string incidentId, long revision, Contribution? contribution)
    {
        if (contribution is not { } c)
        {
            session.Defer(
                "UPDATE contribution SET removed = 1, revision = $1, epoch = $2 WHERE scope = $3 AND incident_id = $4 AND revision <= $1",
                revision, session.Turn.Epoch, scope.Value, incidentId);
            return;
        }

        session.Defer(InsertContribution, Row(session, scope, incidentId, revision, c));
    }

    /// <summary>The same, for one of whom nobody knows yet whether it is news.</summary>
    /// <returns>Whether it is: a revision not older than the stored one.</returns>
    public static bool SaveIfNews(IWriteSession session, Scope scope, string incidentId, long revision, Contribution? contribution)
    {
        if (contribution is { } c)
            return session.Execute(InsertContribution, Row(session, scope, incidentId, revision, c)) == 1;
        Save(session, scope, incidentId, revision, null);
        return true;
    }

    /// <summary>Stores for which days a country's history is complete.</summary>
    public static void Save(IWriteSession session, CountryCover cover) =>
        session.Defer(
            "INSERT INTO cover (country, first_day, last_day, epoch) VALUES ($1, $2, $3, $4) "
            + "ON CONFLICT (country) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day, epoch = excluded.epoch",
            cover.CountryCode, (long)cover.From.DayNumber, (long)cover.Through.DayNumber, session.Turn.Epoch);

    private static object?[] Row(IWriteSession session, Scope scope, string incidentId, long revision, Contribution c) =>
    [
        scope.Value, incidentId, revision, c.Point.Latitude, c.Point.Longitude, c.CountryCode, (long)c.LocalDay.DayNumber, c.Lethal ? 1L : 0L, session.Turn.Epoch, c.KeptBy ?? "",
    ];

    private static DateOnly Day(long number) => DateOnly.FromDayNumber((int)number);
}
