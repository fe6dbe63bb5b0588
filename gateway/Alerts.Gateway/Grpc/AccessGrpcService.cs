using Alerts.Gateway.People;
using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Alerts.Gateway.Grpc;

// The contract's rpcs; each knows who is signed in and passes on.
internal sealed class AccessGrpcService(
    OrganisationCommands organisations, PeopleCommands people, InvitationCommands invitations, KeyCommands keys, AuditQueries audit, RosterKeeper roster)
    : V1.AccessService.AccessServiceBase
{
    public override Task<V1.GetMeResponse> GetMe(V1.GetMeRequest request, ServerCallContext context)
    {
        SignedIn by = By(context);
        return Task.FromResult(new V1.GetMeResponse
        {
            Subject = by.Caller.Subject,
            DisplayName = by.DisplayName,
            Organisation = ResourceNames.Of(by.Caller.Organisation),
            OrganisationDisplayName = roster.Current.Organisation(by.Caller.Organisation)?.DisplayName ?? "",
            Roles = { by.Caller.Roles.ToProto() },
            Language = by.Language.Length > 0 ? by.Language : roster.Current.Organisation(by.Caller.Organisation)?.Language ?? "",
            Key = by.Key?.Name ?? "",
            ExpireTime = by.Expires?.ToTimestamp(),
        });
    }

    public override Task<V1.SignOutResponse> SignOut(V1.SignOutRequest request, ServerCallContext context) => keys.SignOutAsync(By(context), context.CancellationToken);

    public override Task<V1.CreateOrganisationResponse> CreateOrganisation(V1.CreateOrganisationRequest request, ServerCallContext context) =>
        organisations.CreateAsync(request, By(context), context.CancellationToken);

    public override Task<V1.GetOrganisationResponse> GetOrganisation(V1.GetOrganisationRequest request, ServerCallContext context) =>
        organisations.GetAsync(request, By(context), context.CancellationToken);

    public override Task<V1.ListOrganisationsResponse> ListOrganisations(V1.ListOrganisationsRequest request, ServerCallContext context) =>
        organisations.ListAsync(request, By(context), context.CancellationToken);

    public override Task<V1.UpdateOrganisationResponse> UpdateOrganisation(V1.UpdateOrganisationRequest request, ServerCallContext context) =>
        organisations.UpdateAsync(request, By(context), context.CancellationToken);

    public override Task<V1.CreatePersonResponse> CreatePerson(V1.CreatePersonRequest request, ServerCallContext context) =>
        people.CreateAsync(request, By(context), context.CancellationToken);

    public override Task<V1.GetPersonResponse> GetPerson(V1.GetPersonRequest request, ServerCallContext context) =>
        people.GetAsync(request, By(context), context.CancellationToken);

    public override Task<V1.ListPeopleResponse> ListPeople(V1.ListPeopleRequest request, ServerCallContext context) =>
        people.ListAsync(request, By(context), context.CancellationToken);

    public override Task<V1.ListColleaguesResponse> ListColleagues(V1.ListColleaguesRequest request, ServerCallContext context) =>
        people.ColleaguesAsync(request, By(context), context.CancellationToken);

    public override Task<V1.UpdatePersonResponse> UpdatePerson(V1.UpdatePersonRequest request, ServerCallContext context) =>
        people.UpdateAsync(request, By(context), context.CancellationToken);

    public override Task<V1.CreateInvitationResponse> CreateInvitation(V1.CreateInvitationRequest request, ServerCallContext context) =>
        invitations.CreateAsync(request, By(context), context.CancellationToken);

    public override Task<V1.ListInvitationsResponse> ListInvitations(V1.ListInvitationsRequest request, ServerCallContext context) =>
        invitations.ListAsync(request, By(context), context.CancellationToken);

    public override Task<V1.RevokeInvitationResponse> RevokeInvitation(V1.RevokeInvitationRequest request, ServerCallContext context) =>
        invitations.RevokeAsync(request, By(context), context.CancellationToken);

    public override Task<V1.AcceptInvitationResponse> AcceptInvitation(V1.AcceptInvitationRequest request, ServerCallContext context) =>
        invitations.AcceptAsync(request, By(context), context.CancellationToken);

    public override Task<V1.CreateKeyResponse> CreateKey(V1.CreateKeyRequest request, ServerCallContext context) =>
        keys.CreateAsync(request, By(context), context.CancellationToken);

    public override Task<V1.ListKeysResponse> ListKeys(V1.ListKeysRequest request, ServerCallContext context) =>
        keys.ListAsync(request, By(context), context.CancellationToken);

    public override Task<V1.RevokeKeyResponse> RevokeKey(V1.RevokeKeyRequest request, ServerCallContext context) =>
        keys.RevokeAsync(request, By(context), context.CancellationToken);

    public override Task<V1.ListAuditResponse> ListAudit(V1.ListAuditRequest request, ServerCallContext context) =>
        audit.ListAsync(request, By(context), context.CancellationToken);

    // The interceptor has let the caller in; what it signed in with, only the front door knows.
    private static SignedIn By(ServerCallContext context) => SignedIn.Of(context.GetHttpContext())
        ?? throw new AlertsException(ErrorKind.Unauthenticated, ErrorReasons.NotSignedIn, "Sign in first: send a bearer token.");
}
