using System.Net;
using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Alerts.Terms;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Access;

// Finds out who calls: by the machine's own token, by a key, by an invitation, or by a token of the organisation's identity provider. Thread safe.
internal sealed class Callers(NewcomerToken newcomer, RosterKeeper roster, KeyUses uses, IdentityProvider provider, TimeProvider time)
{
    private static readonly SignedIn Machine = new(
        new Principal("local-user", Scope.Local, Roles.Officer | Roles.Analyst | Roles.Adviser | Roles.Service | Roles.Administrator | Roles.Installation),
        "Administrator of this installation",
        "");

    public ValueTask<SignedIn?> ByBearerAsync(HttpContext http, string? token)
    {
        if (token is null)
            return default;
        if (Secret.Is(token, Secret.Key) || Secret.Is(token, Secret.Invitation))
            return new(Known(token));
        return ByMachineToken(http, token) is { } machine ? new(machine) : provider.SignInAsync(token);
    }

    public SignedIn? ByCookie(HttpContext http, string? cookie) =>
        cookie is null ? null
        : IsOfThisMachine(http) && newcomer.MatchesCookie(cookie) ? Machine
        : Secret.Is(cookie, Secret.Cookie) ? Known(cookie)
        : null;

    public SignedIn? ByInvitation(string? secret) => Secret.Is(secret, Secret.Invitation) ? Known(secret!) : null;

    public SignedIn? ByMachineToken(HttpContext http, string? token) => IsOfThisMachine(http) && newcomer.Matches(token) ? Machine : null;

    private SignedIn? Known(string secret)
    {
        SignedIn? found = roster.Current.SignIn(secret, time.GetUtcNow());
        if (found?.Key is { } key)
            uses.Note(key);
        return found;
    }

    // Whoever reads the machine's token reads its stores too; from elsewhere it opens nothing.
    private static bool IsOfThisMachine(HttpContext http) => http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}
