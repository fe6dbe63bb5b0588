using System.Text.Json;
using Alerts.Platform.Storage;
using Alerts.Risk.Situations;
using Alerts.Risk.Views;
using Alerts.Terms;

namespace Alerts.Risk.Storage;

/// <summary>The rows that the board is made from. Invariant: what is stored here is enough to make the board anew, bit for bit.</summary>
internal static class ThreatRows
{
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    /// <summary>Makes a board anew.</summary>
    public static void Load(IReadSession session, ThreatBoard board)
    {
        board.Clear();
        foreach (CountryCover cover in session.Query("SELECT country, first_day, last_day FROM cover", r => new CountryCover(r.GetString(0), Day(r.GetInt64(1)), Day(r.GetInt64(2)))))
            board.Cover(cover);
        session.Query(
            "SELECT scope, incident_id, latitude, longitude, country, local_day, lethal FROM contribution",
            r =>
            {
                board.Contribute(
                    new Scope(r.GetString(0)),
                    r.GetString(1),
                    new Contribution(new GeoPoint(r.GetDouble(2), r.GetDouble(3)), r.GetString(4), Day(r.GetInt64(5)), r.GetInt64(6) == 1));
                return 0;
            });
        foreach (Situation situation in session.Query("SELECT state FROM situation", r => JsonSerializer.Deserialize<Situation>(r.GetFieldValue<byte[]>(0), Json)!))
            board.Restore(situation);
    }

    /// <summary>Stores a thread, with the event that its latest incident revision came in.</summary>
    /// <remarks>Without an event the one stored before is kept.</remarks>
    public static void Save(IWriteSession session, Situation situation, byte[]? recorded)
    {
        byte[] state = JsonSerializer.SerializeToUtf8Bytes(situation, Json);
        if (recorded is null)
        {
            session.Execute("UPDATE situation SET state = $3 WHERE scope = $1 AND incident_id = $2", situation.Scope.Value, situation.IncidentId, state);
            return;
        }

        session.Execute(
            "INSERT INTO situation (scope, incident_id, situation_id, state, recorded) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (scope, incident_id) DO UPDATE SET state = excluded.state, recorded = excluded.recorded",
            situation.Scope.Value, situation.IncidentId, situation.Id, state, recorded);
    }

    /// <summary>The event that a thread's latest incident revision came in; null for a thread that is not stored.</summary>
    public static byte[]? RecordedOf(IReadSession session, Scope scope, string incidentId) =>
        session.QueryFirst("SELECT recorded FROM situation WHERE scope = $1 AND incident_id = $2", r => r.GetFieldValue<byte[]>(0), scope.Value, incidentId);

    /// <summary>Stores what an incident adds to the forecast.</summary>
    /// <returns>Whether it is news: a revision not older than the stored one.</returns>
    public static bool Save(IWriteSession session, Scope scope, string incidentId, long revision, Contribution? contribution)
    {
        if (contribution is not { } c)
        {
            session.Execute("DELETE FROM contribution WHERE scope = $1 AND incident_id = $2 AND revision <= $3", scope.Value, incidentId, revision);
            return true;
        }

        return session.Execute(
            "INSERT INTO contribution (scope, incident_id, revision, latitude, longitude, country, local_day, lethal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
            + "ON CONFLICT (scope, incident_id) DO UPDATE SET revision = excluded.revision, latitude = excluded.latitude, longitude = excluded.longitude, "
            + "country = excluded.country, local_day = excluded.local_day, lethal = excluded.lethal WHERE excluded.revision >= contribution.revision",
            scope.Value, incidentId, revision, c.Point.Latitude, c.Point.Longitude, c.CountryCode, (long)c.LocalDay.DayNumber, c.Lethal ? 1L : 0L) == 1;
    }

    /// <summary>Stores for which days a country's history is complete.</summary>
    public static void Save(IWriteSession session, CountryCover cover) =>
        session.Execute(
            "INSERT INTO cover (country, first_day, last_day) VALUES ($1, $2, $3) ON CONFLICT (country) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day",
            cover.CountryCode, (long)cover.From.DayNumber, (long)cover.Through.DayNumber);

    private static DateOnly Day(long number) => DateOnly.FromDayNumber((int)number);
}
