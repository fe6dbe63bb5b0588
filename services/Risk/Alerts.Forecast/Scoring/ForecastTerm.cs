namespace Alerts.Forecast.Scoring;

/// <summary>One term of a score.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="HalfLifeDays">Half-life of its decay, days; null for terms that do not decay.</param>
/// <param name="State">
/// What the term is made from: decayed event-days, decayed events per scored place of the country, log10 population less the centre, or
/// decayed events; 1 for the intercept. At least 0 except for the population.
/// </param>
/// <param name="Contribution">What it adds to the logit.</param>
public readonly record struct ForecastTerm(TermKind Kind, double? HalfLifeDays, double State, double Contribution);
