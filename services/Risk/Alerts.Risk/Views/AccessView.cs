using Alerts.Risk.Access;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>
/// What one scope sees of access: its own book, laid over the shared one. Invariant: a shared incident that the organisation has an overlay of counts only through the overlay. Not thread
/// safe: <see cref="ThreatBoard"/> guards it.
/// </summary>
internal sealed class AccessView(Scope scope, AccessView? shared)
{
    // The picture of a city stays as it is until a book changes, once everything known has begun: decay has no part in it.
    private readonly Dictionary<int, (long Version, DateTimeOffset From, AccessPicture? Picture)> _made = [];

    public AccessBook Book { get; private init; } = new();

    private long Version => Book.Version + (shared?.Version ?? 0);

    /// <summary>A view that shows the same and can be changed without changing this one: for "what if".</summary>
    public AccessView Fork()
    {
        AccessView fork = shared is null ? new AccessView(scope, this) : new AccessView(scope, shared) { Book = Book.Copy() };
        foreach (AccessThread thread in (shared ?? this).Book.Threads.Where(t => fork.Book.ThreadOf(t.CityId) is null))
            fork.Book.Put(thread);
        return fork;
    }

    /// <summary>Whether the scope has a thread of its own for a city: then it stands in for the shared one.</summary>
    public bool HasOwnThread(int cityId) => shared is null || Book.Holds(cityId) || Book.ThreadOf(cityId) is not null;

    public AccessThread? ThreadOf(int cityId) => HasOwnThread(cityId) ? Book.ThreadOf(cityId) : shared!.ThreadOf(cityId);

    public bool Holds(int cityId) => Book.Holds(cityId) || shared?.Holds(cityId) == true;

    public AccessPicture? Read(int cityId, DateTimeOffset at)
    {
        if (!Holds(cityId))
            return null;
        if (_made.TryGetValue(cityId, out var made) && made.Version == Version && at >= made.From)
            return made.Picture;
        AccessEvidence[] evidence = [.. Evidence(cityId)];
        AccessEntry[] entries = [.. Entries(cityId)];
        if (evidence.Length == 0 && entries.Length == 0)
            return null;
        AccessPicture? picture = AccessFold.Of(evidence, entries, at);
        if (picture is not null && ThreadOf(cityId) is { IsOpen: true } thread)
            picture = picture with { SituationId = thread.Id };
        DateTimeOffset complete = evidence.Select(e => e.Start).Concat(entries.Select(e => e.At)).Max();
        if (at >= complete)
            _made[cityId] = (Version, complete, picture);
        return picture;
    }

    private IEnumerable<AccessEvidence> Evidence(int cityId) =>
        Book.EvidenceOf(cityId).Concat(shared?.Book.EvidenceOf(cityId).Where(e => !e.OverlaidIn.Contains(scope.Value)) ?? []).Select(e => e.Evidence);

    private IEnumerable<AccessEntry> Entries(int cityId) => Book.EntriesOf(cityId).Concat(shared?.Book.EntriesOf(cityId) ?? []);
}
