using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Recalibration;

// The folds of a ledger's countries, each brought up to date with the ledger at every question, or, apart, by Work. Not thread safe: the ledger locks.
internal sealed class Recalibrator
{
    // What one piece of work may take: some milliseconds. A city's week takes a microsecond or two, and its series some hundred.
    private const int CityWeeksAtOnce = 2_000;
    private const int SeriesAtOnce = 16;

    private readonly ForecastParameters _parameters;
    private readonly LogitScore _score;
    private readonly KernelLayout _layout;
    private readonly CityTable _cities;
    private readonly FlatSeries _series;
    private readonly CountryCourse[] _countries;
    private readonly int[] _places;
    private readonly Lazy<byte[]> _identity;
    private readonly bool _apart;

    public Recalibrator(ForecastParameters parameters, KernelLayout layout, CityTable cities, FlatSeries series, bool apart)
    {
        _parameters = parameters;
        _score = new LogitScore(parameters, layout);
        _layout = layout;
        _cities = cities;
        _series = series;
        _identity = new Lazy<byte[]>(() => FoldIdentity.Of(parameters));
        _apart = apart;
        _places = Places(cities);
        _countries = [.. Enumerable.Range(0, cities.Countries).Select(Course)];
    }

    public Taught At(int city, int day) => Of(_cities.CountryOf(city)).At(_places[city], day);

    // Grows whenever what is said of a city's country may differ though nothing new has happened there.
    public long RevisionOf(int city) => _apart ? Of(_cities.CountryOf(city)).Revision : 0;

    // Goes on with the country of a city, for some milliseconds. Answers whether there was anything to do.
    public bool Work(int city, int day)
    {
        int country = _cities.CountryOf(city);
        return Of(country).Work(day, Math.Max(1, CityWeeksAtOnce / _cities.CitiesOf(country).Length));
    }

    // What an earlier start had learnt about a city's country.
    public void Offer(int city, byte[] state) => Of(_cities.CountryOf(city)).Offer(state);

    // What is learnt about a city's country by a day, when it has not been given out yet.
    public byte[]? Save(int city, int day) => Of(_cities.CountryOf(city)).Save(day);

    private CountryCourse Of(int country)
    {
        CountryCourse course = _countries[country];
        if (_series.TakeChange(country) is not int.MaxValue and var changed) course.Change(changed);
        return course;
    }

    private CountryCourse Course(int country)
    {
        int prepared = 0;
        return new CountryCourse(Start, Prepare, _identity, _apart);

        CountryFold Start()
        {
            int[] members = [.. _cities.CitiesOf(country)];
            var fold = new CountryFold(_parameters, _score, _layout, Array.ConvertAll(members, c => _cities[c]), Array.ConvertAll(members, _series.All));
            _series.TakeChange(country);
            return fold;
        }

        bool Prepare()
        {
            ReadOnlySpan<int> members = _cities.CitiesOf(country);
            for (int i = 0; i < SeriesAtOnce && prepared < members.Length; i++) _series.All(members[prepared++]);
            return prepared < members.Length;
        }
    }

    // Where each city stands among those of its country.
    private static int[] Places(CityTable cities)
    {
        var places = new int[cities.Count];
        for (int country = 0; country < cities.Countries; country++)
        {
            int place = 0;
            foreach (int city in cities.CitiesOf(country)) places[city] = place++;
        }

        return places;
    }
}
