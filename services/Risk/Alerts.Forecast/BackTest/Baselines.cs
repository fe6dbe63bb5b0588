using Alerts.Forecast.Fitting;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.BackTest;

// What simple models would have said, knowing what was known on the morning of the first origin: the bar that a forecast must clear.
internal sealed class Baselines
{
    private readonly double[] _climatology;
    private readonly double _active;
    private readonly double _quiet;
    private readonly double[] _weights;
    private readonly CityDays[] _cities;

    public Baselines(CityDays[] cities, int firstDay, int firstOrigin, int horizon, int step)
    {
        _cities = cities;
        int[] past = [.. Past(firstDay, firstOrigin - horizon, step)];
        _climatology = [.. cities.Select(city => past.Length == 0 ? 0 : past.Count(day => city.Within(day, day + horizon) > 0) / (double)past.Length)];
        var rows = new Samples(inputs: 4);
        (double hits, double all)[] groups = [(0, 0), (0, 0)];
        foreach (int day in past.Where((_, i) => i % FitPlan.OriginEveryWeeks == 0))
        {
            for (int city = 0; city < cities.Length; city++)
            {
                bool hit = cities[city].Within(day, day + horizon) > 0;
                int group = cities[city].Within(day - 30, day) > 0 ? 1 : 0;
                groups[group] = (groups[group].hits + (hit ? 1 : 0), groups[group].all + 1);
                rows.Add(Inputs(city, day), hit);
            }
        }

        // One made-up miss and hit each, so that a group without history is not certain.
        _quiet = (groups[0].hits + 1) / (groups[0].all + 2);
        _active = (groups[1].hits + 1) / (groups[1].all + 2);
        _weights = rows.Count == 0 ? new double[4] : LogisticFit.Solve(rows, Horizon.Days30, FitPlan.Ridge, _ => false, _ => { });
    }

    public double Climatology(int city) => _climatology[city];

    public double LastMonth(int city, int day) => _cities[city].Within(day - 30, day) > 0 ? _active : _quiet;

    public double Counts(int city, int day)
    {
        float[] inputs = Inputs(city, day);
        double logit = 0;
        for (int i = 0; i < inputs.Length; i++) logit += _weights[i] * inputs[i];
        return LogitScore.Probability(logit);
    }

    private float[] Inputs(int city, int day) => [1, Log(city, day, 30), Log(city, day, 90), Log(city, day, 365)];

    private float Log(int city, int day, int days) => (float)Math.Log(1 + _cities[city].Within(day - days, day));

    private static IEnumerable<int> Past(int from, int to, int step)
    {
        for (int day = to; day >= from; day -= step) yield return day;
    }
}
