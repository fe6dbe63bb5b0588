using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Recalibration;

// The folds of a ledger's countries, each made when it is first asked for and brought up to date with the ledger at every question.
// Not thread safe: the ledger locks.
internal sealed class Recalibrator(ForecastParameters parameters, KernelLayout layout, CityTable cities, FlatSeries series)
{
    private readonly LogitScore _score = new(parameters, layout);
    private readonly CountryFold?[] _countries = new CountryFold?[cities.Countries];
    private readonly int[] _places = Places(cities);

    public (Adjustment Days30, Adjustment Days7) At(int city, int day) => Of(city).At(_places[city], day);

    public (ForecastSkill Days30, ForecastSkill Days7) SkillAt(int city, int day) => Of(city).SkillAt(_places[city], day);

    private CountryFold Of(int city)
    {
        int country = cities.CountryOf(city);
        if (_countries[country] is not { } fold)
        {
            int[] members = [.. cities.CitiesOf(country)];
            fold = new CountryFold(parameters, _score, layout, Array.ConvertAll(members, c => cities[c]), Array.ConvertAll(members, series.All));
            _countries[country] = fold;
            series.TakeChange(country);
        }
        else if (series.TakeChange(country) is not int.MaxValue and var changed)
        {
            fold.Return(changed);
        }

        return fold;
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
