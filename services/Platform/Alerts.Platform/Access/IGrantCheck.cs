namespace Alerts.Platform.Access;

/// <summary>
/// Tells whether a caller that was let in may stay. A call that lasts, such as a stream, asks at its begin and every few seconds while it is
/// open, because its bearer token was looked at only once. Thread safe; must answer from memory, within microseconds.
/// </summary>
public interface IGrantCheck
{
    /// <summary>What is known of a caller's grant at this moment.</summary>
    /// <param name="principal">The caller, as <see cref="PrincipalInterceptor"/> has verified it.</param>
    /// <returns>Whether the grant stands, and if not, why.</returns>
    GrantState Check(Principal principal);
}
