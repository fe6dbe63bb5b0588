using System.Diagnostics;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Notify.Streaming.Matching;
using Alerts.Notify.Watches;
using Alerts.Terms;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Alerts.Benchmarks;

/// <summary>
/// Who of 100,000 subscribers may want an alert: by notify's index, and by the spatial index of NetTopologySuite over the same circles. Medians
/// and not means, since a large city has hundreds of times the watchers of a small one. Both sides name candidates by their boxes, and then test
/// each of them exactly.
/// </summary>
internal static class MatchingTable
{
    private const int Subscribers = 100_000;
    private const int Cities = 500;
    private const int Alerts = 4_096;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public static void Write()
    {
        var random = new Random(42);
        GeoPoint[] centres = [.. Enumerable.Range(0, Cities).Select(_ => new GeoPoint(44.5 + (random.NextDouble() * 7.5), 22.5 + (random.NextDouble() * 17)))];
        // As cities are: the second is half as large as the first, and so on.
        double[] cumulated = new double[Cities];
        for (int i = 0; i < Cities; i++)
            cumulated[i] = (i == 0 ? 0 : cumulated[i - 1]) + (1.0 / (i + 1));
        int Pick() => Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]) is var at && at >= 0 ? at : Math.Min(~at, Cities - 1);
        GeoPoint Near(int city) => new(centres[city].Latitude + ((random.NextDouble() - 0.5) * 0.3), centres[city].Longitude + ((random.NextDouble() - 0.5) * 0.4));

        AlertFilter Floor() => new() { Minimum = new Minimum((ThreatLevel)(1 + random.Next(5)), null) };
        SubscriptionTerms[] ofCities = [.. Enumerable.Range(0, Subscribers).Select(_ => Pick()).Select(c => Terms(Floor().At([new WatchedCity(c, centres[c])], [], [])))];
        SubscriptionTerms[] ofCircles = [.. Enumerable.Range(0, Subscribers).Select(_ => Terms(Floor().At([], [new Circle(Near(Pick()), 1 + (random.NextDouble() * 9))], [])))];
        LogEntry[] alerts = [.. Enumerable.Range(0, Alerts).Select(i => (Number: i, City: Pick())).Select(a => Row(a.Number, a.City, Near(a.City), (ThreatLevel)(1 + random.Next(5))))];

        var found = new List<SubscriptionTerms>();
        ReachIndex<SubscriptionTerms> cities = Fill(ofCities);
        LogEntry[] inCities = [.. alerts.Select(a => a with { Reach = a.Reach with { Sites = [] } })];
        Measure("cities by name, index", i => cities.Find(inCities[i], found), found, inCities, isExact: false);
        Measure("cities within 50 km, index", i => cities.Find(alerts[i], found), found, alerts, isExact: false);
        ReachIndex<SubscriptionTerms> circles = Fill(ofCircles);
        Measure("circles, index", i => circles.Find(alerts[i], found), found, alerts, isExact: false);
        Measure("circles, index, each tested", i => circles.Find(alerts[i], found), found, alerts, isExact: true);
        var tree = new STRtree<SubscriptionTerms>();
        foreach (SubscriptionTerms terms in ofCircles)
        {
            GeoBox box = terms.Filter.Areas[0].Cover[0];
            tree.Insert(new Envelope(box.West, box.East, box.South, box.North), terms);
        }

        tree.Build();
        void Query(int i)
        {
            GeoPoint point = alerts[i].Reach.Sites.First().Point;
            found.AddRange(tree.Query(new Envelope(point.Longitude, point.Longitude, point.Latitude, point.Latitude)));
        }

        Measure("circles, STRtree", Query, found, alerts, isExact: false);
        Measure("circles, STRtree, each tested", Query, found, alerts, isExact: true);
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < Subscribers; i++)
        {
            circles.Remove(ofCircles[i], ofCircles[i]);
            circles.Add(ofCircles[i], ofCircles[i]);
        }

        Console.WriteLine($"{"circles, one leaves and joins again",-36} {Stopwatch.GetElapsedTime(began).TotalMicroseconds / Subscribers,8:0.0} µs");
    }

    private static ReachIndex<SubscriptionTerms> Fill(SubscriptionTerms[] members)
    {
        var index = new ReachIndex<SubscriptionTerms>();
        foreach (SubscriptionTerms member in members)
            index.Add(member, member);
        return index;
    }

    private static void Measure(string what, Action<int> find, List<SubscriptionTerms> found, LogEntry[] alerts, bool isExact)
    {
        var took = new List<double>();
        long hits = 0;
        for (int round = 0; round < 2; round++)
        {
            took.Clear();
            hits = 0;
            long began = Stopwatch.GetTimestamp();
            for (int i = 0; Stopwatch.GetElapsedTime(began) < Length; i = (i + 1) % alerts.Length)
            {
                found.Clear();
                long start = Stopwatch.GetTimestamp();
                find(i);
                if (isExact)
                    found.RemoveAll(terms => !terms.Admits(alerts[i]));
                took.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                hits += found.Count;
            }
        }

        took.Sort();
        Console.WriteLine($"{what,-36} {took[took.Count / 2],8:0.0} µs p50 {took[(int)(took.Count * 0.99)],8:0.0} µs p99 {hits / (double)took.Count,8:0.0} found");
    }

    // Every one is somebody of his own, though many say the same.
    private static SubscriptionTerms Terms(AlertFilter filter) => new(Scope.Local, filter, TimeSpan.FromSeconds(15));

    private static LogEntry Row(int number, int city, GeoPoint site, ThreatLevel level) => new(
        new LogPoint(number + 1, default),
        $"{number}",
        Scope.Shared,
        new Reach { Cities = [city], Countries = ["UA"], Sites = [new ReachSite(site, 0)], PeakLevel = level, PeakUrgency = Urgency.Flash, Traits = ReachTraits.Real | ReachTraits.Untyped },
        [],
        default);
}
