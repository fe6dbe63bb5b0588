namespace Alerts.Forecast.Ledger;

// The series of a ledger without a parent. Those of a city are made from the entries around it at the first reading and follow every change
// from then on: of the world's cities few are ever read, and a long history is put in at once. Not thread safe: the ledger locks.
internal sealed class FlatSeries(CityTable cities, EntryTable entries, SeriesFactory factory) : ISeriesSource
{
    private readonly DaySeries?[]?[] _cities = new DaySeries?[]?[cities.Count];
    private readonly Dictionary<string, DaySeries> _countries = new(StringComparer.Ordinal);
    private readonly List<(int City, Ring Ring)> _touched = [];
    private readonly List<Entry> _near = [];
    private bool _anyMade;

    public DaySeries? City(int index, Ring ring) => (_cities[index] ??= Make(index))[(int)ring];

    public DaySeries? Country(string code) => _countries.GetValueOrDefault(code);

    public void Apply(Entry entry, int sign)
    {
        if (_anyMade)
        {
            cities.Collect(entry, _touched);
            foreach ((int city, Ring ring) in _touched)
            {
                if (_cities[city] is { } rings) Add(rings, ring, entry.Day, sign);
            }
        }

        if (!entry.Event.Lethal) return;
        if (!_countries.TryGetValue(entry.Event.CountryCode, out DaySeries? country))
            _countries.Add(entry.Event.CountryCode, country = factory.ForCountry());
        country.Add(entry.Day, sign);
    }

    private DaySeries?[] Make(int index)
    {
        _anyMade = true;
        var rings = new DaySeries?[Rings.Count];
        _near.Clear();
        entries.Collect(cities[index].Point, Rings.NonLethalKm, _near);

        // In order of days a series grows at its end only.
        _near.Sort(static (a, b) => a.Day.CompareTo(b.Day));
        foreach (Entry entry in _near)
        {
            if (Rings.Of(cities.Vector(index), entry) is { } ring) Add(rings, ring, entry.Day, +1);
        }

        return rings;
    }

    private void Add(DaySeries?[] rings, Ring ring, int day, int sign) => (rings[(int)ring] ??= factory.ForCity(ring)).Add(day, sign);
}
