using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.BackTest;

/// <summary>What a back-test was told, beside what came true.</summary>
/// <param name="Cities">The cities.</param>
/// <param name="Events">What happened, by day.</param>
/// <param name="Origins">The origins, seven days apart.</param>
/// <param name="Forecasts">Probabilities, by origin and then by city, each above 0 and below 1.</param>
/// <param name="Horizon">How far each looked ahead.</param>
public sealed record BackTestOutcome(
    IReadOnlyList<ScoredCity> Cities,
    IReadOnlyList<LedgerEvent> Events,
    IReadOnlyList<DateOnly> Origins,
    IReadOnlyList<double[]> Forecasts,
    Horizon Horizon)
{
    /// <summary>Scores the forecasts and the baselines on the origins whose horizon was over by the last day with an event.</summary>
    /// <returns>The forecast first, then the baselines; empty when no horizon was over.</returns>
    public IReadOnlyList<ModelScore> Score() => new Scorer(this).Scores();
}
