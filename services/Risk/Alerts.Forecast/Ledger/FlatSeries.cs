namespace Alerts.Forecast.Ledger;

// The series of a ledger without a parent. Those of a city are made from the entries around it at the first reading and follow every change
// from then on: of the world's cities few are ever read, and a long history is put in at once. Not thread safe: the ledger locks.
internal sealed class FlatSeries : ISeriesSource
{
    private readonly CityTable _table;
    private readonly EntryTable _entries;
    private readonly SeriesFactory _factory;
    private readonly DaySeries?[]?[] _cities;
    private readonly int[] _changedFrom;
    private readonly DayChanges[] _changes;
    private readonly List<(int City, Ring Ring)> _touched = [];
    private readonly DayTally[] _tallies = [.. Enumerable.Range(0, Rings.Count).Select(_ => new DayTally())];
    private bool _anyMade;

    public FlatSeries(CityTable cities, EntryTable entries, SeriesFactory factory)
    {
        _table = cities;
        _entries = entries;
        _factory = factory;
        _cities = new DaySeries?[]?[cities.Count];
        _changedFrom = new int[cities.Countries];
        Array.Fill(_changedFrom, int.MaxValue);
        _changes = [.. _changedFrom.Select(_ => new DayChanges())];
    }

    public DaySeries? City(int index, Ring ring) => All(index)[(int)ring];

    // The series of a city by ring; one that has had no day yet is null.
    public DaySeries?[] All(int index) => _cities[index] ??= Make(index);

    public void Apply(Entry entry, int sign)
    {
        if (!_anyMade) return;
        _table.Collect(entry, _touched);
        foreach ((int city, Ring ring) in _touched)
        {
            int country = _table.CountryOf(city);
            _changedFrom[country] = Math.Min(_changedFrom[country], entry.Day);
            _changes[country].Add(entry.Day);
            if (_cities[city] is { } rings) Add(rings, ring, entry.Day, sign);
        }
    }

    // The earliest day on which anything around a country's cities has changed since this was last asked; int.MaxValue when nothing has.
    public int TakeChange(int country)
    {
        int from = _changedFrom[country];
        _changedFrom[country] = int.MaxValue;
        return from;
    }

    public long ChangesUpTo(int index, int day) => _changes[_table.CountryOf(index)].UpTo(day);

    private DaySeries?[] Make(int index)
    {
        _anyMade = true;
        var rings = new DaySeries?[Rings.Count];
        _entries.Tally(_table[index].Point, _table.Vector(index), _tallies);
        for (Ring ring = 0; (int)ring < Rings.Count; ring++)
        {
            if (_tallies[(int)ring].Take() is { } tally) rings[(int)ring] = _factory.ForCity(ring, tally.Days, tally.Counts);
        }

        return rings;
    }

    private void Add(DaySeries?[] rings, Ring ring, int day, int sign) => (rings[(int)ring] ??= _factory.ForCity(ring)).Add(day, sign);
}
