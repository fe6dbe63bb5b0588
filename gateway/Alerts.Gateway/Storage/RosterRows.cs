using Alerts.Gateway.People;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Gateway.Storage;

// The roster as a whole, and the number of its changes, by which other processes see that there is something to read.
internal static class RosterRows
{
    private const string FirstName = "This organisation";
    private const string FirstLanguage = "en";

    // The one organisation of a server that nobody has set up: the token of the machine is of it.
    public static int Begin(IWriteSession session, DateTimeOffset now) => session.Execute(
        "INSERT INTO organisation (id, display_name, language, suspended, created_us) VALUES ($1, $2, $3, 0, $4) ON CONFLICT (id) DO NOTHING",
        Scope.Local.Value, FirstName, FirstLanguage, now.ToMicroseconds());

    // Null when nothing has changed since the number.
    public static Roster? Read(IReadSession session, long known)
    {
        long number = session.QueryFirst("SELECT number FROM roster_change", r => r.GetInt64(0));
        return number == known
            ? null
            : new Roster(number, OrganisationRows.All(session), PersonRows.All(session), KeyRows.Living(session), InvitationRows.Open(session));
    }

    public static void Changed(IWriteSession session) => session.Defer("UPDATE roster_change SET number = number + 1");
}
