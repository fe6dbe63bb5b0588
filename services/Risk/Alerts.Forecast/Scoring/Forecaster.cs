using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.Scoring;

/// <summary>Scores cities from a ledger.</summary>
/// <remarks>
/// Decay follows the local clock: an event of local day d has age 0 until the midnight that ends d, then ages by the hour. Days after the
/// local day of the instant do not count, so a past instant gives what is known now about then. Thread safe.
/// </remarks>
/// <param name="ledger">What happened.</param>
public sealed class Forecaster(EventLedger ledger)
{
    /// <summary>Half-lives above this one are a place's background, days; as risk.md groups them (365 and 1460 against 7, 30 and 90).</summary>
    public const double RecentHalfLifeDays = 90;

    /// <summary>How many incidents an explanation lists when the caller names no number.</summary>
    public const int DefaultTop = 5;

    /// <summary>The forecast of a city.</summary>
    /// <param name="geonameId">A city of the ledger.</param>
    /// <param name="at">The instant from which the horizon runs.</param>
    /// <param name="utcOffset">How far the city's clocks are ahead of UTC at that instant.</param>
    /// <param name="horizon">How far ahead.</param>
    /// <exception cref="KeyNotFoundException">The ledger does not have the city.</exception>
    public CityForecast Score(int geonameId, DateTimeOffset at, TimeSpan utcOffset, Horizon horizon) =>
        Of(geonameId, at, horizon, ledger.StateOf(geonameId, Moment.Of(at, utcOffset)));

    /// <summary>The forecasts of a city for both horizons from one reading of the ledger.</summary>
    /// <inheritdoc cref="Score(int, DateTimeOffset, TimeSpan, Horizon)"/>
    public (CityForecast Days30, CityForecast Days7) ScoreBoth(int geonameId, DateTimeOffset at, TimeSpan utcOffset)
    {
        CityState state = ledger.StateOf(geonameId, Moment.Of(at, utcOffset));
        var score = new LogitScore(ledger.Parameters, ledger.CityOf(geonameId), state);
        return (Of(geonameId, at, Horizon.Days30, state, score), Of(geonameId, at, Horizon.Days7, state, score));
    }

    /// <summary>The forecast of a city, with the incidents behind it and what it would be without each.</summary>
    /// <param name="geonameId">A city of the ledger.</param>
    /// <param name="at">The instant from which the horizon runs.</param>
    /// <param name="utcOffset">How far the city's clocks are ahead of UTC at that instant.</param>
    /// <param name="horizon">How far ahead.</param>
    /// <param name="top">How many incidents to list, at least 0; each costs one more fold over the city's days.</param>
    /// <exception cref="KeyNotFoundException">The ledger does not have the city.</exception>
    public ForecastExplanation Explain(int geonameId, DateTimeOffset at, TimeSpan utcOffset, Horizon horizon, int top = DefaultTop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        Moment now = Moment.Of(at, utcOffset);
        CityForecast forecast = Score(geonameId, at, utcOffset, horizon);
        ScoredCity city = ledger.CityOf(geonameId);
        var split = new IncidentSplit(forecast.Terms, now);
        List<RingEntry> all = ledger.IncidentsOf(geonameId, now);
        List<(RingEntry Entry, double Recent, double Background)> listed =
        [
            .. all.Select(entry => (entry, split.Recent(entry), split.Background(entry)))
                .OrderByDescending(part => part.Item2 + part.Item3)
                .ThenBy(part => part.entry.Event.IncidentId, StringComparer.Ordinal)
                .Take(top),
        ];
        return new ForecastExplanation
        {
            Forecast = forecast,
            Incidents =
            [
                .. listed.Select(part => new IncidentShare
                {
                    IncidentId = part.Entry.Event.IncidentId,
                    LocalDay = part.Entry.Event.LocalDay,
                    Km = city.Point.DistanceKmTo(part.Entry.Event.Point),
                    Lethal = part.Entry.Event.Lethal,
                    Contribution = part.Recent,
                    BackgroundContribution = part.Background,
                    Share = (part.Recent + part.Background) / (split.RecentTotal + split.BackgroundTotal),
                    PWithout = Of(geonameId, at, horizon, ledger.StateOf(geonameId, now, part.Entry.Event)).P,
                }),
            ],
            OtherIncidentCount = all.Count - listed.Count,
            OtherIncidents = split.RecentTotal - listed.Sum(part => part.Recent),
            Background = split.BackgroundTotal,
            CountryTrend = Sum(forecast, TermKind.Country),
            Population = Sum(forecast, TermKind.Population),
            Intercept = Sum(forecast, TermKind.Intercept),
        };
    }

    private static double Sum(CityForecast forecast, TermKind kind) => forecast.Terms.Where(term => term.Kind == kind).Sum(term => term.Contribution);

    private CityForecast Of(int geonameId, DateTimeOffset at, Horizon horizon, CityState state) =>
        Of(geonameId, at, horizon, state, new LogitScore(ledger.Parameters, ledger.CityOf(geonameId), state));

    private CityForecast Of(int geonameId, DateTimeOffset at, Horizon horizon, CityState state, LogitScore score)
    {
        ForecastTerm[] terms = score.Terms(ledger.Parameters.For(horizon));
        double logit = LogitScore.Logit(terms);
        return new CityForecast
        {
            GeonameId = geonameId,
            At = at,
            Horizon = horizon,
            P = LogitScore.Probability(logit),
            Logit = logit,
            Terms = terms,
            LastLethalDay = state.LastLethalDay,
            ParametersVersion = ledger.Parameters.Version,
        };
    }
}
