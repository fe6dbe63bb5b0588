using System.Data.Common;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Wire;
using Alerts.Platform.Storage;
using Alerts.Terms;
using Google.Protobuf;

namespace Alerts.Ingest.Storage;

// Incidents as rows.
internal static class IncidentRows
{
    public const string Columns = "body, tlp, scope, name, revision";

    // Answers with the body that is stored.
    public static byte[] Upsert(IWriteSession session, Incident incident)
    {
        byte[] body = IncidentWire.Wire(incident).ToByteArray();
        session.Defer(
            "INSERT INTO incident (scope, name, revision, historic, merged_into, tlp, start_us, country, south, north, content, body) "
            + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (scope, name) DO UPDATE SET revision = excluded.revision, "
            + "merged_into = excluded.merged_into, tlp = excluded.tlp, start_us = excluded.start_us, country = excluded.country, south = excluded.south, "
            + "north = excluded.north, body = excluded.body",
            incident.Scope.Value,
            incident.Name,
            incident.Revision,
            incident.Historic ? 1L : 0L,
            incident.MergedInto,
            (int)incident.Tlp,
            incident.Window.From.ToMicroseconds(),
            incident.Sites[0].Place.CountryCode,
            incident.Sites.Min(s => s.Place.Point.Latitude),
            incident.Sites.Max(s => s.Place.Point.Latitude),
            Array.Empty<byte>(),
            body);
        return body;
    }

    // Reads every incident of a query over <see cref="Columns"/>, with what each overlays.
    public static IReadOnlyList<Incident> Query(IReadSession session, string where, params ReadOnlySpan<object?> arguments)
    {
        IReadOnlyList<(byte[] Body, int Tlp, string Scope, string Name, long Revision)> rows = session.Query($"SELECT {Columns} FROM incident WHERE {where}", Row, arguments);
        return [.. rows.Select(row => Read(session, row))];
    }

    public static Incident? Find(IReadSession session, string scope, string name) => Expect(session, scope, [name])() is [var found] ? found : null;

    // Asks for incidents of one scope by their names; what it returns reads the answers.
    public static Func<IReadOnlyList<Incident>> Expect(IReadSession session, string scope, IReadOnlyCollection<string> names)
    {
        IReadOnlyList<string> padded = SqlLists.Padded(names);
        Asked<(byte[] Body, int Tlp, string Scope, string Name, long Revision)> rows = session.Ask(
            SqlLists.Repeat($"SELECT {Columns} FROM incident WHERE scope = $1 AND name IN (", "{0}", ", ", ")", 2, padded.Count), Row, [scope, .. padded]);
        if (scope == Scope.Shared.Value)
            return () => [.. rows.Rows.Select(row => Read(row, []))];
        Asked<(string Name, string Shared)> overlays = session.Ask(
            SqlLists.Repeat("SELECT incident, shared FROM overlay WHERE scope = $1 AND incident IN (", "{0}", ", ", ") ORDER BY position", 2, padded.Count),
            r => (r.GetString(0), r.GetString(1)),
            [scope, .. padded]);
        return () =>
        {
            ILookup<string, string> overlaid = overlays.Rows.ToLookup(o => o.Name, o => o.Shared);
            return [.. rows.Rows.Select(row => Read(row, [.. overlaid[row.Name]]))];
        };
    }

    private static (byte[] Body, int Tlp, string Scope, string Name, long Revision) Row(DbDataReader row) =>
        (row.GetFieldValue<byte[]>(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetInt64(4));

    // What a stored body says.
    public static Incident Read(byte[] body, TlpLabel tlp, IReadOnlyList<string> overlays, long revision) =>
        IncidentWire.Core(V1.Incident.Parser.ParseFrom(body), tlp, overlays) with { Revision = revision };

    private static Incident Read(IReadSession session, (byte[] Body, int Tlp, string Scope, string Name, long Revision) row)
    {
        IReadOnlyList<string> overlays = row.Scope == Scope.Shared.Value
            ? []
            : session.Query("SELECT shared FROM overlay WHERE scope = $1 AND incident = $2 ORDER BY position", r => r.GetString(0), row.Scope, row.Name);
        return Read(row, overlays);
    }

    private static Incident Read((byte[] Body, int Tlp, string Scope, string Name, long Revision) row, IReadOnlyList<string> overlays) =>
        Read(row.Body, (TlpLabel)row.Tlp, overlays, row.Revision);
}
