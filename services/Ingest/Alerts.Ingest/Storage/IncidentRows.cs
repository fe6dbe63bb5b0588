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

    public static Incident? First(IReadSession session, string where, params ReadOnlySpan<object?> arguments)
    {
        (byte[], int, string, string, long)? row = session.QueryFirst<(byte[], int, string, string, long)?>($"SELECT {Columns} FROM incident WHERE {where}", r => Row(r), arguments);
        return row is { } found ? Read(session, found) : null;
    }

    // Several shared incidents by their names.
    public static IReadOnlyList<Incident> Shared(IReadSession session, IReadOnlyCollection<string> names)
    {
        IReadOnlyList<string> padded = SqlLists.Padded(names);
        return [.. session.Query(
            SqlLists.Repeat($"SELECT {Columns} FROM incident WHERE scope = 'shared' AND name IN (", "{0}", ", ", ")", 1, padded.Count), Row, [.. padded])
            .Select(row => Read(session, row))];
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
        return Read(row.Body, (TlpLabel)row.Tlp, overlays, row.Revision);
    }
}
