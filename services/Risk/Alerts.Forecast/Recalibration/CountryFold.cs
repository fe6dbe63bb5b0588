using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Recalibration;

/// <summary>
/// What one country's past forecasts have taught, folded from Monday to Monday over the ledger. What a Monday is told depends on days
/// before it alone. So it is a cache: a change of a past day takes it back to the last Monday that the change cannot touch, and the
/// fold over from there gives the bits that a fold over a sorted history gives.
/// </summary>
internal sealed partial class CountryFold
{
    // Steps between two states that are kept to return to, besides the last two.
    private const int KeptEvery = 52;

    private readonly double[] _sizes;
    private readonly DaySeries?[][] _series;
    private readonly CityReader[] _readers;
    private readonly LogitScore _score;
    private readonly KernelLayout _layout;
    private readonly ForecastParameters _parameters;
    private readonly double[] _sums;
    private readonly double[] _features;
    private readonly List<(int Steps, (HorizonFilter, CityRecords) Days30, (HorizonFilter, CityRecords) Days7)> _kept = [];
    private HorizonFold _days30;
    private HorizonFold _days7;
    private int _steps;
    private int? _firstWeek;

    public CountryFold(ForecastParameters parameters, LogitScore score, KernelLayout layout, ScoredCity[] cities, DaySeries?[][] series)
        : this(parameters, score, layout, Array.ConvertAll(cities, score.Size), series)
    {
    }

    private CountryFold(ForecastParameters parameters, LogitScore score, KernelLayout layout, double[] sizes, DaySeries?[][] series)
    {
        _sizes = sizes;
        _series = series;
        _readers = Array.ConvertAll(series, rings => new CityReader(rings, layout));
        _score = score;
        _layout = layout;
        _parameters = parameters;
        _sums = new double[layout.Sums];
        _features = new double[parameters.Kernels.Count];
        (_days30, _days7) = Fresh();
        _firstWeek = First();
    }

    // Mondays that are still to be folded before a question about a day is answered with what is known by then.
    public int Behind(int day) => StepOf(day) is { } step ? Math.Max(0, step + 1 - _steps) : 0;

    // Whether a change on a day touches what is folded.
    public bool IsTouchedBy(int changed) => _firstWeek is not { } first || changed < Weeks.Monday(first + 1) || _steps > Sound(first, changed);

    // Another fold over the same series, without what a change on a day touches; this one stays as it is.
    public CountryFold Without(int changed)
    {
        var fork = new CountryFold(_parameters, _score, _layout, _sizes, _series);
        if (_firstWeek is not { } first || changed < Weeks.Monday(first + 1)) return fork;
        int sound = Sound(first, changed);
        fork._kept.AddRange(_kept.Where(kept => kept.Steps <= sound));
        if (fork._kept.Count == 0) return fork;
        (fork._steps, (HorizonFilter, CityRecords) days30, (HorizonFilter, CityRecords) days7) = fork._kept[^1];
        fork._days30 = _days30.Fork(fork._steps, days30.Item1, days30.Item2);
        fork._days7 = _days7.Fork(fork._steps, days7.Item1, days7.Item2);
        return fork;
    }

    // Goes on, by a number of Mondays at most, until a question about a day can be answered.
    public void Advance(int day, int steps)
    {
        if (StepOf(day) is { } step) FoldTo((int)Math.Min(step, (long)_steps + steps - 1));
    }

    // What a city's forecast on a day is adjusted by, for both horizons; by the last Monday that is folded, when later ones are not.
    public (Adjustment Days30, Adjustment Days7) At(int city, int day)
    {
        if (StepOf(day) is not { } step || _steps == 0) return default;
        step = Math.Min(step, _steps - 1);
        return (_days30.At(city, step), _days7.At(city, step));
    }

    // How good the forecasts of a city were; known for the last Monday only.
    public (ForecastSkill Days30, ForecastSkill Days7) SkillAt(int city, int day)
    {
        if (StepOf(day) is not { } step || step < _steps - 1) return default;
        return (new ForecastSkill(_days30.Skill(city), _days30.CountrySkill), new ForecastSkill(_days7.Skill(city), _days7.CountrySkill));
    }

    // Steps that a change on a day leaves as they are.
    private static int Sound(int firstWeek, int changed) => Weeks.Of(changed) - firstWeek + 1;

    private int? StepOf(int day) => _firstWeek is { } first && Weeks.Of(day) >= first ? Weeks.Of(day) - first : null;

    private void FoldTo(int step)
    {
        while (_steps <= step)
        {
            Step(_steps++);
            if (_steps % KeptEvery != 0 && _steps < step) continue;
            _kept.RemoveAll(kept => kept.Steps % KeptEvery != 0 && kept.Steps < _steps - 1);
            _kept.Add((_steps, _days30.Keep(), _days7.Keep()));
        }
    }

    private void Step(int step)
    {
        int monday = Weeks.Monday(_firstWeek!.Value + step);
        foreach (HorizonFold fold in (ReadOnlySpan<HorizonFold>)[_days30, _days7])
        {
            int origin = monday - (fold.Lag * Weeks.Days);
            fold.Resolve(step, city => _readers[city].AnyLethal(origin, origin + fold.Weights.Days));
            fold.Tell(step);
        }

        for (int city = 0; city < _sizes.Length; city++)
        {
            if (!_readers[city].Read(monday, _sums))
            {
                _days30.WaitUntouched(city, step);
                _days7.WaitUntouched(city, step);
                continue;
            }

            _score.Features(_sums, _features);
            _days30.Wait(city, step, _days30.Weights.Logit(_features, _sizes[city]));
            _days7.Wait(city, step, _days7.Weights.Logit(_features, _sizes[city]));
        }
    }

    private (HorizonFold, HorizonFold) Fresh() =>
        (new HorizonFold(_parameters, _parameters.For(Horizon.Days30), _sizes), new HorizonFold(_parameters, _parameters.For(Horizon.Days7), _sizes));

    // Nothing is known before the first lethal event near any of the cities.
    private int? First() => _readers.Min(reader => reader.FirstDay) is { } day ? Weeks.Of(day) : null;
}
