using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Recalibration;

// One horizon of a country's fold: the filter, the records of the cities, and what each Monday of the past was told.
internal sealed class HorizonFold(ForecastParameters parameters, HorizonParameters horizon, double[] sizes)
{
    private readonly RecalibrationParameters _prior = parameters.Recalibration;
    private readonly List<(double Intercept, double Slope)> _told = [];

    // Per city the Mondays, rising, on which it leant on its long-term rate, with the logit of that rate. Most have none.
    private readonly List<(int Step, double Logit)>?[] _leans = new List<(int, double)>?[sizes.Length];
    private readonly (double Logit, double Bend)[] _untouched = Array.ConvertAll(sizes, size => Untouched(parameters, horizon, size));
    private readonly double[] _logits = new double[sizes.Length];
    private readonly double[] _bends = new double[sizes.Length];
    private readonly bool[] _outcomes = new bool[sizes.Length];
    private HorizonFilter _filter = new(parameters.Recalibration);
    private CityRecords _records = new(sizes.Length, Weeks.Lag(horizon.Days));
    private double? _countrySkill;

    public RawWeights Weights { get; } = new(horizon);

    public int Lag { get; } = Weeks.Lag(horizon.Days);

    // Of the last step; summed up at the first question after it.
    public double? CountrySkill => _countrySkill ??= _records.CountrySkill();

    public double? Skill(int city) => _records.Skill(city);

    // Takes in what has resolved by the Monday of a step. happened: whether a city was hit within the horizon of an earlier step.
    public void Resolve(int step, Func<int, bool> happened)
    {
        int origin = step - Lag;
        if (origin < 0) return;
        _filter.Forget(_prior);
        double countryRate = _records.CountryRate();
        for (int city = 0; city < sizes.Length; city++)
        {
            _logits[city] = _records.Logit(city, origin);
            _bends[city] = _records.Bend(city, origin);
            _outcomes[city] = happened(city);
            double calibrated = _logits[city] + _told[origin].Intercept + (_told[origin].Slope * _bends[city]);
            _records.Resolve(city, LogitScore.Probability(calibrated), _records.LongTermRate(city, countryRate), _outcomes[city]);
        }

        _records.EndStep();
        _filter.Learn(_logits, _bends, _outcomes, _prior.OutcomeWeight);
    }

    // Tells a Monday what has been learnt by then. Resolve comes first, and the waiting logits after.
    public void Tell(int step)
    {
        _countrySkill = null;
        _told.Add((_filter.Intercept, _filter.Slope));
        double countryRate = _records.CountryRate();
        for (int city = 0; city < sizes.Length; city++)
        {
            if (_records.Skill(city) is not <= 0) continue;
            double rate = _records.LongTermRate(city, countryRate);
            (_leans[city] ??= []).Add((step, Math.Log(rate / (1 - rate))));
        }
    }

    public void Wait(int city, int step, double logit) => _records.Wait(city, step, logit, HorizonFilter.Bend(logit, _prior.Hinge));

    // A city that nothing has touched yet: the same every week.
    public void WaitUntouched(int city, int step) => _records.Wait(city, step, _untouched[city].Logit, _untouched[city].Bend);

    public Adjustment At(int city, int step) => new(_told[step].Intercept, _told[step].Slope, _prior.Hinge, Lean(city, step));

    // A fold that stands where this one did after a number of steps, by what was kept then, and goes on by itself.
    public HorizonFold Fork(int steps, HorizonFilter filter, CityRecords records)
    {
        var fork = new HorizonFold(parameters, horizon, sizes);
        fork._told.AddRange(_told.Take(steps));
        for (int city = 0; city < sizes.Length; city++)
        {
            if (_leans[city] is { } leans) fork._leans[city] = [.. leans.Where(lean => lean.Step < steps)];
        }

        fork.Return(steps, filter, records);
        return fork;
    }

    public (HorizonFilter Filter, CityRecords Records) Keep() => (_filter, _records.Copy());

    // Goes back to what was kept after a number of steps.
    public void Return(int steps, HorizonFilter filter, CityRecords records)
    {
        _filter = filter;
        _countrySkill = null;
        _records = records.Copy();
        _told.RemoveRange(steps, _told.Count - steps);
        foreach (List<(int Step, double Logit)>? lean in _leans) lean?.RemoveAll(l => l.Step >= steps);
    }

    // What was told, and the states that are given.
    public void Write(BinaryWriter to, IReadOnlyList<(HorizonFilter Filter, CityRecords Records)> kept)
    {
        to.Write(_told.Count);
        foreach ((double intercept, double slope) in _told)
        {
            to.Write(intercept);
            to.Write(slope);
        }

        foreach (List<(int Step, double Logit)>? leans in _leans)
        {
            to.Write(leans?.Count ?? 0);
            foreach ((int step, double logit) in leans ?? [])
            {
                to.Write(step);
                to.Write(logit);
            }
        }

        foreach ((HorizonFilter filter, CityRecords records) in kept)
        {
            filter.Write(to);
            records.Write(to);
        }
    }

    // Into a fresh fold, which stands where the last of the states did then.
    public (HorizonFilter Filter, CityRecords Records)[] Read(BinaryReader from, int states)
    {
        for (int left = from.ReadInt32(); left > 0; left--) _told.Add((from.ReadDouble(), from.ReadDouble()));
        for (int city = 0; city < sizes.Length; city++)
        {
            for (int left = from.ReadInt32(); left > 0; left--) (_leans[city] ??= []).Add((from.ReadInt32(), from.ReadDouble()));
        }

        var kept = new (HorizonFilter, CityRecords)[states];
        for (int i = 0; i < states; i++)
        {
            var filter = HorizonFilter.Read(from);
            var records = new CityRecords(sizes.Length, Lag);
            records.Read(from);
            kept[i] = (filter, records);
        }

        Return(_told.Count, kept[^1].Item1, kept[^1].Item2);
        return kept;
    }

    // Nearly all questions are about the last steps.
    private double? Lean(int city, int step)
    {
        if (_leans[city] is not { } leans) return null;
        int at = leans.Count - 1;
        while (at >= 0 && leans[at].Step > step) at--;
        return at >= 0 && leans[at].Step == step ? leans[at].Logit : null;
    }

    private static (double Logit, double Bend) Untouched(ForecastParameters parameters, HorizonParameters horizon, double size)
    {
        double logit = new RawWeights(horizon).Logit(new double[parameters.Kernels.Count], size);
        return (logit, HorizonFilter.Bend(logit, parameters.Recalibration.Hinge));
    }
}
