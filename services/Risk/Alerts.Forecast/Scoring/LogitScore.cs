using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.Scoring;

// The formula of ForecastParameters, term by term. What the horizons share, the logarithms, is computed once per city.
internal sealed class LogitScore
{
    private readonly List<(TermKind Kind, double? HalfLifeDays, double State, double Feature)> _features;

    public LogitScore(ForecastParameters p, ScoredCity city, CityState state)
    {
        _features = new(state.Events.Length + state.Countries.Length + 3) { (TermKind.Intercept, null, 1, 1) };
        for (int i = 0; i < state.Events.Length; i++)
            _features.Add((TermKind.Events, p.EventHalfLivesDays[i], state.Events[i], Math.Log(1 + (p.EventScale * state.Events[i]))));
        int places = p.ScoredCitiesOf(city.CountryCode);
        for (int i = 0; i < state.Countries.Length; i++)
        {
            double perPlace = state.Countries[i] / places;
            _features.Add((TermKind.Country, p.CountryHalfLivesDays[i], perPlace, Math.Log(1 + (p.CountryScale * perPlace))));
        }

        double size = city.Population > 0 ? Math.Log10(city.Population) - p.PopulationCentreLog10 : 0;
        _features.Add((TermKind.Population, null, size, size));
        _features.Add((TermKind.NonLethal, p.NonLethalHalfLifeDays, state.NonLethal, Math.Log(1 + (p.NonLethalScale * state.NonLethal))));
    }

    public ForecastTerm[] Terms(HorizonParameters weights)
    {
        var terms = new ForecastTerm[_features.Count];
        int events = 0;
        int countries = 0;
        for (int i = 0; i < terms.Length; i++)
        {
            (TermKind kind, double? halfLife, double state, double feature) = _features[i];
            double weight = kind switch
            {
                TermKind.Intercept => weights.Intercept,
                TermKind.Events => weights.Events[events++],
                TermKind.Country => weights.Countries[countries++],
                TermKind.Population => weights.Population,
                _ => weights.NonLethal,
            };
            terms[i] = new ForecastTerm(kind, halfLife, state, weight * feature);
        }

        return terms;
    }

    public static double Logit(ForecastTerm[] terms)
    {
        double logit = 0;
        foreach (ForecastTerm term in terms) logit += term.Contribution;
        return logit;
    }

    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));
}
