using Alerts.Gateway.People;
using Alerts.Gateway.Storage;
using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Terms;

namespace Alerts.Gateway.Grpc;

// Organisations: made and suspended by the installation, named by their own administrators.
internal sealed class OrganisationCommands(Acts acts, PageTokens pages)
{
    private const string DisplayName = "display_name";
    private const string Language = "language";
    private const string Suspended = "suspended";

    public Task<V1.CreateOrganisationResponse> CreateAsync(V1.CreateOrganisationRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        if (request.Organisation is not { } wanted)
            throw AlertsException.Invalid("organisation", "is required.");
        var organisation = new Organisation(
            ResourceNames.Organisation("organisation.name", wanted.Name),
            Fields.Text("organisation.display_name", wanted.DisplayName),
            Fields.Language("organisation.language", wanted.Language.Length == 0 ? "en" : wanted.Language, isRequired: true),
            acts.Now,
            IsSuspended: false);
        return acts.DoAsync(
            by,
            organisation.Id,
            "AccessService/CreateOrganisation",
            (request.RequestId, new V1.CreateOrganisationRequest(request) { RequestId = "" }),
            (session, _) =>
            {
                if (OrganisationRows.Find(session, organisation.Id) is not null)
                    throw new AlertsException(ErrorKind.AlreadyExists, ErrorReasons.NameTaken, $"{organisation.Name} exists already; choose another id.");
                OrganisationRows.Insert(session, organisation);
                return (new V1.CreateOrganisationResponse { Organisation = organisation.ToProto() }, organisation.Name, "");
            },
            cancellationToken);
    }

    public async Task<V1.GetOrganisationResponse> GetAsync(V1.GetOrganisationRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        Scope id = ResourceNames.Organisation("name", request.Name);
        Organisation? found = id == by.Caller.Organisation || Acts.Manages(by, id) ? await acts.ReadAsync(s => OrganisationRows.Find(s, id), cancellationToken) : null;
        return new V1.GetOrganisationResponse { Organisation = (found ?? throw AlertsException.NoSuch(request.Name)).ToProto() };
    }

    public async Task<V1.ListOrganisationsResponse> ListAsync(V1.ListOrganisationsRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        const string Bound = "ListOrganisations";
        int size = PageTokens.Size(request.PageSize);
        string after = pages.Read(by.Caller, Bound, request.PageToken) ?? "";
        if (!by.Caller.Roles.HasFlag(Roles.Installation))
        {
            Organisation? own = await acts.ReadAsync(s => OrganisationRows.Find(s, by.Caller.Organisation), cancellationToken);
            return new V1.ListOrganisationsResponse { Organisations = { own is null ? [] : [own.ToProto()] } };
        }

        IReadOnlyList<Organisation> found = await acts.ReadAsync(s => OrganisationRows.After(s, after, size + 1), cancellationToken);
        return new V1.ListOrganisationsResponse
        {
            Organisations = { found.Take(size).Select(o => o.ToProto()) },
            NextPageToken = found.Count > size ? pages.Create(by.Caller, Bound, found[size - 1].Id.Value) : "",
        };
    }

    public Task<V1.UpdateOrganisationResponse> UpdateAsync(V1.UpdateOrganisationRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        if (request.Organisation is not { } wanted)
            throw AlertsException.Invalid("organisation", "is required.");
        Scope id = ResourceNames.Organisation("organisation.name", wanted.Name);
        Acts.RequireManaged(by, id, wanted.Name);
        IReadOnlyCollection<string> paths = Fields.Paths(request.UpdateMask, DisplayName, Language, Suspended);
        if (paths.Contains(Suspended) && !by.Caller.Roles.HasFlag(Roles.Installation))
            throw new AlertsException(ErrorKind.PermissionDenied, ErrorReasons.RoleMissing, "Only the installation may suspend an organisation.");
        if (paths.Contains(Suspended) && wanted.Suspended && id == Scope.Local)
            throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"{wanted.Name} is the installation's own organisation and cannot be suspended.");
        return acts.DoAsync(
            by,
            id,
            "AccessService/UpdateOrganisation",
            null,
            (session, _) =>
            {
                Organisation before = OrganisationRows.Find(session, id) ?? throw AlertsException.NoSuch(wanted.Name);
                Organisation after = before with
                {
                    DisplayName = paths.Contains(DisplayName) ? Fields.Text("organisation.display_name", wanted.DisplayName) : before.DisplayName,
                    Language = paths.Contains(Language) ? Fields.Language("organisation.language", wanted.Language, isRequired: true) : before.Language,
                    IsSuspended = paths.Contains(Suspended) ? wanted.Suspended : before.IsSuspended,
                };
                OrganisationRows.Update(session, after);
                string detail = $"fields={string.Join(',', paths)}{(paths.Contains(Suspended) ? $" suspended={(after.IsSuspended ? "yes" : "no")}" : "")}";
                return (new V1.UpdateOrganisationResponse { Organisation = after.ToProto() }, after.Name, detail);
            },
            cancellationToken);
    }
}
