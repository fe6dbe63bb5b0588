using System.Data.Common;
using Alerts.Gateway.People;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Gateway.Storage;

internal static class InvitationRows
{
    // Sorts behind every id.
    private const string Last = "~";

    private const string Columns = "organisation, id, person, created_by, created_us, expires_us, accepted_us, revoked_us";
    private const string Select = $"SELECT {Columns} FROM invitation";

    public static IReadOnlyList<(byte[] Digest, Invitation Invitation)> Open(IReadSession session) => session.Query(
        $"SELECT {Columns}, digest FROM invitation WHERE accepted_us IS NULL AND revoked_us IS NULL", r => (r.GetFieldValue<byte[]>(8), Read(r)));

    public static Invitation? Find(IReadSession session, Scope organisation, string id) =>
        session.QueryFirst(Select + " WHERE organisation = $1 AND id = $2", Read, organisation.Value, id);

    // Newest first: ids begin with their time. Null stands for the newest.
    public static IReadOnlyList<Invitation> Before(IReadSession session, Scope organisation, string? id, int count) =>
        session.Query(Select + " WHERE organisation = $1 AND id < $2 ORDER BY id DESC LIMIT $3", Read, organisation.Value, id ?? Last, count);

    public static long CountOpen(IReadSession session, Scope organisation, string person, DateTimeOffset now) => session.QueryFirst(
        "SELECT COUNT(*) FROM invitation WHERE organisation = $1 AND person = $2 AND accepted_us IS NULL AND revoked_us IS NULL AND expires_us > $3",
        r => r.GetInt64(0), organisation.Value, person, now.ToMicroseconds());

    public static void Insert(IWriteSession session, Invitation invitation, byte[] digest) => session.Execute(
        "INSERT INTO invitation (organisation, id, person, digest, created_by, created_us, expires_us) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        invitation.Organisation.Value, invitation.Id, invitation.PersonId, digest, invitation.CreatedBy, invitation.Created.ToMicroseconds(), invitation.Expires.ToMicroseconds());

    // False when somebody was faster.
    public static bool Accept(IWriteSession session, Invitation invitation, DateTimeOffset now) => session.Execute(
        "UPDATE invitation SET accepted_us = $3 WHERE organisation = $1 AND id = $2 AND accepted_us IS NULL AND revoked_us IS NULL AND expires_us > $3",
        invitation.Organisation.Value, invitation.Id, now.ToMicroseconds()) == 1;

    public static void Revoke(IWriteSession session, Invitation invitation, DateTimeOffset now) => session.Execute(
        "UPDATE invitation SET revoked_us = $3 WHERE organisation = $1 AND id = $2 AND accepted_us IS NULL AND revoked_us IS NULL",
        invitation.Organisation.Value, invitation.Id, now.ToMicroseconds());

    private static Invitation Read(DbDataReader row) => new(
        row.GetString(1), new Scope(row.GetString(0)), row.GetString(2), row.GetString(3), Instants.FromMicroseconds(row.GetInt64(4)), Instants.FromMicroseconds(row.GetInt64(5)))
    {
        Accepted = row.IsDBNull(6) ? null : Instants.FromMicroseconds(row.GetInt64(6)),
        Revoked = row.IsDBNull(7) ? null : Instants.FromMicroseconds(row.GetInt64(7)),
    };
}
