namespace Alerts.Forecast.Ledger;

// The series of a ledger without a parent. Not thread safe: the ledger locks.
internal sealed class FlatSeries(CityTable cities, SeriesFactory factory) : ISeriesSource
{
    private readonly DaySeries?[] _cities = new DaySeries?[cities.Count * Rings.Count];
    private readonly Dictionary<string, DaySeries> _countries = new(StringComparer.Ordinal);
    private readonly List<(int City, Ring Ring)> _touched = [];

    public DaySeries? City(int index, Ring ring) => _cities[(index * Rings.Count) + (int)ring];

    public DaySeries? Country(string code) => _countries.GetValueOrDefault(code);

    public void Apply(Entry entry, int sign)
    {
        cities.Collect(entry, _touched);
        foreach ((int city, Ring ring) in _touched)
            (_cities[(city * Rings.Count) + (int)ring] ??= factory.ForCity(ring)).Add(entry.Day, sign);
        if (!entry.Event.Lethal) return;
        if (!_countries.TryGetValue(entry.Event.CountryCode, out DaySeries? country))
            _countries.Add(entry.Event.CountryCode, country = factory.ForCountry());
        country.Add(entry.Day, sign);
    }
}
