namespace Alerts.Forecast.Ledger;

// The series of a ledger that lies over a parent: untouched ones are the parent's own. Not thread safe: the ledger locks.
internal sealed class OverlaySeries(CityTable cities, SeriesFactory factory, FlatSeries parent) : ISeriesSource
{
    private readonly Dictionary<(int City, Ring Ring), LaidOver> _cities = [];
    private readonly HashSet<int> _differing = [];
    private readonly List<(int City, Ring Ring)> _touched = [];
    private readonly DayChanges _changes = new();

    // Whether anything was ever laid over the series of a city.
    public bool Differs(int index) => _differing.Contains(index);

    public DaySeries? City(int index, Ring ring) =>
        !Differs(index) ? parent.City(index, ring) : _cities.TryGetValue((index, ring), out LaidOver? over) ? over.Merged() : parent.City(index, ring);

    public void Apply(Entry entry, int sign)
    {
        _changes.Add(entry.Day);
        cities.Collect(entry, _touched);
        foreach ((int city, Ring ring) in _touched)
        {
            if (!_cities.TryGetValue((city, ring), out LaidOver? over))
                _cities.Add((city, ring), over = new LaidOver(() => parent.City(city, ring), () => factory.ForCity(ring)));
            over.Add(entry.Day, sign);
            _differing.Add(city);
        }
    }

    public long ChangesUpTo(int index, int day) => parent.ChangesUpTo(index, day) + _changes.UpTo(day);
}
