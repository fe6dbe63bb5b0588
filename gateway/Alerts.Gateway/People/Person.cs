using Alerts.Platform.Access;
using Alerts.Terms;

namespace Alerts.Gateway.People;

// A person or a program of one organisation. The id is the subject of what it does, so people are suspended and never deleted.
internal sealed record Person(Scope Organisation, string Id, string DisplayName, string Language, Roles Roles, DateTimeOffset Created, bool IsSuspended)
{
    public string Name => ResourceNames.Person(Organisation, Id);
}
