namespace Alerts.Risk.Access;

/// <summary>
/// Every figure of the rule for access, with its reason. Version <see cref="Version"/> was fixed before any scenario was written against it; a change is a new
/// version and a decision record.
/// </summary>
/// <remarks>
/// Where the figures come from: blockades of Sahelian towns build up over weeks, not over days (a ban is announced, then convoys are attacked one by one, then goods
/// run short), while single closures, strikes and highway robberies are everyday there. So one report says little, a few within weeks and from several sides say much.
/// A place with λ supported and severe pieces a year, at random times, has about λ²·14/365 pairs within a fortnight and λ³/2·(30/365)² triples within 30 days: for
/// λ = 2 that is 0.15 and 0.03 a year, before one asks for two axes and two origins.
/// </remarks>
public static class AccessParameters
{
    /// <summary>Version of the rule.</summary>
    public const string Version = "access-1";

    /// <summary>Days within which pieces count together for Constrained: two supply cycles of a town that is served weekly.</summary>
    public const int ConstrainedDays = 14;

    /// <summary>Days within which pieces count together for Restricted and Cut off: stocks of a city last about a month, so what lies further apart is not one pressure.</summary>
    public const int RestrictedDays = 30;

    /// <summary>Pieces, on different days or axes, from which a city is Constrained: one is an incident, two are a pattern to look at.</summary>
    public const int ConstrainedPieces = 2;

    /// <summary>Severe pieces, on different days or axes, from which a city is Restricted.</summary>
    public const int RestrictedPieces = 3;

    /// <summary>Severe pieces on different days from which one way is Restricted: whoever was attacked there once can still say "bad luck".</summary>
    public const int RestrictedPiecesOfAWay = 2;

    /// <summary>Axes that must be hit for Restricted: with one road bad, others still feed the city.</summary>
    public const int RestrictedAxes = 2;

    /// <summary>Axes that must be hit, beside a closed airport, for Cut off to be inferred: cities of the region have three to five main roads.</summary>
    public const int CutOffAxes = 3;

    /// <summary>Degrees between two bearings from which they are two axes: the width of a compass sector. Bends of one road stay within it.</summary>
    public const double AxisDegrees = 45;

    /// <summary>Independent origins that a set of pieces needs for more than Constrained: below that it is one source's story.</summary>
    public const int Origins = 2;

    /// <summary>Days after an act from which a first report of it is history and no evidence: it cannot say what access is now.</summary>
    public const int LateDays = 30;

    /// <summary>Inhabitants from which a city counts as large: nearer small towns do not take an incident on a main road away from it.</summary>
    public const int LargePopulation = 100_000;

    /// <summary>
    /// Kilometres within which an incident on a road that names no city belongs to the nearest large city or capital, or else regional seat: about a day's drive there and back. Beyond it, a city
    /// must be named, and then distance does not matter.
    /// </summary>
    public const double NearestCityKm = 150;

    /// <summary>Kilometres within which a closed airport, a curfew or an outage belongs to a city: the acute rules' distance of an airport.</summary>
    public const double OwnCityKm = 20;

    /// <summary>Days between two digests while access is not open: a weekly coordination meeting reads each once.</summary>
    public const int DigestDays = 7;
}
