using Alerts.Gateway.People;
using Alerts.Gateway.Storage;
using Alerts.Platform.Access;
using Alerts.Terms;

namespace Alerts.Gateway.Grpc;

// Turns an invitation into a key of one device. Of two that come at once, one gets it.
internal sealed class Enrolment(Acts acts)
{
    // A phone that is lost and not reported is closed out by itself in the end; whoever uses it is invited anew once a year.
    private static readonly TimeSpan KeyLife = TimeSpan.FromDays(365);

    // What its person may do, the key may: roles that the person gets later too.
    private const Roles AllRoles = Roles.Officer | Roles.Analyst | Roles.Adviser | Roles.Service | Roles.Administrator;

    public async Task<(SignInKey Key, string Secret)> AcceptAsync(SignedIn by, KeyKind kind, string label, CancellationToken cancellationToken)
    {
        Invitation invitation = by.Invitation ?? throw Used();
        DateTimeOffset now = acts.Now;
        string secret = Secret.New(kind == KeyKind.Browser ? Secret.Cookie : Secret.Key);
        var key = new SignInKey(Guid.CreateVersion7(now).ToString(), invitation.Organisation, invitation.PersonId, kind, label, AllRoles, invitation.CreatedBy, now) { Expires = now + KeyLife };
        await acts.DoAsync(
            by,
            invitation.Organisation,
            "AccessService/AcceptInvitation",
            null,
            (session, at) =>
            {
                if (!InvitationRows.Accept(session, invitation, at))
                    throw Used();
                RosterLimits.Check(KeyRows.CountLiving(session, key.Organisation, key.PersonId), RosterLimits.KeysOfAPerson, "keys of this person that are not revoked");
                KeyRows.Insert(session, key, Secret.Digest(secret));
                return (new V1.AcceptInvitationResponse(), $"{key.Name} {invitation.Name}", $"kind={kind.ToString().ToLowerInvariant()}");
            },
            cancellationToken);
        return (key, secret);
    }

    private static AlertsException Used() =>
        new(ErrorKind.Unauthenticated, ErrorReasons.NotSignedIn, "The invitation has been used, revoked, or is out of date. Ask for a new one.");
}
