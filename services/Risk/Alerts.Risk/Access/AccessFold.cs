using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>
/// Folds evidence and what people entered to the picture of one city. A function of the two sets and the instant: any order of arrival, and any number of repeats, give the same.
/// </summary>
/// <remarks>
/// A person's entry settles what it speaks of: evidence whose last act is not after it no longer counts there. Everything else only ever adds. Pure and thread safe.
/// </remarks>
public static class AccessFold
{
    /// <summary>The picture at an instant.</summary>
    /// <param name="evidence">Pieces about the city.</param>
    /// <param name="entries">What people entered about the city.</param>
    /// <param name="at">The instant; what began or was entered later does not count.</param>
    /// <returns>Null when nothing was ever heard: not known.</returns>
    public static AccessPicture? Of(IEnumerable<AccessEvidence> evidence, IEnumerable<AccessEntry> entries, DateTimeOffset at)
    {
        AccessEntry[] said = [.. entries.Where(e => e.At <= at).DistinctBy(e => e.Id).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal)];
        AccessEvidence[] heard =
        [
            .. evidence.Where(e => e.Start <= at).DistinctBy(e => (e.IncidentId, e.Aspect, e.Bearing))
                .OrderBy(e => e.Start).ThenBy(e => e.IncidentId, StringComparer.Ordinal).ThenBy(e => e.Aspect).ThenBy(e => e.Bearing),
        ];
        if (said.Length == 0 && heard.Length == 0)
            return null;

        WayKey[] keys = [.. heard.Select(e => e.Way).Concat(said.Select(e => e.Way).OfType<WayKey>()).Distinct()];
        Dictionary<WayKey, AccessEntry?> settled = keys.ToDictionary(key => key, key => said.LastOrDefault(e => e.Settles(key)));
        AccessEvidence[] counting = [.. heard.Where(e => settled[e.Way] is not { } entry || e.Last > entry.At)];
        AccessWay[] ways = [.. keys.Select(key => Way(key, settled[key], [.. counting.Where(e => e.Way == key)], [.. heard.Where(e => e.Way == key)]))];

        AccessEntry? whole = said.LastOrDefault(e => e.Aspect is null);
        AccessEvidence[] ofCity = [.. counting.Where(e => whole is null || e.Last > whole.At)];
        AccessEntry[] single = [.. settled.Values.OfType<AccessEntry>().Where(e => e.Aspect is not null && (whole is null || e.At > whole.At)).Distinct().OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal)];
        (AccessState? state, DateTimeOffset? since, IReadOnlyList<LevelReason> reasons) = City(whole, single, AccessRule.OfCity(ofCity));
        return new AccessPicture
        {
            State = state,
            Since = since,
            LastHeard = heard.Select(e => e.LastHeard).Concat(said.Select(e => e.At)).Max(),
            Reasons = reasons,
            Ways = [.. ways.OrderByDescending(w => w.State ?? 0).ThenBy(w => w.Key.Aspect).ThenBy(w => w.Key.Sector)],
            Incidents = [.. counting.Reverse().Select(e => e.IncidentId).Distinct()],
            Standing = counting.Length > 0 ? counting.Max(e => e.Standing) : null,
            Exercise = counting.Any(e => e.Exercise) || said.Any(e => e.Exercise),
            Tlp = counting.Select(e => e.Tlp).Concat(said.Select(e => e.Tlp)).DefaultIfEmpty(TlpLabel.Clear).Min(),
        };
    }

    private static AccessWay Way(WayKey key, AccessEntry? entry, AccessEvidence[] counting, AccessEvidence[] heard)
    {
        Reached? reached = AccessRule.OfWay(counting);
        bool worse = reached is not null && (entry is null || reached.State > entry.State);
        List<LevelReason> reasons = [];
        if (reached is not null)
            reasons.Add(AccessWords.Inferred(reached.Because, reached.Days));
        if (entry is not null)
            reasons.Insert(worse ? reasons.Count : 0, AccessWords.Entered(entry));
        string[] toward = [.. heard.Length > 0 ? AccessWords.Places(heard) : entry is { Toward.Length: > 0 } ? [entry.Toward] : []];
        return new AccessWay(
            key,
            worse ? reached!.State : entry?.State,
            worse ? Later(reached!.Since, entry) : entry?.At,
            heard.Select(e => e.LastHeard).Concat(entry is null ? [] : [entry.At]).Max(),
            toward,
            reasons);
    }

    private static (AccessState?, DateTimeOffset?, IReadOnlyList<LevelReason>) City(AccessEntry? whole, AccessEntry[] single, Reached? reached)
    {
        List<(AccessState State, DateTimeOffset Since, LevelReason Reason)> words = [];
        if (whole is not null)
            words.Add((whole.State, whole.At, AccessWords.Entered(whole)));
        words.AddRange(single.Where(e => e.State > AccessState.Open).Select(e => (OfCity(e), e.At, AccessWords.Entered(e))));
        if (BadAxes(single) is { Length: > 0 } axes)
            words.Add((AccessState.Restricted, axes[^1].At, AccessWords.Entered(axes[^1])));
        if (reached is not null)
            words.Add((reached.State, Later(reached.Since, whole), AccessWords.Inferred(reached.Because, reached.Days)));
        if (words.Count == 0)
            return (null, null, []);
        AccessState worst = words.Max(w => w.State);
        return (worst, words.Where(w => w.State == worst).Min(w => w.Since), [.. words.OrderByDescending(w => w.State).ThenBy(w => w.Since).Select(w => w.Reason).Distinct()]);
    }

    // What a person's word on one way makes of the city. Without fuel, or with all roads bad, a city is restricted whatever else works; one road, the airport or the network
    // alone constrain it. Cut off is said of the city as a whole.
    private static AccessState OfCity(AccessEntry entry) => entry switch
    {
        { State: AccessState.Constrained } => AccessState.Constrained,
        { Aspect: AccessAspect.Fuel } or { Aspect: AccessAspect.Road, Bearing: null } => AccessState.Restricted,
        _ => AccessState.Constrained,
    };

    private static AccessEntry[] BadAxes(AccessEntry[] single)
    {
        AccessEntry[] bad = [.. single.Where(e => e is { Aspect: AccessAspect.Road, Bearing: not null, State: >= AccessState.Restricted })];
        return Compass.Axes(bad.Select(e => e.Bearing!.Value)) >= AccessParameters.RestrictedAxes ? bad : [];
    }

    // Evidence that goes on from before a person's word counts from that word on.
    private static DateTimeOffset Later(DateTimeOffset since, AccessEntry? entry) => entry is not null && entry.At > since ? entry.At : since;
}
