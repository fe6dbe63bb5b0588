using Alerts.Gateway.People;
using Alerts.Gateway.Storage;
using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Terms;

namespace Alerts.Gateway.Grpc;

// Keys: administrators see to those of their organisation, everybody to the own ones.
internal sealed class KeyCommands(Acts acts, PageTokens pages)
{
    public async Task<V1.CreateKeyResponse> CreateAsync(V1.CreateKeyRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        (Scope organisation, string personId) = ResourceNames.Person("parent", request.Parent);
        Acts.RequireManaged(by, organisation, request.Parent);
        DateTimeOffset now = acts.Now;
        string label = Fields.Text("label", request.Label);
        Roles wanted = Wire.ToRoles("roles", request.Roles);
        DateTimeOffset? expires = Fields.Future("expire_time", request.ExpireTime, now);
        string? secret = null;
        V1.CreateKeyResponse answer = await acts.DoAsync(
            by,
            organisation,
            "AccessService/CreateKey",
            (request.RequestId, new V1.CreateKeyRequest(request) { RequestId = "" }),
            (session, _) =>
            {
                Person person = PersonRows.Find(session, organisation, personId) ?? throw AlertsException.NoSuch(request.Parent);
                if ((wanted & ~person.Roles) != 0)
                    throw AlertsException.Invalid("roles", $"{person.Name} has only {person.Roles.ToText()}.");
                RosterLimits.Check(KeyRows.CountLiving(session, organisation, personId), RosterLimits.KeysOfAPerson, $"keys of {person.Name} that are not revoked");
                var key = new SignInKey(
                    Guid.CreateVersion7(now).ToString(), organisation, personId, KeyKind.Program, label, wanted == Roles.None ? person.Roles : wanted, by.Caller.Subject, now)
                {
                    Expires = expires,
                };
                secret = Secret.New(Secret.Key);
                KeyRows.Insert(session, key, Secret.Digest(secret));
                return (new V1.CreateKeyResponse { Key = key.ToProto() }, $"{key.Name} {person.Name}", $"roles={key.Roles.ToText()}");
            },
            cancellationToken);
        answer.Secret = secret ?? "";
        return answer;
    }

    public async Task<V1.ListKeysResponse> ListAsync(V1.ListKeysRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        Scope organisation = ResourceNames.Organisation("parent", request.Parent);
        string? person = request.Person.Length == 0 ? null : PersonOf(request.Person, organisation);
        if (!Acts.Manages(by, organisation))
        {
            if (organisation != by.Caller.Organisation || (person is not null && person != by.Caller.Subject))
                throw AlertsException.NoSuch(person is null ? request.Parent : request.Person);
            person = by.Caller.Subject;
        }

        int size = PageTokens.Size(request.PageSize);
        string bound = $"ListKeys\n{organisation}\n{person}";
        string? before = pages.Read(by.Caller, bound, request.PageToken);
        IReadOnlyList<SignInKey> found = await acts.ReadAsync(s => KeyRows.Before(s, organisation, person, before, size + 1), cancellationToken);
        return new V1.ListKeysResponse
        {
            Keys = { found.Take(size).Select(k => k.ToProto()) },
            NextPageToken = found.Count > size ? pages.Create(by.Caller, bound, found[size - 1].Id) : "",
        };
    }

    public Task<V1.RevokeKeyResponse> RevokeAsync(V1.RevokeKeyRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        (Scope organisation, string id) = ResourceNames.Key("name", request.Name);
        return RevokeAsync(by, organisation, id, "AccessService/RevokeKey", key => new V1.RevokeKeyResponse { Key = key.ToProto() }, cancellationToken);
    }

    public Task<V1.SignOutResponse> SignOutAsync(SignedIn by, CancellationToken cancellationToken) => by.Key is { } key
        ? RevokeAsync(by, key.Organisation, key.Id, "AccessService/SignOut", _ => new V1.SignOutResponse(), cancellationToken)
        : throw new AlertsException(
            ErrorKind.FailedPrecondition, ErrorReasons.WrongState, "This call was not made with a key: the token of the machine and an identity provider's tokens cannot be signed out here.");

    private Task<T> RevokeAsync<T>(SignedIn by, Scope organisation, string id, string action, Func<SignInKey, T> answer, CancellationToken cancellationToken)
        where T : Google.Protobuf.IMessage<T>, new() => acts.DoAsync(
            by,
            organisation,
            action,
            null,
            (session, now) =>
            {
                string name = ResourceNames.Key(organisation, id);
                SignInKey? found = KeyRows.Find(session, organisation, id);
                bool own = found is not null && organisation == by.Caller.Organisation && found.PersonId == by.Caller.Subject;
                if (found is null || !(own || Acts.Manages(by, organisation)))
                    throw AlertsException.NoSuch(name);
                KeyRows.Revoke(session, found, now);
                return (answer(found with { Revoked = found.Revoked ?? now }), $"{name} {ResourceNames.Person(organisation, found.PersonId)}", "");
            },
            cancellationToken);

    private static string PersonOf(string name, Scope organisation) => ResourceNames.Person("person", name) is var (found, id) && found == organisation
        ? id
        : throw AlertsException.Invalid("person", "must be of the organisation in parent.");
}
