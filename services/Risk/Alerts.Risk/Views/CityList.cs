using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>Orders cities by threat for lists. Thread safe. An ordering is kept for a few seconds, since the whole world's takes a second to read.</summary>
/// <param name="board">What is known.</param>
/// <param name="places">The gazetteer.</param>
/// <param name="time">Clock of the memory.</param>
public sealed class CityList(ThreatBoard board, PlaceIndex places, TimeProvider time)
{
    // Longest time for which a list may lag behind; a single city is never read from here.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<(Scope, string, int), (DateTimeOffset Until, IReadOnlyList<CityReading> Cities)> _kept = [];

    /// <summary>Cities, highest level first, then by probability, then by population; not assessed ones last.</summary>
    /// <param name="scope">Whose view.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2; empty: all.</param>
    /// <param name="minimumLevel">Only this level and above; 0: all, not assessed ones included.</param>
    /// <param name="now">The domain's time.</param>
    public IReadOnlyList<CityReading> Ordered(Scope scope, string countryCode, int minimumLevel, DateTimeOffset now)
    {
        lock (_gate)
        {
            DateTimeOffset wall = time.GetUtcNow();
            if (_kept.TryGetValue((scope, countryCode, minimumLevel), out var kept) && kept.Until > wall)
                return kept.Cities;
            CityReading[] cities =
            [
                .. places.Scored
                    .Where(city => countryCode.Length == 0 || city.CountryCode == countryCode)
                    .Where(city => minimumLevel == 0 || board.Knows(scope, city))
                    .Select(city => board.Read(scope, city, now))
                    .Where(reading => minimumLevel == 0 || (int)(reading.Level.Level ?? 0) >= minimumLevel)
                    .OrderByDescending(reading => (int)(reading.Level.Level ?? 0))
                    .ThenByDescending(reading => reading.Days30?.P ?? 0)
                    .ThenByDescending(reading => reading.City.Population),
            ];
            foreach (var stale in _kept.Where(k => k.Value.Until <= wall).Select(k => k.Key).ToList())
                _kept.Remove(stale);
            _kept[(scope, countryCode, minimumLevel)] = (time.GetUtcNow() + KeptFor, cities);
            return cities;
        }
    }
}
