using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.BackTest;

// Compares the forecasts of a back-test with what came true, and with what simple models would have said.
internal sealed class Scorer
{
    private const int OnsetDays = 180;
    private const int LeastOnsets = 5;
    private const int Week = 7;

    private readonly BackTestOutcome _outcome;
    private readonly CityDays[] _cities;
    private readonly int _horizon;
    private readonly int _firstDay;
    private readonly int[] _resolved;
    private readonly bool[] _truth;
    private readonly bool[] _onset;

    public Scorer(BackTestOutcome outcome)
    {
        _outcome = outcome;
        _horizon = (int)outcome.Horizon;
        _cities = Days(outcome);
        int lastDay = outcome.Events.Count == 0 ? 0 : outcome.Events[^1].LocalDay.DayNumber;
        _firstDay = outcome.Events.Count == 0 ? 0 : outcome.Events[0].LocalDay.DayNumber;
        _resolved = [.. Enumerable.Range(0, outcome.Origins.Count).Where(week => outcome.Origins[week].DayNumber + _horizon <= lastDay + 1)];
        _truth = Rows((city, day) => _cities[city].Within(day, day + _horizon) > 0);
        _onset = Rows((city, day) => _cities[city].Within(day - OnsetDays, day) == 0);
    }

    public IReadOnlyList<ModelScore> Scores()
    {
        if (_resolved.Length == 0) return [];
        var baselines = new Baselines(_cities, _firstDay, _outcome.Origins[0].DayNumber, _horizon, Week);
        double[] climatology = Rows((city, _) => baselines.Climatology(city));
        double reference = Metrics.Brier(climatology, _truth);
        return
        [
            Score("this forecast", [.. _resolved.SelectMany(week => _outcome.Forecasts[week])], reference),
            Score("each city's own past rate", climatology, reference),
            Score("attacked in the last 30 days or not", Rows(baselines.LastMonth), reference),
            Score("logistic on counts of 30, 90 and 365 days", Rows(baselines.Counts), reference),
        ];
    }

    private static CityDays[] Days(BackTestOutcome outcome)
    {
        var table = new CityTable(outcome.Cities);
        var days = new SortedSet<int>[table.Count];
        for (int city = 0; city < days.Length; city++) days[city] = [];
        var touched = new List<(int City, Ring Ring)>();
        foreach (LedgerEvent one in outcome.Events.Where(e => e.Lethal))
        {
            var entry = new Entry(one);
            table.Collect(entry, touched);
            foreach ((int city, Ring ring) in touched)
            {
                if (ring is Ring.Inner or Ring.Outer) days[city].Add(entry.Day);
            }
        }

        return [.. days.Select(of => new CityDays([.. of]))];
    }

    private ModelScore Score(string model, double[] p, double reference)
    {
        int[] quiet = [.. Enumerable.Range(0, p.Length).Where(i => _onset[i])];
        double[] quietP = [.. quiet.Select(i => p[i])];
        bool[] quietTruth = [.. quiet.Select(i => _truth[i])];
        bool enough = quietTruth.Count(hit => hit) >= LeastOnsets;
        return new ModelScore(
            model,
            p.Length,
            _truth.Count(hit => hit) / (double)_truth.Length,
            1 - (Metrics.Brier(p, _truth) / reference),
            Metrics.LogLoss(p, _truth),
            Metrics.Auroc(p, _truth),
            Metrics.AveragePrecision(p, _truth),
            Metrics.CalibrationError(p, _truth),
            enough ? Metrics.Auroc(quietP, quietTruth) : null,
            enough ? Metrics.AveragePrecision(quietP, quietTruth) : null,
            Metrics.Reliability(p, _truth));
    }

    private T[] Rows<T>(Func<int, int, T> of) =>
        [.. _resolved.SelectMany(week => Enumerable.Range(0, _cities.Length).Select(city => of(city, _outcome.Origins[week].DayNumber)))];
}
