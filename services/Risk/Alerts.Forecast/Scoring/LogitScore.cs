using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.Scoring;

// The formula of ForecastParameters, term by term.
internal static class LogitScore
{
    public static ForecastTerm[] Terms(ForecastParameters p, HorizonParameters weights, ScoredCity city, CityState state)
    {
        var terms = new ForecastTerm[p.EventHalfLivesDays.Count + p.CountryHalfLivesDays.Count + 3];
        int next = 0;
        terms[next++] = new ForecastTerm(TermKind.Intercept, null, 1, weights.Intercept);
        for (int i = 0; i < p.EventHalfLivesDays.Count; i++)
        {
            double e = state.Events[i];
            terms[next++] = new ForecastTerm(TermKind.Events, p.EventHalfLivesDays[i], e, weights.Events[i] * Math.Log(1 + (p.EventScale * e)));
        }

        int places = p.ScoredCitiesOf(city.CountryCode);
        for (int i = 0; i < p.CountryHalfLivesDays.Count; i++)
        {
            double c = state.Countries[i] / places;
            terms[next++] = new ForecastTerm(TermKind.Country, p.CountryHalfLivesDays[i], c, weights.Countries[i] * Math.Log(1 + (p.CountryScale * c)));
        }

        double size = city.Population > 0 ? Math.Log10(city.Population) - p.PopulationCentreLog10 : 0;
        terms[next++] = new ForecastTerm(TermKind.Population, null, size, weights.Population * size);
        double n = state.NonLethal;
        terms[next] = new ForecastTerm(TermKind.NonLethal, p.NonLethalHalfLifeDays, n, weights.NonLethal * Math.Log(1 + (p.NonLethalScale * n)));
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
