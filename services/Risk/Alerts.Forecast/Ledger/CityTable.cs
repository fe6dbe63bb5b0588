namespace Alerts.Forecast.Ledger;

// The cities of a ledger by position in their list, by id and by cell. Immutable but for its scratch list: used under the ledger's lock.
internal sealed class CityTable
{
    private readonly ScoredCity[] _cities;
    private readonly UnitVector[] _vectors;
    private readonly Dictionary<int, int> _byId;
    private readonly Dictionary<int, int[]> _byCell;
    private readonly int[] _countryOf;
    private readonly int[][] _byCountry;
    private readonly List<int> _cells = [];

    public CityTable(IEnumerable<ScoredCity> cities)
    {
        _cities = [.. cities];
        _byId = new Dictionary<int, int>(_cities.Length);
        for (int i = 0; i < _cities.Length; i++)
        {
            if (!_cities[i].Point.IsValid)
                throw new ArgumentException($"City {_cities[i].GeonameId} has no valid point.", nameof(cities));
            if (!_byId.TryAdd(_cities[i].GeonameId, i))
                throw new ArgumentException($"City {_cities[i].GeonameId} is listed twice.", nameof(cities));
        }

        _vectors = Array.ConvertAll(_cities, city => UnitVector.Of(city.Point));
        _byCell = Enumerable.Range(0, _cities.Length).GroupBy(i => Cells.Of(_cities[i].Point)).ToDictionary(cell => cell.Key, cell => cell.ToArray());
        _byCountry = [.. Enumerable.Range(0, _cities.Length).GroupBy(i => _cities[i].CountryCode).Select(country => country.ToArray())];
        _countryOf = new int[_cities.Length];
        for (int country = 0; country < _byCountry.Length; country++)
        {
            foreach (int city in _byCountry[country]) _countryOf[city] = country;
        }
    }

    public IReadOnlyList<ScoredCity> All => _cities;

    public int Count => _cities.Length;

    public int Countries => _byCountry.Length;

    public ScoredCity this[int index] => _cities[index];

    public UnitVector Vector(int index) => _vectors[index];

    // The country of a city, as a position that stands for it in this table.
    public int CountryOf(int index) => _countryOf[index];

    public ReadOnlySpan<int> CitiesOf(int country) => _byCountry[country];

    public bool TryIndex(int geonameId, out int index) => _byId.TryGetValue(geonameId, out index);

    // Cities that an entry touches, each with the ring, in a list that the next call overwrites.
    public void Collect(Entry entry, List<(int City, Ring Ring)> touched)
    {
        touched.Clear();
        Cells.Collect(entry.Event.Point, Rings.ReachKm(entry.Event.Lethal), _cells);
        foreach (int cell in _cells)
        {
            if (!_byCell.TryGetValue(cell, out int[]? indexes)) continue;
            foreach (int index in indexes)
            {
                if (Rings.Of(_vectors[index], entry) is { } ring) touched.Add((index, ring));
            }
        }
    }
}
