using Alerts.Platform.Access;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.People;

// Who calls, as the front door found out: the caller that services are told of, and what it signed in with.
internal sealed record SignedIn(Principal Caller, string DisplayName, string Language)
{
    // Null for the token of the machine and for an identity provider's tokens.
    public SignInKey? Key { get; init; }

    // Set for a device that has been invited and has no key yet.
    public Invitation? Invitation { get; init; }

    // Null: never by itself.
    public DateTimeOffset? Expires { get; init; }

    public static SignedIn? Of(HttpContext http) => http.Features.Get<SignedIn>();
}
