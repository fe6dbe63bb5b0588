using Alerts.Terms;

namespace Alerts.Platform.Access;

/// <summary>Who calls: a person or a program, for one organisation.</summary>
/// <param name="Subject">Stable id, 1 to 128 characters; may be shown to the organisation's own members.</param>
/// <param name="Organisation">The organisation; never <see cref="Scope.Shared"/>.</param>
/// <param name="Roles">What the caller may do.</param>
public sealed record Principal(string Subject, Scope Organisation, Roles Roles)
{
    /// <summary>Id of the key that the caller signed in with; null (the default) for a caller without one that could be revoked.</summary>
    public string? Key { get; init; }

    /// <summary>The scopes that the caller may read: shared and the own organisation.</summary>
    public bool MaySee(Scope scope) => scope.IsShared || scope == Organisation;
}
