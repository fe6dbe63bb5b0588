using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Notify.Streaming.Matching;
using Alerts.Notify.Watches;
using Alerts.Terms;
using Alerts.Tests.Unit.Notify.Watches;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Streaming.Matching;

public sealed class ReachIndexTests
{
    private static readonly Scope[] Scopes = [Scope.Local, new("other")];

    // The one promise of the index, over subscribers that come and go.
    [Fact]
    public void Find_AnyRow_NamesEverybodyWhoAdmitsIt()
    {
        var random = new Random(11);
        var index = new ReachIndex<SubscriptionTerms>();
        var members = new List<SubscriptionTerms>();
        for (int step = 0; step < 4_000; step++)
        {
            if (members.Count > 0 && random.Next(3) == 0)
            {
                int at = random.Next(members.Count);
                index.Remove(members[at], members[at]);
                members.RemoveAt(at);
            }
            else
            {
                members.Add(Terms(random, RandomReach.Filter(random)));
                index.Add(members[^1], members[^1]);
            }

            AssertFinds(index, members, Row(random, RandomReach.Reach(random)));
        }
    }

    [Fact]
    public void Find_AreasAllOverTheEarth_NamesEverybodyWhoAdmitsIt()
    {
        var random = new Random(12);
        var index = new ReachIndex<SubscriptionTerms>();
        IArea[] areas = [.. Enumerable.Range(0, 400).Select(_ => RandomArea.Any(random))];
        SubscriptionTerms[] members = [.. areas.Select(area => Terms(random, new AlertFilter().At([], [area], [])))];
        foreach (SubscriptionTerms member in members)
            index.Add(member, member);
        int admitted = 0;
        for (int i = 0; i < 4_000; i++)
        {
            GeoPoint point = RandomArea.Near(random, areas[random.Next(areas.Length)]);
            admitted += AssertFinds(index, members, Row(random, new Reach { Sites = [new ReachSite(point, random.Next(3) * 25)] }));
        }

        Assert.True(admitted > 4_000, $"Only {admitted} rows were wanted: the draw tells little.");
    }

    [Fact]
    public void Find_OtherPlaces_NamesNobody()
    {
        var index = new ReachIndex<SubscriptionTerms>();
        var random = new Random(13);
        for (int i = 0; i < 1_000; i++)
        {
            // Degrees 10 to 20 north.
            var city = new WatchedCity(i, new GeoPoint(10 + (random.NextDouble() * 10), random.NextDouble() * 10));
            SubscriptionTerms member = Terms(random, new AlertFilter().At([city], [], []));
            index.Add(member, member);
        }

        Assert.Empty(Found(index, Row(random, new Reach { Cities = [5_000], Countries = ["ML"], Sites = [new ReachSite(new GeoPoint(40, 5), 50)] })));
    }

    [Fact]
    public void Remove_LastMember_LeavesNothing()
    {
        var random = new Random(14);
        var index = new ReachIndex<SubscriptionTerms>();
        SubscriptionTerms[] members = [.. Enumerable.Range(0, 50).Select(_ => Terms(random, RandomReach.Filter(random)))];
        foreach (SubscriptionTerms member in members)
            index.Add(member, member);
        random.Shuffle(members);
        foreach (SubscriptionTerms member in members)
            index.Remove(member, member);

        Assert.Empty(Found(index, Row(random, RandomReach.Reach(random) with { Traits = ReachTraits.System | ReachTraits.Real })));
    }

    private static int AssertFinds(ReachIndex<SubscriptionTerms> index, IReadOnlyCollection<SubscriptionTerms> members, LogEntry row)
    {
        HashSet<SubscriptionTerms> found = [.. Found(index, row)];
        SubscriptionTerms[] admitting = [.. members.Where(m => m.Admits(row))];
        Assert.All(admitting, m => Assert.Contains(m, found));
        return admitting.Length;
    }

    private static List<SubscriptionTerms> Found(ReachIndex<SubscriptionTerms> index, LogEntry row)
    {
        var found = new List<SubscriptionTerms>();
        index.Find(row, found);
        return found;
    }

    // An interval of its own makes each a member of its own, as a reference would.
    private static SubscriptionTerms Terms(Random random, AlertFilter filter) =>
        new(Scopes[random.Next(2)], filter, TimeSpan.FromTicks(random.NextInt64()));

    private static LogEntry Row(Random random, Reach reach) =>
        new(new LogPoint(1, default), "a", random.Next(3) == 0 ? Scopes[random.Next(2)] : Scope.Shared, reach, random.Next(5) == 0 ? ["other"] : [], default);
}
