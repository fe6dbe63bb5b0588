using Alerts.Terms;

namespace Alerts.Gateway.People;

// An organisation of the installation. While it is suspended none of its people may sign in.
internal sealed record Organisation(Scope Id, string DisplayName, string Language, DateTimeOffset Created, bool IsSuspended)
{
    public string Name => ResourceNames.Of(Id);
}
