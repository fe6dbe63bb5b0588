using Alerts.Forecast.Ledger;
using Alerts.Terms;

namespace Alerts.Tests.Unit.Forecast;

// Made-up events around Bamako and Gao over 400 days, many on the same days, and an instant among or after them.
internal static class RandomLedger
{
    public static (LedgerEvent[] Events, DateTimeOffset At) Of(int seed, int most)
    {
        var random = new Random(seed);
        var events = new LedgerEvent[random.Next(1, most)];
        for (int i = 0; i < events.Length; i++) events[i] = One(random, $"incident-{i}");
        return (events, ForecastFacts.Morning(ForecastFacts.Day).AddDays(random.Next(300, 500)).AddMinutes(random.Next(1440)));
    }

    public static LedgerEvent One(Random random, string id)
    {
        ScoredCity near = ForecastFacts.Cities[random.Next(ForecastFacts.Cities.Length)];
        // Mostly near, sometimes as far as the outermost ring and beyond.
        double reach = random.Next(4) == 0 ? 5 : 1.6;
        var point = new GeoPoint(near.Point.Latitude + ((random.NextDouble() - 0.5) * reach), near.Point.Longitude + ((random.NextDouble() - 0.5) * reach));
        return new LedgerEvent(id, point, ForecastFacts.Day.AddDays(random.Next(random.Next(2) == 0 ? 400 : 12)), random.Next(3) != 0);
    }
}
