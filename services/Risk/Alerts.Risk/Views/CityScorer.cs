using Alerts.Forecast.Bands;
using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Access;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>
/// Reads a city's threat off a view. The band is a function of ledger and time alone: weekly checks are replayed over the last weeks, so
/// any order of arrival and any restart give the same band. Its replay is kept with the view. Thread safe, one reader of a view at a time.
/// </summary>
/// <param name="places">Zones of the cities.</param>
internal sealed class CityScorer(PlaceIndex places)
{
    // Falling from the highest band to the lowest takes two checks a step: eight weeks, and two to settle.
    private const int ReplayedWeeks = 10;

    // Weekly origins fall on Mondays, 00:00 UTC; 2000-01-03 was one.
    private static readonly DateTimeOffset FirstOrigin = new(2000, 1, 3, 0, 0, 0, TimeSpan.Zero);

    public CityReading Read(
        ThreatView view, Place city, DateTimeOffset now, Coverage coverage, IReadOnlyList<(string Id, AcuteFloor? Floor, bool Exercise)> situations, AccessPicture? access)
    {
        CityOrders orders = view.Signed.Of(city, now);
        var zones = new ZoneOffsets(places.ZoneOf(city));
        bool covered = CoverageRule.IsAssessed(coverage, now);
        (CityForecast Days30, CityForecast Days7)? forecast = covered ? view.Forecaster.ScoreBoth(city.GeonameId, now, zones.At(now)) : null;
        CityLevel level = LevelRule.Decide(new CityInputs
        {
            Now = now,
            IsCovered = covered,
            BandIsProvisional = forecast?.Days30.Skill.IsPending == true,
            Band = forecast is { } f ? Band(view, city.GeonameId, zones, now).Observe(f.Days30.P).Level : null,
            Floors = [.. situations.Where(s => s.Floor is not null).Select(s => s.Floor!)],
            Access = access?.State,
            AccessFloor = access?.Floor,
            Assessed = orders.Assessed,
            Overrides = orders.Overrides,
            Before = covered ? null : Frozen(view, city.GeonameId, zones, coverage, now),
        });
        return new CityReading(
            city,
            view.Scope,
            now,
            level,
            coverage,
            forecast?.Days30,
            forecast?.Days7,
            [.. situations.Select(s => s.Id), .. access is { State: > AccessState.Open, SituationId: { } pressure } ? [pressure] : Array.Empty<string>()],
            situations.Any(s => s.Exercise) || access?.Exercise == true)
        {
            Access = access,
            Orders = orders,
        };
    }

    /// <summary>
    /// The level that nothing but the forecast gives a city, and P for 30 days: what <see cref="Read"/> says where no situation, no word on access and no signature counts, at a tenth of its cost.
    /// </summary>
    /// <param name="view">The view.</param>
    /// <param name="city">GeoNames id.</param>
    /// <param name="now">The instant.</param>
    /// <param name="coverage">Of its country.</param>
    /// <param name="zones">Offsets of the city's clocks at the instant, and at others.</param>
    public static CityGlance Glance(ThreatView view, int city, DateTimeOffset now, Coverage coverage, ZoneOffsets zones)
    {
        if (!CoverageRule.IsAssessed(coverage, now))
            return new CityGlance(FrozenLevel(view, city, zones, coverage, now)?.Level, null);
        double p = view.Forecaster.Probability(city, now, zones.At(now), Horizon.Days30);
        return new CityGlance(Band(view, city, zones, now).Observe(p).Level, p);
    }

    /// <summary>The chance on each of the last Mondays, 00:00 UTC, and at an instant, the oldest first; without those when its country was not covered.</summary>
    public IReadOnlyList<ForecastPoint> Course(ThreatView view, Place city, DateTimeOffset end, int weeks, Coverage coverage)
    {
        var zones = new ZoneOffsets(places.ZoneOf(city));
        DateTimeOffset last = OriginBefore(end);
        return
        [
            .. Enumerable.Range(0, weeks).Select(week => last.AddDays((week - weeks + 1) * SuggestedBand.DaysBetweenChecks)).Append(end).Distinct()
                .Where(at => CoverageRule.IsAssessed(coverage, at))
                .Select(at => new ForecastPoint(at, view.Forecaster.Probability(city.GeonameId, at, zones.At(at), Horizon.Days30))),
        ];
    }

    public ForecastExplanation Explain(ThreatView view, Place city, DateTimeOffset at, int top) =>
        view.Forecaster.Explain(city.GeonameId, at, places.ZoneOf(city).GetUtcOffset(at), Horizon.Days30, top).Naming(view.MayName);

    private static SuggestedBand Band(ThreatView view, int city, ZoneOffsets zones, DateTimeOffset now)
    {
        // Where an organisation has nothing of its own around a city, everybody's band is its own.
        if (view.Shared is { } shared && !view.Ledger.Differs(city))
            view = shared;
        DateTimeOffset last = OriginBefore(now);
        long changes = view.Ledger.ChangesUpTo(city, last, zones.At(last));
        if (view.Bands.TryGetValue(city, out var known) && known.Origin == last && known.Changes == changes)
            return known.Band;
        SuggestedBand? band = null;
        for (int week = ReplayedWeeks; week >= 0; week--)
        {
            DateTimeOffset origin = last.AddDays(-week * SuggestedBand.DaysBetweenChecks);
            double p = view.Forecaster.Probability(city, origin, zones.At(origin), Horizon.Days30);
            band = band?.CheckWeekly(p) ?? SuggestedBand.Start(p);
        }

        view.Bands[city] = (last, changes, band!.Value);
        return band.Value;
    }

    // The last origin that is not after an instant.
    private static DateTimeOffset OriginBefore(DateTimeOffset at) =>
        FirstOrigin.AddDays(Math.Floor((at - FirstOrigin).TotalDays / SuggestedBand.DaysBetweenChecks) * SuggestedBand.DaysBetweenChecks);

    private static CityLevel? Frozen(ThreatView view, int city, ZoneOffsets zones, Coverage coverage, DateTimeOffset now) =>
        FrozenLevel(view, city, zones, coverage, now) is { } frozen
            ? new CityLevel { Level = frozen.Level, Assessed = null, Band = frozen.Level, AcuteFloor = null, IsCovered = false, FrozenSince = frozen.Since, Reasons = [] }
            : null;

    // Coverage that was there and ran out: the level stands as it was at that instant. Loss of coverage never lowers a level.
    private static (ThreatLevel Level, DateTimeOffset Since)? FrozenLevel(ThreatView view, int city, ZoneOffsets zones, Coverage coverage, DateTimeOffset now)
    {
        if (LostAt(coverage) is not { } lost || lost > now)
            return null;
        double p = view.Forecaster.Probability(city, lost, zones.At(lost), Horizon.Days30);
        return (Band(view, city, zones, lost).Observe(p).Level, lost);
    }

    private static DateTimeOffset? LostAt(Coverage coverage)
    {
        DateTimeOffset? history = coverage.HistoryThrough is { } through
            ? new DateTimeOffset(through.AddDays(CoverageRule.HistoryLagDays + 1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1)
            : null;
        DateTimeOffset? live = coverage.LastHeard?.AddHours(CoverageRule.LiveHours);
        foreach (DateTimeOffset? end in new[] { history, live }.OrderDescending())
        {
            if (end is { } instant && CoverageRule.IsAssessed(coverage, instant))
                return instant;
        }

        return null;
    }
}
