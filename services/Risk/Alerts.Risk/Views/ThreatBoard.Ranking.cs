using System.Diagnostics;
using Alerts.Forecast.Bands;
using Alerts.Forecast.Ledger;
using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Risk.Views;

// What lists and the work in the background need of the board: many cities at once.
public sealed partial class ThreatBoard
{
    // For how long the lock is held at a time, so that a report never waits for a list; looked at after some cities.
    private static readonly TimeSpan RankedAtOnce = TimeSpan.FromMilliseconds(2);
    private const int RankedBetweenLooks = 16;

    // Changes are counted a little beyond today, since somewhere it is tomorrow already.
    private const int DaysAhead = 2;

    // Of each city the clocks, one object for all cities of a zone.
    private readonly Lazy<ZoneOffsets[]> _zones;
    private readonly Dictionary<string, int> _firstOf = [];
    private long _version;

    /// <summary>Grows with every change of what is known.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>
    /// What orders the scored cities, in the order of the gazetteer: the level and the probability that <see cref="Read"/> gives at the same instant, without all that explains them. The whole
    /// world takes some tens of milliseconds.
    /// </summary>
    /// <param name="scope">Whose view.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2; empty: all.</param>
    /// <param name="now">The domain's time.</param>
    public IReadOnlyList<CityRank> Rank(Scope scope, string countryCode, DateTimeOffset now)
    {
        var ranks = new List<CityRank>(countryCode.Length == 0 ? _cities.Length : 0);
        for (int next = 0; next < _cities.Length;)
        {
            lock (_gate)
            {
                long began = Stopwatch.GetTimestamp();
                ThreatView view = ViewOf(scope);
                var changes = new Dictionary<(Scope, string), long>();
                for (; next < _cities.Length && (next % RankedBetweenLooks != 0 || Stopwatch.GetElapsedTime(began) < RankedAtOnce); next++)
                {
                    if (countryCode.Length == 0 || _cities[next].CountryCode == countryCode)
                        ranks.Add(RankIn(view, next, now, changes));
                }
            }
        }

        return ranks;
    }

    /// <summary>
    /// Goes on, for a few milliseconds, with what past forecasts of the countries with history have taught. No question waits for it: until it is done, a forecast says that its skill is not
    /// known yet.
    /// </summary>
    /// <param name="now">The domain's time.</param>
    /// <returns>Whether there was anything to do.</returns>
    public bool Learn(DateTimeOffset now)
    {
        (EventLedger ledger, (string Code, int City, TimeSpan Offset)[] countries) = Learning(now);
        if (!countries.Any(country => ledger.Learn(country.City, now, country.Offset)))
            return false;
        Interlocked.Increment(ref _version);
        return true;
    }

    /// <summary>Gives what <see cref="TakeLearnt"/> gave at an earlier start. It counts if it was learnt over the same past.</summary>
    /// <param name="countryCode">Of one without scored cities it is left aside.</param>
    /// <param name="state">The bytes.</param>
    public void OfferLearnt(string countryCode, byte[] state)
    {
        lock (_gate)
        {
            if (_firstOf.TryGetValue(countryCode, out int city))
                _views[Scope.Shared].Ledger.OfferLearnt(_cities[city].GeonameId, state);
        }
    }

    /// <summary>What past forecasts have taught, by country, where it is whole and other than what was given or taken before: to be kept for the next start.</summary>
    /// <param name="now">The domain's time.</param>
    public IEnumerable<(string CountryCode, byte[] State)> TakeLearnt(DateTimeOffset now)
    {
        (EventLedger ledger, (string Code, int City, TimeSpan Offset)[] countries) = Learning(now);
        foreach ((string code, int city, TimeSpan offset) in countries)
        {
            if (ledger.TakeLearnt(city, now, offset) is { } state)
                yield return (code, state);
        }
    }

    // The shared ledger, and the countries with history, each by one of its cities.
    private (EventLedger Ledger, (string Code, int City, TimeSpan Offset)[] Countries) Learning(DateTimeOffset now)
    {
        lock (_gate)
        {
            return (
                _views[Scope.Shared].Ledger,
                [.. _cover.Keys.Where(_firstOf.ContainsKey).Select(c => (c, _cities[_firstOf[c]].GeonameId, _zones.Value[_firstOf[c]].At(now)))]);
        }
    }

    private static ZoneOffsets[] ZonesOf(PlaceIndex places)
    {
        var known = new Dictionary<string, ZoneOffsets>(StringComparer.Ordinal);
        return
        [
            .. places.Scored.Select(city =>
            {
                if (!known.TryGetValue(city.TimeZoneId, out ZoneOffsets? zone))
                    known[city.TimeZoneId] = zone = new ZoneOffsets(places.ZoneOf(city));
                return zone;
            }),
        ];
    }

    private CityRank RankIn(ThreatView view, int index, DateTimeOffset now, Dictionary<(Scope, string), long> changes)
    {
        int id = _cities[index].GeonameId;
        Place city = _places.Scored[index];
        if (view.IsTouched(id) || view.Access.Holds(id) || view.Signed.Knows(id, _cities[index].CountryCode))
        {
            CityReading reading = ReadIn(view, city, now);
            return new CityRank(city, reading.Level.Level, reading.Days30?.P, reading.Level.Band, reading.Level.Assessed);
        }

        string country = _cities[index].CountryCode;
        if (!_cover.TryGetValue(country, out CountryCover? cover))
            return new CityRank(city, null, null, null, null);
        // Where an organisation has nothing of its own around a city, everybody's forecast is its own.
        if (view.Shared is { } shared && !view.Ledger.Differs(id))
            view = shared;
        var coverage = new Coverage(cover.From, cover.Through, LastHeard: null);
        ZoneOffsets zones = _zones.Value[index];
        if (!changes.TryGetValue((view.Scope, country), out long changed))
            changes[(view.Scope, country)] = changed = view.Ledger.ChangesUpTo(id, now.AddDays(DaysAhead), TimeSpan.Zero);
        var basis = new GlanceBasis(changed, zones.DayAt(now), CoverageRule.IsAssessed(coverage, now), cover.Through);
        if (!view.Glances.TryGet(index, basis, now, out CityGlance glance))
            view.Glances.Keep(index, basis, now, glance = CityScorer.Glance(view, id, now, coverage, zones));
        return new CityRank(city, glance.Level, glance.P, basis.IsAssessed ? glance.Level : null, null);
    }
}
