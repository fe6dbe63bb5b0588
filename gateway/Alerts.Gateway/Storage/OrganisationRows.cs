using System.Data.Common;
using Alerts.Gateway.People;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Gateway.Storage;

internal static class OrganisationRows
{
    private const string Select = "SELECT id, display_name, language, suspended, created_us FROM organisation";

    public static IReadOnlyList<Organisation> All(IReadSession session) => session.Query(Select, Read);

    public static Organisation? Find(IReadSession session, Scope id) => session.QueryFirst(Select + " WHERE id = $1", Read, id.Value);

    public static IReadOnlyList<Organisation> After(IReadSession session, string id, int count) =>
        session.Query(Select + " WHERE id > $1 ORDER BY id LIMIT $2", Read, id, count);

    public static void Insert(IWriteSession session, Organisation organisation) => session.Execute(
        "INSERT INTO organisation (id, display_name, language, suspended, created_us) VALUES ($1, $2, $3, $4, $5)",
        organisation.Id.Value, organisation.DisplayName, organisation.Language, organisation.IsSuspended ? 1L : 0L, organisation.Created.ToMicroseconds());

    public static void Update(IWriteSession session, Organisation organisation) => session.Execute(
        "UPDATE organisation SET display_name = $2, language = $3, suspended = $4 WHERE id = $1",
        organisation.Id.Value, organisation.DisplayName, organisation.Language, organisation.IsSuspended ? 1L : 0L);

    private static Organisation Read(DbDataReader row) =>
        new(new Scope(row.GetString(0)), row.GetString(1), row.GetString(2), Instants.FromMicroseconds(row.GetInt64(4)), row.GetInt64(3) != 0);
}
