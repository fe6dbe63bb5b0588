using Alerts.Terms;

namespace Alerts.Gateway.People;

// Lets one device of one person sign in, once; its secret is nowhere kept.
internal sealed record Invitation(string Id, Scope Organisation, string PersonId, string CreatedBy, DateTimeOffset Created, DateTimeOffset Expires)
{
    public DateTimeOffset? Accepted { get; init; }

    public DateTimeOffset? Revoked { get; init; }

    public string Name => ResourceNames.Invitation(Organisation, Id);

    public bool IsOpen(DateTimeOffset now) => Accepted is null && Revoked is null && now < Expires;
}
