using Alerts.Gateway.People;
using Alerts.Gateway.Storage;
using Alerts.Platform.Paging;
using Alerts.Platform.Access;
using Alerts.Terms;

namespace Alerts.Gateway.Grpc;

// The people of an organisation. Colleagues may look one up by name, since reports and acknowledgements name them; administrators list and change them.
internal sealed class PeopleCommands(Acts acts, PageTokens pages)
{
    private const string DisplayName = "display_name";
    private const string Language = "language";
    private const string RolesPath = "roles";
    private const string Suspended = "suspended";

    public Task<V1.CreatePersonResponse> CreateAsync(V1.CreatePersonRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        Scope organisation = ResourceNames.Organisation("parent", request.Parent);
        Acts.RequireManaged(by, organisation, request.Parent);
        if (request.Person is not { } wanted)
            throw AlertsException.Invalid("person", "is required.");
        (Scope named, string id) = ResourceNames.Person("person.name", wanted.Name);
        if (named != organisation)
            throw AlertsException.Invalid("person.name", "must be of the organisation in parent.");
        var person = new Person(
            organisation,
            id,
            Fields.Text("person.display_name", wanted.DisplayName),
            Fields.Language("person.language", wanted.Language, isRequired: false),
            RolesOf(wanted),
            acts.Now,
            IsSuspended: false);
        return acts.DoAsync(
            by,
            organisation,
            "AccessService/CreatePerson",
            (request.RequestId, new V1.CreatePersonRequest(request) { RequestId = "" }),
            (session, _) =>
            {
                if (OrganisationRows.Find(session, organisation) is null)
                    throw AlertsException.NoSuch(request.Parent);
                if (PersonRows.Find(session, organisation, id) is not null)
                    throw new AlertsException(ErrorKind.AlreadyExists, ErrorReasons.NameTaken, $"{person.Name} exists already; choose another id.");
                RosterLimits.Check(PersonRows.Count(session, organisation), RosterLimits.People, $"people in {request.Parent}");
                PersonRows.Insert(session, person);
                return (new V1.CreatePersonResponse { Person = person.ToProto() }, person.Name, $"roles={person.Roles.ToText()}");
            },
            cancellationToken);
    }

    public async Task<V1.GetPersonResponse> GetAsync(V1.GetPersonRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        (Scope organisation, string id) = ResourceNames.Person("name", request.Name);
        Person? found = organisation == by.Caller.Organisation || Acts.Manages(by, organisation)
            ? await acts.ReadAsync(s => PersonRows.Find(s, organisation, id), cancellationToken)
            : null;
        return new V1.GetPersonResponse { Person = (found ?? throw AlertsException.NoSuch(request.Name)).ToProto() };
    }

    public async Task<V1.ListPeopleResponse> ListAsync(V1.ListPeopleRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        Scope organisation = ResourceNames.Organisation("parent", request.Parent);
        Acts.RequireManaged(by, organisation, request.Parent);
        int size = PageTokens.Size(request.PageSize);
        string bound = $"ListPeople\n{organisation}";
        string after = pages.Read(by.Caller, bound, request.PageToken) ?? "";
        IReadOnlyList<Person> found = await acts.ReadAsync(s => PersonRows.After(s, organisation, after, size + 1), cancellationToken);
        return new V1.ListPeopleResponse
        {
            People = { found.Take(size).Select(p => p.ToProto()) },
            NextPageToken = found.Count > size ? pages.Create(by.Caller, bound, found[size - 1].Id) : "",
        };
    }

    // Names alone, for whoever chooses who may read a report. A page may be shorter than asked for.
    public async Task<V1.ListColleaguesResponse> ColleaguesAsync(V1.ListColleaguesRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        Scope organisation = ResourceNames.Organisation("parent", request.Parent);
        if (organisation != by.Caller.Organisation)
            throw AlertsException.NoSuch(request.Parent);
        int size = PageTokens.Size(request.PageSize);
        string bound = $"ListColleagues\n{organisation}";
        string after = pages.Read(by.Caller, bound, request.PageToken) ?? "";
        IReadOnlyList<Person> found = await acts.ReadAsync(s => PersonRows.After(s, organisation, after, size + 1), cancellationToken);
        return new V1.ListColleaguesResponse
        {
            Colleagues =
            {
                found.Take(size).Where(p => !p.IsSuspended && (p.Roles & ~Roles.Service) != 0).Select(p => new V1.Colleague { Subject = p.Id, DisplayName = p.DisplayName }),
            },
            NextPageToken = found.Count > size ? pages.Create(by.Caller, bound, found[size - 1].Id) : "",
        };
    }

    public Task<V1.UpdatePersonResponse> UpdateAsync(V1.UpdatePersonRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        if (request.Person is not { } wanted)
            throw AlertsException.Invalid("person", "is required.");
        (Scope organisation, string id) = ResourceNames.Person("person.name", wanted.Name);
        Acts.RequireManaged(by, organisation, wanted.Name);
        IReadOnlyCollection<string> paths = Fields.Paths(request.UpdateMask, DisplayName, Language, RolesPath, Suspended);
        return acts.DoAsync(
            by,
            organisation,
            "AccessService/UpdatePerson",
            null,
            (session, _) =>
            {
                Person before = PersonRows.Find(session, organisation, id) ?? throw AlertsException.NoSuch(wanted.Name);
                Person after = before with
                {
                    DisplayName = paths.Contains(DisplayName) ? Fields.Text("person.display_name", wanted.DisplayName) : before.DisplayName,
                    Language = paths.Contains(Language) ? Fields.Language("person.language", wanted.Language, isRequired: false) : before.Language,
                    Roles = paths.Contains(RolesPath) ? RolesOf(wanted) : before.Roles,
                    IsSuspended = paths.Contains(Suspended) ? wanted.Suspended : before.IsSuspended,
                };
                PersonRows.Update(session, after);
                return (new V1.UpdatePersonResponse { Person = after.ToProto() }, after.Name, Detail(paths, after));
            },
            cancellationToken);
    }

    private static Roles RolesOf(V1.Person wanted) => Wire.ToRoles("person.roles", wanted.Roles) is var roles and not Roles.None
        ? roles
        : throw AlertsException.Invalid("person.roles", "must name at least one role.");

    private static string Detail(IReadOnlyCollection<string> paths, Person after) => string.Join(
        ' ',
        [
            $"fields={string.Join(',', paths)}",
            .. paths.Contains(RolesPath) ? [$"roles={after.Roles.ToText()}"] : Array.Empty<string>(),
            .. paths.Contains(Suspended) ? [$"suspended={(after.IsSuspended ? "yes" : "no")}"] : Array.Empty<string>(),
        ]);
}
