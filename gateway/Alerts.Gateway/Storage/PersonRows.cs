using System.Data.Common;
using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Gateway.Storage;

internal static class PersonRows
{
    private const string Select = "SELECT organisation, id, display_name, language, roles, suspended, created_us FROM person";

    public static IReadOnlyList<Person> All(IReadSession session) => session.Query(Select, Read);

    public static Person? Find(IReadSession session, Scope organisation, string id) =>
        session.QueryFirst(Select + " WHERE organisation = $1 AND id = $2", Read, organisation.Value, id);

    public static IReadOnlyList<Person> After(IReadSession session, Scope organisation, string id, int count) =>
        session.Query(Select + " WHERE organisation = $1 AND id > $2 ORDER BY id LIMIT $3", Read, organisation.Value, id, count);

    public static long Count(IReadSession session, Scope organisation) =>
        session.QueryFirst("SELECT COUNT(*) FROM person WHERE organisation = $1", r => r.GetInt64(0), organisation.Value);

    public static void Insert(IWriteSession session, Person person) => session.Execute(
        "INSERT INTO person (organisation, id, display_name, language, roles, suspended, created_us) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        person.Organisation.Value, person.Id, person.DisplayName, person.Language, (long)person.Roles, person.IsSuspended ? 1L : 0L, person.Created.ToMicroseconds());

    public static void Update(IWriteSession session, Person person) => session.Execute(
        "UPDATE person SET display_name = $3, language = $4, roles = $5, suspended = $6 WHERE organisation = $1 AND id = $2",
        person.Organisation.Value, person.Id, person.DisplayName, person.Language, (long)person.Roles, person.IsSuspended ? 1L : 0L);

    private static Person Read(DbDataReader row) => new(
        new Scope(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), (Roles)row.GetInt64(4), Instants.FromMicroseconds(row.GetInt64(6)), row.GetInt64(5) != 0);
}
