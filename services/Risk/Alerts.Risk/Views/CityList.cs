using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>
/// Orders cities by threat for lists. Thread safe. An order is kept for a moment, since many look at the same lists; the cities themselves are read anew at every question.
/// </summary>
/// <param name="board">What is known.</param>
/// <param name="time">Clock of the memory.</param>
public sealed class CityList(ThreatBoard board, TimeProvider time)
{
    // Longest time for which an order may lag behind the clock, and behind what has happened: the whole world's takes some tens of milliseconds to make.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeptThroughChanges = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Dictionary<(Scope, string, int), Order> _kept = [];

    /// <summary>What orders the cities: highest level first, then by probability, then by population; not assessed ones last.</summary>
    /// <param name="scope">Whose view.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2; empty: all.</param>
    /// <param name="minimumLevel">Only this level and above; 0: all, not assessed ones included.</param>
    /// <param name="now">The domain's time.</param>
    public IReadOnlyList<CityRank> Ranked(Scope scope, string countryCode, int minimumLevel, DateTimeOffset now)
    {
        lock (_gate)
        {
            DateTimeOffset wall = time.GetUtcNow();
            if (_kept.TryGetValue((scope, countryCode, minimumLevel), out Order? kept) && IsFresh(kept, wall))
                return kept.Ranks;
            long version = board.Version;
            IReadOnlyList<CityRank> all = board.Rank(scope, countryCode, now);
            CityRank[] ranks = minimumLevel == 0 ? [.. all] : [.. all.Where(rank => (int)(rank.Level ?? 0) >= minimumLevel)];
            Sort(ranks);
            foreach (var stale in _kept.Where(k => !IsFresh(k.Value, wall)).Select(k => k.Key).ToList())
                _kept.Remove(stale);
            _kept[(scope, countryCode, minimumLevel)] = new Order(wall, version, ranks);
            return ranks;
        }
    }

    /// <summary>A part of the list.</summary>
    /// <inheritdoc cref="Ranked"/>
    /// <param name="scope">Whose view.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2; empty: all.</param>
    /// <param name="minimumLevel">Only this level and above; 0: all, not assessed ones included.</param>
    /// <param name="now">The domain's time.</param>
    /// <param name="skip">Cities to leave out at the front, at least 0.</param>
    /// <param name="take">Most cities of the part, at least 0.</param>
    public CityPage Page(Scope scope, string countryCode, int minimumLevel, DateTimeOffset now, int skip, int take)
    {
        IReadOnlyList<CityRank> ranks = Ranked(scope, countryCode, minimumLevel, now);
        var cities = new List<CityReading>(Math.Clamp(ranks.Count - skip, 0, take));
        for (int i = skip; i < ranks.Count && i - skip < take; i++)
            cities.Add(board.Read(scope, ranks[i].City, now));
        return new CityPage(cities, ranks.Count);
    }

    private static void Sort(CityRank[] ranks)
    {
        // By position last, so that equals stay in the order of the gazetteer. One pass over the places: reading them anew at every comparison would take most of the time.
        var keys = new (int Level, double P, long Population, int Position)[ranks.Length];
        for (int i = 0; i < ranks.Length; i++)
            keys[i] = (-(int)(ranks[i].Level ?? 0), -(ranks[i].P ?? 0), -ranks[i].City.Population, i);
        Array.Sort(keys, ranks);
    }

    private bool IsFresh(Order order, DateTimeOffset wall) => wall - order.MadeAt < (order.Version == board.Version ? KeptFor : KeptThroughChanges);

    private sealed record Order(DateTimeOffset MadeAt, long Version, IReadOnlyList<CityRank> Ranks);
}
