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
            if (random.Next(3) == 0) forecaster.Score(Bamako.GeonameId, at.AddDays(-random.Next(200)), TimeSpan.Zero, Horizon.Days30);
        }

        AssertSame(sorted, shuffled, at);
        // A past instant says what is known now about then; how good forecasts were it says for the last Monday asked for only.
        AssertSame(sorted, shuffled, at.AddDays(-250));
        AssertSame(sorted, shuffled, at.AddDays(700));
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

    // What past forecasts have taught holds from Monday to Monday, so an event since the last one raises every forecast or leaves it.
    [Property(MaxTest = 100)]
    public void Put_OneMoreEventThisWeek_LowersNoForecast(int seed)
    {
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 40);
        EventLedger ledger = NewLedger();
        foreach (LedgerEvent one in events) ledger.Put(one);
        double[] before = Probabilities(ledger, at);
        DateOnly monday = DateOnly.FromDayNumber(DateOnly.FromDateTime(at.DateTime).DayNumber / 7 * 7);
        ledger.Put(RandomLedger.One(new Random(seed + 1), "more") with { LocalDay = monday.AddDays(seed & 1) });
        Assert.All(Probabilities(ledger, at).Zip(before), pair => Assert.True(pair.First >= pair.Second));
    }

    // The formula alone keeps the promise for events of any day.
    [Property(MaxTest = 100)]
    public void Put_OneMoreEventOfAnyDay_LowersNoUncalibratedForecast(int seed)
    {
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 40);
        EventLedger ledger = NewLedger();
        foreach (LedgerEvent one in events) ledger.Put(one);
        double[] before = Probabilities(ledger, at, recalibrated: false);
        ledger.Put(RandomLedger.One(new Random(seed + 1), "more"));
        Assert.All(Probabilities(ledger, at, recalibrated: false).Zip(before), pair => Assert.True(pair.First >= pair.Second));
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
        // What past forecasts have taught is the parent's; the sums are the view's own.
        AssertSame(flat, child, at, recalibrated: false);
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
        ledger.Put(new LedgerEvent("a", new GeoPoint(lat, lon), Day, Lethal: true));
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
        ledger.Put(new LedgerEvent("a", point, Day, Lethal: true));
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
        Assert.Throws<ArgumentException>(() => ledger.Put(new LedgerEvent("a", new GeoPoint(95, 0), Day, true)));
        Assert.Throws<ArgumentException>(() => ledger.Put(new LedgerEvent("", Bamako.Point, Day, true)));
        Assert.Equal(0, ledger.Count);
    }

    [Fact]
    public void Constructor_BadCitiesOrParents_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new EventLedger(Parameters, [Bamako, Bamako]));
        Assert.Throws<ArgumentException>(() => new EventLedger(new EventLedger(NewLedger())));
        Assert.Throws<InvalidOperationException>(() => NewLedger().Hide("a"));
    }

    private static double[] Probabilities(EventLedger ledger, DateTimeOffset at, bool recalibrated = true)
    {
        var forecaster = new Forecaster(ledger, recalibrated);
        return [.. Cities.SelectMany(city => new[] { Horizon.Days7, Horizon.Days30 }.Select(h => forecaster.Score(city.GeonameId, at, TimeSpan.FromHours(2), h).P))];
    }

    private static double[] All(EventLedger ledger, DateTimeOffset at, bool recalibrated)
    {
        var forecaster = new Forecaster(ledger, recalibrated);
        return
        [
            .. Cities.SelectMany(city => new[] { Horizon.Days7, Horizon.Days30 }.SelectMany(h =>
            {
                CityForecast f = forecaster.Score(city.GeonameId, at, TimeSpan.FromHours(2), h);
                return f.Terms.Select(t => t.State).Concat([f.P, f.Skill.City ?? -9, f.Skill.Country ?? -9]);
            })),
        ];
    }

    private static void AssertSame(EventLedger expected, EventLedger actual, DateTimeOffset at, bool recalibrated = true) => Assert.Equal(
        All(expected, at, recalibrated).Select(BitConverter.DoubleToInt64Bits),
        All(actual, at, recalibrated).Select(BitConverter.DoubleToInt64Bits));
}
