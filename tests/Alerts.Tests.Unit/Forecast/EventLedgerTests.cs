using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;
using static Alerts.Tests.Unit.Forecast.ForecastFacts;

namespace Alerts.Tests.Unit.Forecast;

public sealed class EventLedgerTests
{
    [Property(MaxTest = 100)]
    public void Put_AnyOrder_GivesTheSameBits(int seed)
    {
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 60);
        EventLedger sorted = NewLedger();
        foreach (LedgerEvent one in events.OrderBy(e => e.LocalDay)) sorted.Put(one);
        EventLedger shuffled = NewLedger();
        var random = new Random(seed);
        var forecaster = new Forecaster(shuffled);
        foreach (LedgerEvent one in events.OrderBy(_ => random.Next()))
        {
            shuffled.Put(one);
            // Reading in between builds the caches, which must not show.
            if (random.Next(3) == 0) forecaster.Score(Bamako.GeonameId, at, TimeSpan.Zero, Horizon.Days30);
        }

        AssertSame(sorted, shuffled, at);
        AssertSame(sorted, shuffled, at.AddDays(-250));
    }

    [Property(MaxTest = 100)]
    public void Put_RevisionsAndRetractions_EqualTheFinalStateAlone(int seed)
    {
        var random = new Random(seed);
        (LedgerEvent[] _, DateTimeOffset at) = RandomLedger.Of(seed, 2);
        EventLedger lived = NewLedger();
        var final = new Dictionary<string, LedgerEvent>();
        for (int i = 0; i < 80; i++)
        {
            string id = $"incident-{random.Next(15)}";
            if (random.Next(4) == 0)
            {
                Assert.Equal(final.Remove(id), lived.Remove(id));
            }
            else
            {
                lived.Put(final[id] = RandomLedger.One(random, id));
            }

            if (random.Next(5) == 0) P30(lived, Gao, at);
        }

        EventLedger flat = NewLedger();
        foreach (LedgerEvent one in final.Values) flat.Put(one);
        Assert.Equal(flat.Count, lived.Count);
        AssertSame(flat, lived, at);
    }

    [Property(MaxTest = 100)]
    public void Put_OneMoreLethalEvent_LowersNoForecast(int seed)
    {
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 40);
        EventLedger ledger = NewLedger();
        foreach (LedgerEvent one in events) ledger.Put(one);
        double[] before = All(ledger, at);
        ledger.Put(RandomLedger.One(new Random(seed + 1), "more") with { Lethal = true });
        Assert.All(All(ledger, at).Zip(before), pair => Assert.True(pair.First >= pair.Second));
    }

    [Property(MaxTest = 100)]
    public void Overlay_AnyHistory_EqualsAFlatLedgerOfWhatItShows(int seed)
    {
        var random = new Random(seed);
        EventLedger parent = NewLedger();
        var child = new EventLedger(parent);
        var shared = new Dictionary<string, LedgerEvent>();
        var own = new Dictionary<string, LedgerEvent>();
        var hidden = new HashSet<string>();
        DateTimeOffset at = Morning(Day).AddDays(random.Next(10, 420));
        for (int i = 0; i < 120; i++)
        {
            string id = $"shared-{random.Next(10)}";
            string mine = $"own-{random.Next(5)}";
            switch (random.Next(7))
            {
                case 0 or 1: parent.Put(shared[id] = RandomLedger.One(random, id)); break;
                case 2: parent.Remove(id); shared.Remove(id); break;
                case 3: child.Put(own[mine] = RandomLedger.One(random, mine)); break;
                case 4: child.Remove(mine); own.Remove(mine); break;
                case 5: child.Hide(id); hidden.Add(id); break;
                default: child.Unhide(id); hidden.Remove(id); break;
            }

            if (random.Next(4) == 0) P30(child, Bamako, at);
        }

        EventLedger flat = NewLedger();
        foreach (LedgerEvent one in shared.Values.Where(e => !hidden.Contains(e.IncidentId)).Concat(own.Values)) flat.Put(one);
        AssertSame(flat, child, at);
        EventLedger flatParent = NewLedger();
        foreach (LedgerEvent one in shared.Values) flatParent.Put(one);
        AssertSame(flatParent, parent, at);
        Assert.All(hidden, id => Assert.False(child.Contains(id)));
        Assert.All(own.Keys, id => Assert.True(child.Contains(id) && !parent.Contains(id)));
    }

    [Fact]
    public void Explain_Overlay_NamesOwnIncidentsAndNotHiddenOnes()
    {
        EventLedger parent = NewLedger();
        parent.Put(Event("shared", Bamako, 9, Day));
        parent.Put(Event("hidden", Bamako, 12, Day));
        var child = new EventLedger(parent);
        child.Put(Event("own", Bamako, 30, Day));
        child.Hide("hidden");
        ForecastExplanation why = new Forecaster(child).Explain(Bamako.GeonameId, Morning(Day.AddDays(1)), TimeSpan.Zero, Horizon.Days30);
        Assert.Equal(["own", "shared"], why.Incidents.Select(i => i.IncidentId).Order());
    }

    [Fact]
    public void Put_SameContributionTwice_ChangesNothing()
    {
        EventLedger ledger = NewLedger();
        Assert.True(ledger.Put(Event("a", Bamako, 9, Day)));
        Assert.False(ledger.Put(Event("a", Bamako, 9, Day)));
        Assert.True(ledger.Put(Event("a", Bamako, 9, Day.AddDays(1))));
        Assert.Equal(1, ledger.Count);
    }

    // Fiji and the other side of the date line; the pole, where all meridians meet.
    [Theory]
    [InlineData(-16.5, 179.95, -16.5, -179.95)]
    [InlineData(89.9, 0, 89.9, 180)]
    public void Put_AcrossTheSeamsOfTheGrid_ReachesTheCity(double cityLat, double cityLon, double lat, double lon)
    {
        var city = new ScoredCity(1, "FJ", new GeoPoint(cityLat, cityLon), 20_000);
        var ledger = new EventLedger(Parameters, [city]);
        ledger.Put(new LedgerEvent("a", new GeoPoint(lat, lon), "XX", Day, Lethal: true));
        Assert.NotNull(new Forecaster(ledger).Score(1, Morning(Day), TimeSpan.Zero, Horizon.Days30).LastLethalDay);
    }

    [Property(MaxTest = 200)]
    public void Put_AnyPoint_ReachesExactlyTheCitiesInRange(int seed)
    {
        var random = new Random(seed);
        double centreLat = (random.NextDouble() * 178) - 89;
        double centreLon = (random.NextDouble() * 360) - 180;
        ScoredCity[] cities =
        [
            .. Enumerable.Range(1, 60).Select(i => new ScoredCity(i, "XX", Near(), 20_000)),
        ];
        var ledger = new EventLedger(Parameters, cities);
        GeoPoint point = Near();
        ledger.Put(new LedgerEvent("a", point, "XX", Day, Lethal: true));
        var forecaster = new Forecaster(ledger);
        foreach (ScoredCity city in cities)
        {
            double km = city.Point.DistanceKmTo(point);
            if (Math.Abs(km - 50) < 1e-6) continue;
            Assert.Equal(km < 50, forecaster.Score(city.GeonameId, Morning(Day), TimeSpan.Zero, Horizon.Days30).LastLethalDay is not null);
        }

        GeoPoint Near()
        {
            double lon = centreLon + ((random.NextDouble() - 0.5) * 3);
            return new GeoPoint(Math.Clamp(centreLat + ((random.NextDouble() - 0.5) * 2), -90, 90), lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);
        }
    }

    [Fact]
    public void Put_InvalidContribution_IsRefused()
    {
        EventLedger ledger = NewLedger();
        Assert.Throws<ArgumentException>(() => ledger.Put(new LedgerEvent("a", new GeoPoint(95, 0), "ML", Day, true)));
        Assert.Throws<ArgumentException>(() => ledger.Put(new LedgerEvent("", Bamako.Point, "ML", Day, true)));
        Assert.Throws<ArgumentException>(() => ledger.Put(new LedgerEvent("a", Bamako.Point, "", Day, true)));
        Assert.Equal(0, ledger.Count);
    }

    [Fact]
    public void Constructor_BadCitiesOrParents_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new EventLedger(Parameters, [Bamako, Bamako]));
        Assert.Throws<ArgumentException>(() => new EventLedger(new EventLedger(NewLedger())));
        Assert.Throws<InvalidOperationException>(() => NewLedger().Hide("a"));
    }

    private static double[] All(EventLedger ledger, DateTimeOffset at)
    {
        var forecaster = new Forecaster(ledger);
        return
        [
            .. Cities.SelectMany(city => new[] { Horizon.Days7, Horizon.Days30 }
                .SelectMany(h => forecaster.Score(city.GeonameId, at, TimeSpan.FromHours(2), h) is var f ? f.Terms.Select(t => t.State).Append(f.P) : [])),
        ];
    }

    private static void AssertSame(EventLedger expected, EventLedger actual, DateTimeOffset at) =>
        Assert.Equal(All(expected, at).Select(BitConverter.DoubleToInt64Bits), All(actual, at).Select(BitConverter.DoubleToInt64Bits));
}
