using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>
/// What evidence says of a way and of a city. It is asked at the start of each piece, of the pieces within a window before, and the worst answer stands: time alone never takes a
/// state back, more evidence never gives a better one, and the order in which pieces came plays no part.
/// </summary>
/// <remarks>Pure and thread safe. What a set that is not corroborated says is Constrained at most. Evidence never says Open.</remarks>
internal static class AccessRule
{
    /// <summary>What evidence says of one way.</summary>
    /// <param name="evidence">Pieces about it that no person has settled, by start.</param>
    public static Reached? OfWay(IReadOnlyList<AccessEvidence> evidence) => Worst(evidence, WayNow);

    /// <summary>What evidence says of a city as a whole.</summary>
    /// <param name="evidence">Pieces about it that no person has settled, by start.</param>
    public static Reached? OfCity(IReadOnlyList<AccessEvidence> evidence) => Worst(evidence, CityNow);

    private static Reached? Worst(IReadOnlyList<AccessEvidence> evidence, Func<DateTimeOffset, IReadOnlyList<AccessEvidence>, Reached?> now)
    {
        Reached? worst = null;
        foreach (DateTimeOffset instant in evidence.Select(e => e.Start).Distinct())
        {
            if (now(instant, evidence) is { } reached && (worst is null || reached.State > worst.State))
                worst = reached;
        }

        return worst;
    }

    private static Reached? WayNow(DateTimeOffset now, IReadOnlyList<AccessEvidence> evidence)
    {
        AccessEvidence[] month = Within(evidence, now, AccessParameters.RestrictedDays);
        if (Closed(month) is { Length: > 0 } closed)
            return new Reached(AccessState.CutOff, now, closed, AccessParameters.RestrictedDays);
        if (WayRestricted(month) is { Length: > 0 } restricted)
            return new Reached(AccessState.Restricted, now, restricted, AccessParameters.RestrictedDays);
        AccessEvidence[] fortnight = Within(evidence, now, AccessParameters.ConstrainedDays);
        bool alone = Array.Exists(fortnight, e => e.IsCorroborated || (e.IsSupported && e.Kind is AccessEvidenceKind.AirportClosed or AccessEvidenceKind.Outage));
        bool pattern = Spots(fortnight) >= AccessParameters.ConstrainedPieces && OriginsOf(fortnight) >= AccessParameters.Origins;
        return alone || pattern ? new Reached(AccessState.Constrained, now, fortnight, AccessParameters.ConstrainedDays) : null;
    }

    private static Reached? CityNow(DateTimeOffset now, IReadOnlyList<AccessEvidence> evidence)
    {
        AccessEvidence[] month = Within(evidence, now, AccessParameters.RestrictedDays);
        AccessEvidence[] severe = Severe(month);
        AccessEvidence[] closed = Closed(month);
        AccessEvidence[] siege = Siege(month);
        int axes = Compass.Axes(severe.Select(e => e.Bearing).OfType<double>());
        bool many = Spots(severe) >= AccessParameters.RestrictedPieces && IsCorroborated(severe);
        if (closed.Length > 0 && (siege.Length > 0 || (many && axes >= AccessParameters.CutOffAxes)))
            return new Reached(AccessState.CutOff, now, [.. severe, .. closed], AccessParameters.RestrictedDays);
        bool broad = axes >= AccessParameters.RestrictedAxes || (axes > 0 && Array.Exists(severe, e => e.Kind == AccessEvidenceKind.Shortage));
        if (siege.Length > 0 || (many && broad))
            return new Reached(AccessState.Restricted, now, severe, AccessParameters.RestrictedDays);
        if (Shortages(month) is { Length: > 0 } shortages)
            return new Reached(AccessState.Restricted, now, shortages, AccessParameters.RestrictedDays);
        return Constrained(now, evidence, month);
    }

