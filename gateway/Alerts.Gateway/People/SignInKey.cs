using Alerts.Platform.Access;
using Alerts.Terms;

namespace Alerts.Gateway.People;

// What one device or program signs in with; its secret is nowhere kept. Roles are the most that it may do, whatever its person may.
internal sealed record SignInKey(string Id, Scope Organisation, string PersonId, KeyKind Kind, string Label, Roles Roles, string CreatedBy, DateTimeOffset Created)
{
    // Null: never by itself.
    public DateTimeOffset? Expires { get; init; }

    public DateTimeOffset? Revoked { get; init; }

    // Null: never used.
    public DateOnly? LastUse { get; init; }

    public string Name => ResourceNames.Key(Organisation, Id);
}
