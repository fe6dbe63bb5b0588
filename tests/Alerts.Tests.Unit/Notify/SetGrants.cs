using Alerts.Platform.Access;

namespace Alerts.Tests.Unit.Notify;

// Grants as a test sets them, the same for all callers.
internal sealed class SetGrants : IGrantCheck
{
    public GrantState State { get; set; }

    public GrantState Check(Principal principal) => State;
}
