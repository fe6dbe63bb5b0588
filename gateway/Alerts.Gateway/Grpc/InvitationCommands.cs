using Alerts.Gateway.Access;
using Alerts.Gateway.People;
using Alerts.Gateway.Storage;
using Alerts.Platform.Paging;
using Alerts.Terms;

namespace Alerts.Gateway.Grpc;

// Invitations: how a device gets its first key, without the internet and without a password.
internal sealed class InvitationCommands(Acts acts, Enrolment enrolment, GatewayPlace place, PageTokens pages)
{
    private static readonly TimeSpan UsualLife = TimeSpan.FromDays(3);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    public async Task<V1.CreateInvitationResponse> CreateAsync(V1.CreateInvitationRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        (Scope organisation, string personId) = ResourceNames.Person("parent", request.Parent);
        Acts.RequireManaged(by, organisation, request.Parent);
        DateTimeOffset now = acts.Now;
        var invitation = new Invitation(
            Guid.CreateVersion7(now).ToString(), organisation, personId, by.Caller.Subject, now,
            Fields.Future("expire_time", request.ExpireTime, now, LongestLife) ?? now + UsualLife);
        string? secret = null;
        V1.CreateInvitationResponse answer = await acts.DoAsync(
            by,
            organisation,
            "AccessService/CreateInvitation",
            (request.RequestId, new V1.CreateInvitationRequest(request) { RequestId = "" }),
            (session, _) =>
            {
                if (PersonRows.Find(session, organisation, personId) is null)
                    throw AlertsException.NoSuch(request.Parent);
                RosterLimits.Check(
                    InvitationRows.CountOpen(session, organisation, personId, now), RosterLimits.OpenInvitationsOfAPerson, $"open invitations of {request.Parent}");
                secret = Secret.New(Secret.Invitation);
                InvitationRows.Insert(session, invitation, Secret.Digest(secret));
                return (new V1.CreateInvitationResponse { Invitation = invitation.ToProto() }, $"{invitation.Name} {request.Parent}", "");
            },
            cancellationToken);
        if (secret is not null)
            answer.Link = place.InvitationLink(secret).ToString();
        return answer;
    }

    public async Task<V1.ListInvitationsResponse> ListAsync(V1.ListInvitationsRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        Scope organisation = ResourceNames.Organisation("parent", request.Parent);
        Acts.RequireManaged(by, organisation, request.Parent);
        int size = PageTokens.Size(request.PageSize);
        string bound = $"ListInvitations\n{organisation}";
        string? before = pages.Read(by.Caller, bound, request.PageToken);
        IReadOnlyList<Invitation> found = await acts.ReadAsync(s => InvitationRows.Before(s, organisation, before, size + 1), cancellationToken);
        return new V1.ListInvitationsResponse
        {
            Invitations = { found.Take(size).Select(i => i.ToProto()) },
            NextPageToken = found.Count > size ? pages.Create(by.Caller, bound, found[size - 1].Id) : "",
        };
    }

    public Task<V1.RevokeInvitationResponse> RevokeAsync(V1.RevokeInvitationRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        (Scope organisation, string id) = ResourceNames.Invitation("name", request.Name);
        Acts.RequireManaged(by, organisation, request.Name);
        return acts.DoAsync(
            by,
            organisation,
            "AccessService/RevokeInvitation",
            null,
            (session, now) =>
            {
                Invitation found = InvitationRows.Find(session, organisation, id) ?? throw AlertsException.NoSuch(request.Name);
                if (found.Accepted is not null)
                    throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, "The invitation has been used; revoke the key that it gave.");
                InvitationRows.Revoke(session, found, now);
                return (new V1.RevokeInvitationResponse { Invitation = (found with { Revoked = found.Revoked ?? now }).ToProto() }, found.Name, "");
            },
            cancellationToken);
    }

    public async Task<V1.AcceptInvitationResponse> AcceptAsync(V1.AcceptInvitationRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        (SignInKey key, string secret) = await enrolment.AcceptAsync(by, KeyKind.Device, Fields.Text("label", request.Label, isRequired: false), cancellationToken);
        return new V1.AcceptInvitationResponse { Key = key.ToProto(), Secret = secret, GrpcAddress = place.Grpc.GetLeftPart(UriPartial.Authority) };
    }
}
