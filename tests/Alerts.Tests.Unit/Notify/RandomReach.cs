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
        Sites = [.. Some(random, 2, () => new ReachSite(Point(random), random.Next(3) * 5))],
        Categories = [.. Some(random, 2, () => (ThreatCategory)random.Next(1, 6))],
        PeakLevel = random.Next(3) == 0 ? null : (ThreatLevel)random.Next(1, 7),
        PeakUrgency = (Urgency)random.Next(1, 4),
        Traits = (ReachTraits)random.Next(16),
    };

    public static AlertFilter Filter(Random random) => new(
        Some(random, 2, () => new WatchedCity(random.Next(1, 6), Point(random))),
        Some(random, 2, () => Countries[random.Next(3)]),
        Some(random, 2, () => new Circle(Point(random), random.Next(1, 120))),
        random.Next(2) == 0 ? null : (ThreatLevel)random.Next(1, 7),
        random.Next(2) == 0 ? null : (Urgency)random.Next(1, 4),
        Some(random, 2, () => (ThreatCategory)random.Next(1, 6)),
        random.Next(3) == 0);

    private static System.Collections.Immutable.ImmutableSortedSet<string> NoCountries => Alerts.Notify.Situations.Reach.None.Countries;

    // About one degree around Gao, 16.27 N 0.05 W.
    private static GeoPoint Point(Random random) => new(16.27 + random.NextDouble(), -0.05 + random.NextDouble());

    private static T[] Some<T>(Random random, int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => make())];
}
