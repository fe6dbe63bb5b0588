using System.Collections.Frozen;
using System.Collections.Immutable;
using Alerts.Notify.Situations;
using Alerts.Terms;

namespace Alerts.Notify.Watches;

// Which situations one subscriber wants. Of cities, countries and areas one must fit, if any is named; everything else that is set
// must fit as well. Pure; looks at the whole reach, so that Matches(a) implies Matches(a ∪ b): whoever was told of a situation is told
// of its end. Immutable, thread safe.
internal sealed class AlertFilter
{
    // "Touches the city", as the contract of AlertFilter.geonames_ids has it; the radius of the forecast as well.
    public const double TouchKm = 50;

    public static AlertFilter Everything { get; } = new();

    // GeoNames ids. Each has its circle among the areas as well: a situation lists only scored cities, the circle finds what touches another.
    public FrozenSet<int> Cities { get; private init; } = [];

    // ISO 3166-1 alpha-2.
    public FrozenSet<string> Countries { get; init; } = [];

    // All areas, those around cities and own sites too.
    public ImmutableArray<IArea> Areas { get; private init; } = [];

    // The areas among them that are around the subscriber's own sites.
    public ImmutableArray<IArea> OwnSites { get; private init; } = [];

    // What holds for categories that have no minimum of their own.
    public Minimum Minimum { get; init; }

    public FrozenDictionary<ThreatCategory, Minimum> MinimumBy { get; init; } = FrozenDictionary<ThreatCategory, Minimum>.Empty;

    // Empty: all.
    public FrozenSet<ThreatCategory> Categories { get; init; } = [];

    // Empty together with LocalTypes: all types of event.
    public FrozenSet<EventType> EventTypes { get; init; } = [];

    public FrozenSet<LocalType> LocalTypes { get; init; } = [];

    public bool ExcludesExercises { get; init; }

    // Whether no place is named: it fits wherever something is.
    public bool IsEverywhere => Countries.Count == 0 && Areas.IsEmpty;

    // The filter for places as well.
    public AlertFilter At(IEnumerable<WatchedCity> cities, IEnumerable<IArea> areas, IEnumerable<IArea> ownSites)
    {
        WatchedCity[] watched = [.. cities];
        ImmutableArray<IArea> own = [.. ownSites];
        return new AlertFilter
        {
            Cities = watched.Select(c => c.GeonamesId).ToFrozenSet(),
            Countries = Countries,
            Areas = [.. watched.Select(c => new Circle(c.Centre, TouchKm)), .. areas, .. own],
            OwnSites = own,
            Minimum = Minimum,
            MinimumBy = MinimumBy,
            Categories = Categories,
            EventTypes = EventTypes,
            LocalTypes = LocalTypes,
            ExcludesExercises = ExcludesExercises,
        };
    }

    public bool Matches(Reach reach) =>
        (!ExcludesExercises || reach.Traits.HasFlag(ReachTraits.Real))
        && (reach.Traits.HasFlag(ReachTraits.System) || (MinimumFits(reach) && TypeFits(reach) && PlaceFits(reach)));

    public bool TouchesOwnSite(Reach reach) => TouchesAny(OwnSites, reach);

    // By index: walking along a sorted set costs more than all the rest of a test, and nearly all hold one thing.
    private static bool Meets<T>(ImmutableSortedSet<T> touched, FrozenSet<T> wanted)
    {
        for (int i = 0; i < touched.Count; i++)
        {
            if (wanted.Contains(touched[i]))
                return true;
        }

        return false;
    }

    private static bool TouchesAny(ImmutableArray<IArea> areas, Reach reach)
    {
        foreach (ReachSite site in reach.Sites)
        {
            foreach (IArea area in areas)
            {
                if (area.Touches(site.Point, site.SlackKm))
                    return true;
            }
        }

        return false;
    }

    // One of the situation's categories must be wanted and reach its minimum. Peaks are those of the whole situation: too much rather than
    // too little where it changed its category.
    private bool MinimumFits(Reach reach)
    {
        if (Categories.Count == 0 && MinimumBy.Count == 0)
            return Minimum.Fits(reach);
        return reach.Traits.HasFlag(ReachTraits.Uncategorised)
            ? Minimum.Fits(reach) || MinimumBy.Values.Any(minimum => minimum.Fits(reach))
            : reach.Categories.Any(category => IsWanted(category) && MinimumBy.GetValueOrDefault(category, Minimum).Fits(reach));
    }

    private bool IsWanted(ThreatCategory category) => Categories.Count == 0 || Categories.Contains(category);

    private bool TypeFits(Reach reach) =>
        (EventTypes.Count == 0 && LocalTypes.Count == 0)
        || reach.Traits.HasFlag(ReachTraits.Untyped)
        || Meets(reach.EventTypes, EventTypes)
        || Meets(reach.LocalTypes, LocalTypes);

    private bool PlaceFits(Reach reach) =>
        IsEverywhere
        || (Countries.Count > 0 && Meets(reach.Countries, Countries))
        || (Cities.Count > 0 && Meets(reach.Cities, Cities))
        || TouchesAny(Areas, reach);
}
