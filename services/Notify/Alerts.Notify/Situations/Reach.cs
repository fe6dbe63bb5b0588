using System.Collections.Immutable;
using Alerts.Terms;

namespace Alerts.Notify.Situations;

// Everything that a situation ever touched, so that what matched once matches for ever: corrections and recalls reach everybody who
// was told. Grows only; Union is associative, commutative and idempotent. Immutable.
internal sealed record Reach
{
    public static Reach None { get; } = new();

    // GeoNames ids of the cities touched.
    public ImmutableSortedSet<int> Cities { get; init; } = [];

    // ISO 3166-1 alpha-2, upper case.
    public ImmutableSortedSet<string> Countries { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    // Each once; read for every row of a replay, so no set, which costs more to make.
    public ImmutableArray<ReachSite> Sites { get; init; } = [];

    public ImmutableSortedSet<ThreatCategory> Categories { get; init; } = [];

    // Types of event, by the ACLED codebook.
    public ImmutableSortedSet<EventType> EventTypes { get; init; } = [];

    // Types of event that the codebook omits.
    public ImmutableSortedSet<LocalType> LocalTypes { get; init; } = [];

    // Highest level that it ever forced or accompanied; null when it never had one.
    public ThreatLevel? PeakLevel { get; init; }

    public Urgency PeakUrgency { get; init; } = Urgency.Routine;

    public ReachTraits Traits { get; init; }

    public Reach Union(Reach other) => new()
    {
        Cities = Cities.Union(other.Cities),
        Countries = Countries.Union(other.Countries),
        Sites = [.. Enumerable.Union(Sites, other.Sites)],
        Categories = Categories.Union(other.Categories),
        EventTypes = EventTypes.Union(other.EventTypes),
        LocalTypes = LocalTypes.Union(other.LocalTypes),
        PeakLevel = PeakLevel is null || other.PeakLevel > PeakLevel ? other.PeakLevel : PeakLevel,
        PeakUrgency = (Urgency)Math.Max((int)PeakUrgency, (int)other.PeakUrgency),
        Traits = Traits | other.Traits,
    };
}
