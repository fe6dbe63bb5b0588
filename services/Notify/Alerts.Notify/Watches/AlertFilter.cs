using System.Collections.Frozen;
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

    private readonly FrozenSet<int> _cities;
    private readonly FrozenSet<string> _countries;
    private readonly Circle[] _circles;
    private readonly ThreatLevel? _minimumLevel;
    private readonly Urgency? _minimumUrgency;
    private readonly FrozenSet<ThreatCategory> _categories;
    private readonly bool _excludeExercises;

    public AlertFilter(
        IEnumerable<WatchedCity> cities,
        IEnumerable<string> countries,
        IEnumerable<Circle> areas,
        ThreatLevel? minimumLevel,
        Urgency? minimumUrgency,
        IEnumerable<ThreatCategory> categories,
        bool excludeExercises)
    {
        WatchedCity[] watched = [.. cities];
        _cities = watched.Select(c => c.GeonamesId).ToFrozenSet();
        // A situation lists only scored cities; the circle finds what touches a smaller one.
        _circles = [.. watched.Select(c => new Circle(c.Centre, TouchKm)), .. areas];
        _countries = countries.ToFrozenSet(StringComparer.Ordinal);
        _minimumLevel = minimumLevel;
        _minimumUrgency = minimumUrgency;
        _categories = categories.ToFrozenSet();
        _excludeExercises = excludeExercises;
    }

    public static AlertFilter Everything { get; } = new([], [], [], null, null, [], false);

    public bool Matches(Reach reach) =>
        (!_excludeExercises || reach.Traits.HasFlag(ReachTraits.Real))
        && (reach.Traits.HasFlag(ReachTraits.System)
            || (LevelFits(reach) && UrgencyFits(reach) && CategoryFits(reach) && PlaceFits(reach)));

    private bool LevelFits(Reach reach) =>
        _minimumLevel is not { } minimum || reach.Traits.HasFlag(ReachTraits.Unlevelled) || reach.PeakLevel >= minimum;

    private bool UrgencyFits(Reach reach) => _minimumUrgency is not { } minimum || reach.PeakUrgency >= minimum;

    private bool CategoryFits(Reach reach) =>
        _categories.Count == 0 || reach.Traits.HasFlag(ReachTraits.Uncategorised) || reach.Categories.Any(_categories.Contains);

    private bool PlaceFits(Reach reach) =>
        (_countries.Count == 0 && _circles.Length == 0)
        || (_countries.Count > 0 && reach.Countries.Any(_countries.Contains))
        || (_cities.Count > 0 && reach.Cities.Any(_cities.Contains))
        || reach.Sites.Any(site => Array.Exists(_circles, circle => circle.Centre.DistanceKmTo(site.Point) <= circle.RadiusKm + site.SlackKm));
}