    private static Reached? Constrained(DateTimeOffset now, IReadOnlyList<AccessEvidence> evidence, AccessEvidence[] month)
    {
        AccessEvidence[] way = [.. month.GroupBy(e => e.Way).SelectMany(g => Closed([.. g]).Concat(WayRestricted([.. g]))).Distinct()];
        if (way.Length > 0)
            return new Reached(AccessState.Constrained, now, [.. month.Where(way.Contains)], AccessParameters.RestrictedDays);
        AccessEvidence[] fortnight = [.. Within(evidence, now, AccessParameters.ConstrainedDays).Where(e => e.IsSupported)];
        bool announced = Array.Exists(fortnight, e => e.IsCorroborated && (e.Kind == AccessEvidenceKind.Blockade || (e is { Kind: AccessEvidenceKind.Threat, IsStated: true })));
        bool pattern = Spots(fortnight) >= AccessParameters.ConstrainedPieces
            && IsCorroborated(fortnight)
            && Array.Exists(fortnight, e => e.IsSevere || e.Kind == AccessEvidenceKind.Threat);
        return announced || pattern ? new Reached(AccessState.Constrained, now, fortnight, AccessParameters.ConstrainedDays) : null;
    }

    private static AccessEvidence[] WayRestricted(AccessEvidence[] way)
    {
        AccessEvidence[] outage = [.. way.Where(e => e.Kind == AccessEvidenceKind.Outage && e.IsCorroborated)];
        if (outage.Length > 0)
            return outage;
        if (Siege(way) is { Length: > 0 } siege)
            return siege;
        AccessEvidence[] roads = [.. Severe(way).Where(e => e.Aspect == AccessAspect.Road)];
        return roads.Select(e => e.Day).Distinct().Count() >= AccessParameters.RestrictedPiecesOfAWay && IsCorroborated(roads) ? roads : Shortages(way);
    }

    private static AccessEvidence[] Closed(AccessEvidence[] evidence) => [.. evidence.Where(e => e.Kind == AccessEvidenceKind.AirportClosed && e.IsCorroborated)];

    // All around the city, and more than one source's or the besieger's word.
    private static AccessEvidence[] Siege(AccessEvidence[] evidence) =>
        [.. evidence.Where(e => e is { Kind: AccessEvidenceKind.Blockade, Aspect: AccessAspect.Road, Bearing: null } && e.IsCorroborated)];

    // A city that runs short on more than one day.
    private static AccessEvidence[] Shortages(AccessEvidence[] evidence)
    {
        AccessEvidence[] found = [.. evidence.Where(e => e.Kind == AccessEvidenceKind.Shortage && e.IsSupported)];
        return found.Select(e => e.Day).Distinct().Count() >= AccessParameters.RestrictedPiecesOfAWay && IsCorroborated(found) ? found : [];
    }

    private static AccessEvidence[] Severe(AccessEvidence[] evidence) => [.. evidence.Where(e => e.IsSevere && e.IsSupported)];

    private static AccessEvidence[] Within(IReadOnlyList<AccessEvidence> evidence, DateTimeOffset now, int days) =>
        [.. evidence.Where(e => e.Start <= now && e.Last >= now.AddDays(-days))];

    // Two reports of one attack that were not recognised as one are still one day and one side of the city.
    private static int Spots(IEnumerable<AccessEvidence> evidence) =>
        evidence.GroupBy(e => e.IncidentId).Select(g => (g.First().Day, g.Select(e => e.Way.Sector).FirstOrDefault(s => s is not null))).Distinct().Count();

    // A set speaks with the voices of all its pieces: one that is corroborated by itself, or two independent origins together.
    private static bool IsCorroborated(AccessEvidence[] evidence) =>
        OriginsOf(evidence) >= AccessParameters.Origins || Array.Exists(evidence, e => e.IsCorroborated);

    private static int OriginsOf(IEnumerable<AccessEvidence> evidence) => evidence.SelectMany(e => e.Origins).Distinct(StringComparer.Ordinal).Count();
}
