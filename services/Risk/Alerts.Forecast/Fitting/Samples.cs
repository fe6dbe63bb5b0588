using Alerts.Forecast.Ledger;
using Alerts.Forecast.Recalibration;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Fitting;

// The rows that a fit learns from: for a city and an origin the inputs of the formula, what came true, and what the row weighs.
internal sealed class Samples(int inputs)
{
    private readonly List<float[]> _rows = [];
    private readonly List<float> _weights = [];
    private readonly List<(bool Days30, bool Days7)> _outcomes = [];

    public int Count => _rows.Count;

    // Number of inputs: 1 for the intercept, the kernels, the size.
    public int Inputs => inputs;

    public ReadOnlySpan<float> Row(int row) => _rows[row];

    public double Weight(int row) => _weights[row];

    public bool Outcome(int row, Horizon horizon) => horizon == Horizon.Days30 ? _outcomes[row].Days30 : _outcomes[row].Days7;

    // A row of weight 1 whose outcome stands for every horizon.
    public void Add(float[] row, bool outcome)
    {
        _rows.Add(row);
        _weights.Add(1);
        _outcomes.Add((outcome, outcome));
    }

    public void Add(FitRegion region, ForecastParameters parameters, DateOnly through, Action<double> progress)
    {
        var layout = new KernelLayout(parameters.Kernels);
        var score = new LogitScore(parameters, layout);
        var cities = new CityTable(region.Cities);
        var entries = new EntryTable();
        foreach (LedgerEvent one in region.Events.Where(e => e.LocalDay <= through).DistinctBy(e => e.IncidentId)) entries.Add(new Entry(one));
        if (entries.Count == 0) return;
        var series = new FlatSeries(cities, entries, new SeriesFactory(layout));
        int first = Weeks.Of(region.Events.Min(e => e.LocalDay).AddYears(FitPlan.WarmUpYears).DayNumber);
        int last = Weeks.Of(through.DayNumber + 1 - (int)Horizon.Days30);
        int start = _rows.Count;
        var sums = new double[layout.Sums];
        var features = new double[parameters.Kernels.Count];
        for (int city = 0; city < cities.Count; city++)
        {
            var reader = new CityReader(series.All(city), layout);
            for (int week = first + (city % FitPlan.OriginEveryWeeks); week <= last; week += FitPlan.OriginEveryWeeks)
            {
                int day = Weeks.Monday(week);
                reader.Read(day, sums);
                score.Features(sums, features);
                float[] row = [1, .. features.Select(f => (float)f), (float)score.Size(cities[city])];
                _rows.Add(row);
                _outcomes.Add((reader.AnyLethal(day, day + (int)Horizon.Days30), reader.AnyLethal(day, day + (int)Horizon.Days7)));
            }

            progress((city + 1.0) / cities.Count);
        }

        float weight = (float)(FitPlan.RegionWeight / Math.Max(1, _rows.Count - start));
        for (int row = start; row < _rows.Count; row++) _weights.Add(weight);
    }
}
