using Alerts.Terms;

namespace Alerts.Gateway.People;

// How much of each there may be, since the roster is held in memory. The proto states them.
internal static class RosterLimits
{
    public const int People = 10_000;
    public const int KeysOfAPerson = 50;
    public const int OpenInvitationsOfAPerson = 20;

    public static void Check(long count, int most, string what)
    {
        if (count >= most)
            throw new AlertsException(ErrorKind.ResourceExhausted, ErrorReasons.RosterLimit, $"There are {count} {what}, and no more than {most} may be.");
    }
}
