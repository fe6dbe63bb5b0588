using Alerts.Forecast.Ledger;
using Alerts.Forecast.Recalibration;

namespace Alerts.Forecast.Scoring;

/// <summary>Scores cities from a ledger.</summary>
/// <remarks>
/// Decay follows the local clock: an event of local day d has age 0 until the midnight that ends d, then ages by the hour. Days after the
/// local day of the instant do not count, so a past instant gives what is known now about then. What past forecasts have taught counts
/// from each local Monday on. Thread safe.
/// </remarks>
/// <param name="ledger">What happened.</param>
/// <param name="recalibrated">Whether past forecasts may teach; without, the formula alone answers, as a fit needs it.</param>
public sealed class Forecaster(EventLedger ledger, bool recalibrated = true)
{
    /// <summary>Half-lives above this one are a place's background, days; as risk.md groups them (365 and 1460 against 7, 30 and 90).</summary>
    public const double RecentHalfLifeDays = 90;

    /// <summary>How many incidents an explanation lists when the caller names no number.</summary>
    public const int DefaultTop = 5;

    private readonly LogitScore _score = new(ledger.Parameters, ledger.Layout);
    private readonly RawWeights _days30 = new(ledger.Parameters.For(Horizon.Days30));
    private readonly RawWeights _days7 = new(ledger.Parameters.For(Horizon.Days7));

    /// <summary>The forecast of a city.</summary>
    /// <param name="geonameId">A city of the ledger.</param>
    /// <param name="at">The instant from which the horizon runs.</param>
    /// <param name="utcOffset">How far the city's clocks are ahead of UTC at that instant.</param>
    /// <param name="horizon">How far ahead.</param>
    /// <exception cref="KeyNotFoundException">The ledger does not have the city.</exception>
    public CityForecast Score(int geonameId, DateTimeOffset at, TimeSpan utcOffset, Horizon horizon) =>
        Of(geonameId, at, horizon, ledger.Read(geonameId, Moment.Of(at, utcOffset), recalibrated));

    /// <summary>The forecasts of a city for both horizons from one reading of the ledger.</summary>
    /// <inheritdoc cref="Score(int, DateTimeOffset, TimeSpan, Horizon)"/>
    public (CityForecast Days30, CityForecast Days7) ScoreBoth(int geonameId, DateTimeOffset at, TimeSpan utcOffset)
    {
        LedgerReading reading = ledger.Read(geonameId, Moment.Of(at, utcOffset), recalibrated);
        return (Of(geonameId, at, Horizon.Days30, reading), Of(geonameId, at, Horizon.Days7, reading));
    }

    /// <summary>The probability alone, for whole lists.</summary>
    /// <inheritdoc cref="Score(int, DateTimeOffset, TimeSpan, Horizon)"/>
    public double Probability(int geonameId, DateTimeOffset at, TimeSpan utcOffset, Horizon horizon)
    {
        Span<double> sums = stackalloc double[ledger.Layout.Sums];
        Taught taught = ledger.Read(geonameId, Moment.Of(at, utcOffset), recalibrated, sums);
        return Probability(geonameId, horizon, sums, AdjustmentOf(taught, horizon));
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
        LedgerReading reading = ledger.Read(geonameId, now, recalibrated);
        CityForecast forecast = Of(geonameId, at, horizon, reading);
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
                    PWithout = Probability(
                        geonameId, horizon, ledger.StateWithout(geonameId, now, part.Entry.Event).Sums, AdjustmentOf(reading.Taught, horizon)),
                }),
            ],
            OtherIncidentCount = all.Count - listed.Count,
            OtherIncidents = split.RecentTotal - listed.Sum(part => part.Recent),
            Background = split.BackgroundTotal,
            Surroundings = Sum(forecast, TermKind.Surroundings),
            CountryTrend = Sum(forecast, TermKind.Country),
            Climatology = Sum(forecast, TermKind.Climatology),
            Population = Sum(forecast, TermKind.Population),
            Intercept = Sum(forecast, TermKind.Intercept),
        };
    }

    private static double Sum(CityForecast forecast, TermKind kind) => forecast.Terms.Where(term => term.Kind == kind).Sum(term => term.Contribution);

    private static Adjustment AdjustmentOf(Taught taught, Horizon horizon) => horizon == Horizon.Days30 ? taught.Days30 : taught.Days7;

    private RawWeights WeightsOf(Horizon horizon) => horizon switch
    {
        Horizon.Days30 => _days30,
        Horizon.Days7 => _days7,
        _ => throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "There is no such horizon."),
    };

    private double Probability(int geonameId, Horizon horizon, ReadOnlySpan<double> sums, Adjustment adjustment)
    {
        Span<double> features = stackalloc double[ledger.Parameters.Kernels.Count];
        _score.Features(sums, features);
        return LogitScore.Probability(adjustment.Of(WeightsOf(horizon).Logit(features, _score.Size(ledger.CityOf(geonameId)))));
    }

    private CityForecast Of(int geonameId, DateTimeOffset at, Horizon horizon, LedgerReading reading)
    {
        var features = new double[ledger.Parameters.Kernels.Count];
        _score.Features(reading.State.Sums, features);
        RawWeights weights = WeightsOf(horizon);
        double size = _score.Size(ledger.CityOf(geonameId));
        double raw = weights.Logit(features, size);
        Adjustment adjustment = AdjustmentOf(reading.Taught, horizon);
        double country = adjustment.Country(raw);
        double climatology = adjustment.Climatology(raw + country);
        List<ForecastTerm> terms = _score.Terms(reading.State.Sums, features, size, weights);
        terms.Add(new ForecastTerm(TermKind.Country, null, raw, country));
        terms.Add(new ForecastTerm(TermKind.Climatology, null, adjustment.LongTermLogit ?? 0, climatology));
        double logit = adjustment.Of(raw);
        return new CityForecast
        {
            GeonameId = geonameId,
            At = at,
            Horizon = horizon,
            P = LogitScore.Probability(logit),
            Logit = logit,
            Terms = terms,
            LastLethalDay = reading.State.LastLethalDay,
            Skill = horizon == Horizon.Days30 ? reading.Taught.Skill30 : reading.Taught.Skill7,
            ParametersVersion = ledger.Parameters.Version,
        };
    }
}
