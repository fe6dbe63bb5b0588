namespace Alerts.Platform.Access;

/// <summary>Every grant stands as long as the process runs: for a host without keys that can be revoked. Stateless, thread safe.</summary>
public sealed class StandingGrants : IGrantCheck
{
    /// <inheritdoc/>
    public GrantState Check(Principal principal) => GrantState.Standing;
}
