using System.Collections.Frozen;
using Alerts.Platform.Access;
using Alerts.Terms;

namespace Alerts.Gateway.People;

// Who may sign in, as of one commit of the store. Held in memory as a whole (about 500 bytes a key), so that a wrong secret costs one hash
// and no memory, and so that people can sign in while the database is away. Immutable.
internal sealed class Roster
{
    private readonly FrozenDictionary<Scope, Organisation> _organisations;
    private readonly FrozenDictionary<(Scope, string), Person> _people;
    private readonly FrozenDictionary<string, SignInKey> _keys;
    private readonly FrozenDictionary<string, string> _keysByDigest;
    private readonly FrozenDictionary<string, Invitation> _invitations;

    // Keys and invitations come with the digests of their secrets; those that are revoked or used may be left out.
    public Roster(
        long number,
        IEnumerable<Organisation> organisations,
        IEnumerable<Person> people,
        IReadOnlyCollection<(byte[] Digest, SignInKey Key)> keys,
        IEnumerable<(byte[] Digest, Invitation Invitation)> invitations)
    {
        Number = number;
        _organisations = organisations.ToFrozenDictionary(o => o.Id);
        _people = people.ToFrozenDictionary(p => (p.Organisation, p.Id));
        _keys = keys.ToFrozenDictionary(k => k.Key.Id, k => k.Key);
        _keysByDigest = keys.ToFrozenDictionary(k => Convert.ToBase64String(k.Digest), k => k.Key.Id);
        _invitations = invitations.ToFrozenDictionary(i => Convert.ToBase64String(i.Digest), i => i.Invitation);
    }

    public static Roster Empty { get; } = new(-1, [], [], [], []);

    // Of the change that it was read after.
    public long Number { get; }

    public bool HasAdministrator(DateTimeOffset now) => _keys.Keys.Any(id => Find(id, now) is { } found && found.Caller.Roles.HasFlag(Roles.Administrator));

    public Organisation? Organisation(Scope id) => _organisations.GetValueOrDefault(id);

    public Person? Person(Scope organisation, string id) => _people.GetValueOrDefault((organisation, id));

    // A secret of one kind; null when it is not known or no longer good.
    public SignedIn? SignIn(string secret, DateTimeOffset now)
    {
        string digest = Convert.ToBase64String(Secret.Digest(secret));
        if (_keysByDigest.TryGetValue(digest, out string? key))
            return Find(key, now);
        return _invitations.TryGetValue(digest, out Invitation? invitation) && invitation.IsOpen(now) && Living(invitation.Organisation, invitation.PersonId) is { } person
            ? new SignedIn(new Principal(person.Id, person.Organisation, Roles.Invited), person.DisplayName, LanguageOf(person)) { Invitation = invitation, Expires = invitation.Expires }
            : null;
    }

    // What a key is good for; null when it is no longer.
    public SignedIn? Find(string keyId, DateTimeOffset now)
    {
        if (!_keys.TryGetValue(keyId, out SignInKey? key) || key.Revoked is not null || now >= key.Expires || Living(key.Organisation, key.PersonId) is not { } person)
            return null;
        Roles roles = key.Roles & person.Roles;
        return roles == Roles.None
            ? null
            : new SignedIn(new Principal(person.Id, person.Organisation, roles) { Key = key.Id }, person.DisplayName, LanguageOf(person)) { Key = key, Expires = key.Expires };
    }

    // Whether somebody may not be in, whatever vouches for them; who is not known here may.
    public bool ShutsOut(Scope organisation, string person) =>
        Organisation(organisation) is { IsSuspended: true } || Person(organisation, person) is { IsSuspended: true };

    // Whether a key is past its time, and not ended by anybody.
    public bool HasRunOut(string keyId, DateTimeOffset now) => _keys.TryGetValue(keyId, out SignInKey? key) && now >= key.Expires;

    private Person? Living(Scope organisation, string id) =>
        _people.GetValueOrDefault((organisation, id)) is { IsSuspended: false } person && _organisations.GetValueOrDefault(organisation) is { IsSuspended: false } ? person : null;

    private string LanguageOf(Person person) => person.Language.Length > 0 ? person.Language : _organisations[person.Organisation].Language;
}
