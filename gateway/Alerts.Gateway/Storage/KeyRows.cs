using System.Data.Common;
using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Gateway.Storage;

internal static class KeyRows
{
    // Sorts behind every id.
    private const string Last = "~";

    private const string Columns = "organisation, id, person, kind, label, roles, created_by, created_us, expires_us, revoked_us, last_use_day";
    private const string Select = $"SELECT {Columns} FROM sign_in_key";

    public static IReadOnlyList<(byte[] Digest, SignInKey Key)> Living(IReadSession session) =>
        session.Query($"SELECT {Columns}, digest FROM sign_in_key WHERE revoked_us IS NULL", r => (r.GetFieldValue<byte[]>(11), Read(r)));

    public static SignInKey? Find(IReadSession session, Scope organisation, string id) =>
        session.QueryFirst(Select + " WHERE organisation = $1 AND id = $2", Read, organisation.Value, id);

    // Newest first: ids begin with their time. Null stands for everybody, and for the newest.
    public static IReadOnlyList<SignInKey> Before(IReadSession session, Scope organisation, string? person, string? id, int count) => person is null
        ? session.Query(Select + " WHERE organisation = $1 AND id < $2 ORDER BY id DESC LIMIT $3", Read, organisation.Value, id ?? Last, count)
        : session.Query(Select + " WHERE organisation = $1 AND person = $4 AND id < $2 ORDER BY id DESC LIMIT $3", Read, organisation.Value, id ?? Last, count, person);

    public static long CountLiving(IReadSession session, Scope organisation, string person) => session.QueryFirst(
        "SELECT COUNT(*) FROM sign_in_key WHERE organisation = $1 AND person = $2 AND revoked_us IS NULL", r => r.GetInt64(0), organisation.Value, person);

    public static void Insert(IWriteSession session, SignInKey key, byte[] digest) => session.Execute(
        """
        INSERT INTO sign_in_key (organisation, id, person, kind, digest, label, roles, created_by, created_us, expires_us)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        key.Organisation.Value, key.Id, key.PersonId, (long)key.Kind, digest, key.Label, (long)key.Roles, key.CreatedBy, key.Created.ToMicroseconds(), key.Expires?.ToMicroseconds());

    public static void Revoke(IWriteSession session, SignInKey key, DateTimeOffset now) => session.Execute(
        "UPDATE sign_in_key SET revoked_us = $3 WHERE organisation = $1 AND id = $2 AND revoked_us IS NULL", key.Organisation.Value, key.Id, now.ToMicroseconds());

    public static void Used(IWriteSession session, SignInKey key, DateOnly day) => session.Execute(
        "UPDATE sign_in_key SET last_use_day = $3 WHERE organisation = $1 AND id = $2 AND (last_use_day IS NULL OR last_use_day < $3)",
        key.Organisation.Value, key.Id, (long)day.DayNumber);

    private static SignInKey Read(DbDataReader row) => new(
        row.GetString(1), new Scope(row.GetString(0)), row.GetString(2), (KeyKind)row.GetInt64(3), row.GetString(4), (Roles)row.GetInt64(5), row.GetString(6), Instants.FromMicroseconds(row.GetInt64(7)))
    {
        Expires = row.IsDBNull(8) ? null : Instants.FromMicroseconds(row.GetInt64(8)),
        Revoked = row.IsDBNull(9) ? null : Instants.FromMicroseconds(row.GetInt64(9)),
        LastUse = row.IsDBNull(10) ? null : DateOnly.FromDayNumber((int)row.GetInt64(10)),
    };
}
