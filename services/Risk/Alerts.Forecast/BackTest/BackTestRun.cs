using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.BackTest;

/// <summary>Streams what happened through the live forecast, in order of date, and asks it every week what it expects.</summary>
/// <remarks>
/// An origin sees the events of the days before it and nothing else. Origins lie seven days apart. Deterministic. Not thread safe: one run.
/// </remarks>
public sealed class BackTestRun
{
    private readonly ScoredCity[] _cities;
    private readonly LedgerEvent[] _events;
    private readonly DateOnly _from;
    private readonly DateOnly _to;
    private readonly Horizon _horizon;
    private readonly ForecastParameters _parameters;

    /// <summary>A run that has not begun.</summary>
    /// <param name="parameters">Of the forecast.</param>
    /// <param name="cities">Cities to ask for, ids unique.</param>
    /// <param name="events">What happened, in any order, before, within and after the origins.</param>
    /// <param name="from">First origin.</param>
    /// <param name="to">No origin after this day.</param>
    /// <param name="horizon">How far each forecast looks ahead.</param>
    /// <exception cref="ArgumentException">There is no city, or no origin.</exception>
    public BackTestRun(
        ForecastParameters parameters, IEnumerable<ScoredCity> cities, IEnumerable<LedgerEvent> events, DateOnly from, DateOnly to, Horizon horizon)
    {
        _parameters = parameters;
        _cities = [.. cities];
        _events = [.. events.OrderBy(e => e.LocalDay).ThenBy(e => e.IncidentId, StringComparer.Ordinal)];
        if (_cities.Length == 0) throw new ArgumentException("There is no city to ask for.", nameof(cities));
        if (to < from) throw new ArgumentException("The last origin is before the first.", nameof(to));
        (_from, _to, _horizon) = (from, to, horizon);
    }

    /// <summary>Runs it.</summary>
    /// <param name="progress">Fractions of the origins, 0 to 1.</param>
    /// <param name="cancellation">Stops between two origins.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public BackTestOutcome Run(IProgress<double> progress, CancellationToken cancellation)
    {
        var ledger = new EventLedger(_parameters, _cities);
        var forecaster = new Forecaster(ledger);
        int weeks = ((_to.DayNumber - _from.DayNumber) / 7) + 1;
        var origins = new DateOnly[weeks];
        var forecasts = new double[weeks][];
        int next = 0;
        for (int week = 0; week < weeks; week++)
        {
            cancellation.ThrowIfCancellationRequested();
            origins[week] = _from.AddDays(7 * week);
            for (; next < _events.Length && _events[next].LocalDay < origins[week]; next++) ledger.Put(_events[next]);
            var morning = new DateTimeOffset(origins[week], TimeOnly.MinValue, TimeSpan.Zero);
            forecasts[week] = [.. _cities.Select(city => forecaster.Probability(city.GeonameId, morning, TimeSpan.Zero, _horizon))];
            progress.Report((week + 1.0) / weeks);
        }

        return new BackTestOutcome(_cities, _events, origins, forecasts, _horizon);
    }
}
