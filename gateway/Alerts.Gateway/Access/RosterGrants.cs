using Alerts.Gateway.People;
using Alerts.Platform.Access;

namespace Alerts.Gateway.Access;

// Whether the key of a caller still stands for what the call began with; answered from the roster in memory. Thread safe.
internal sealed class RosterGrants(RosterKeeper roster, TimeProvider time) : IGrantCheck
{
    public GrantState Check(Principal principal)
    {
        if (principal.Key is not { } key)
            return GrantState.Standing;
        Roster current = roster.Current;
        DateTimeOffset now = time.GetUtcNow();
        if (current.Find(key, now)?.Caller == principal)
            return GrantState.Standing;
        return current.HasRunOut(key, now) ? GrantState.Expired : GrantState.Revoked;
    }
}
