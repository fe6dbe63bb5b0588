using System.Collections.Frozen;
using Alerts.Notify.Situations;
using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Tests.Unit.Notify;

// Reaches and filters drawn from a small world, so that they often meet.
internal static class RandomReach
{
    private static readonly string[] Countries = ["ML", "NE", "BF"];

    public static Reach Reach(Random random) => new()
    {
        Cities = [.. Some(random, 3, () => random.Next(1, 6))],
        Countries = NoCountries.Union(Some(random, 2, () => Countries[random.Next(3)])),
        Sites = [.. Some(random, 2, () => new ReachSite(Point(random), random.Next(3) * 5)).Distinct()],
        Categories = [.. Some(random, 2, () => (ThreatCategory)random.Next(1, 6))],
        PeakLevel = random.Next(3) == 0 ? null : (ThreatLevel)random.Next(1, 7),
        PeakUrgency = (Urgency)random.Next(1, 4),
        EventTypes = [.. Some(random, 2, () => (EventType)random.Next(1, 7))],
        LocalTypes = [.. Some(random, 2, () => (LocalType)random.Next(1, 15))],
        Traits = (ReachTraits)random.Next(32),
    };

    public static AlertFilter Filter(Random random) => new AlertFilter
    {
        Countries = Some(random, 2, () => Countries[random.Next(3)]).ToFrozenSet(),
        Minimum = Minimum(random),
        MinimumBy = Some(random, 2, () => (ThreatCategory)random.Next(1, 6)).Distinct().ToFrozenDictionary(c => c, _ => Minimum(random)),
        Categories = Some(random, 2, () => (ThreatCategory)random.Next(1, 6)).ToFrozenSet(),
        EventTypes = Some(random, 1, () => (EventType)random.Next(1, 7)).ToFrozenSet(),
        LocalTypes = Some(random, 1, () => (LocalType)random.Next(1, 15)).ToFrozenSet(),
        ExcludesExercises = random.Next(3) == 0,
    }.At(
        Some(random, 2, () => new WatchedCity(random.Next(1, 6), Point(random))),
        Some(random, 2, () => new Circle(Point(random), random.Next(1, 120))),
        Some(random, 1, () => new Circle(Point(random), random.Next(1, 20))));

    private static Minimum Minimum(Random random) => new(
        random.Next(2) == 0 ? null : (ThreatLevel)random.Next(1, 7), random.Next(2) == 0 ? null : (Urgency)random.Next(1, 4));

    private static System.Collections.Immutable.ImmutableSortedSet<string> NoCountries => Alerts.Notify.Situations.Reach.None.Countries;

    // About one degree around Gao, 16.27 N 0.05 W.
    private static GeoPoint Point(Random random) => new(16.27 + random.NextDouble(), -0.05 + random.NextDouble());

    private static T[] Some<T>(Random random, int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => make())];
}
