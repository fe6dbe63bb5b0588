using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Xunit;
using static Alerts.Tests.Unit.Forecast.ForecastFacts;

namespace Alerts.Tests.Unit.Forecast;

public sealed class ExplanationTextTests
{
    [Theory]
    [InlineData(ExplanationLanguage.English, "The deadly attack of 2024-09-17, 9 km away, counts: without it <1 %.", "Attacks 50 to 200 km away raise it.")]
    [InlineData(ExplanationLanguage.French, "L'attaque meurtrière du 2024-09-17, à 9 km, compte : sans elle <1 %.", "Des attaques entre 50 et 200 km l'augmentent.")]
    public void Of_OneNearAndSomeFarAttacks_NamesTheNearOneAndTheSurroundings(ExplanationLanguage language, string near, string far)
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("near", Bamako, 9, Day));
        string quiet = ExplanationText.Of(Why(ledger, Bamako), language);
        Assert.Contains(near, quiet, StringComparison.Ordinal);
        Assert.DoesNotContain(far, quiet, StringComparison.Ordinal);
        for (int day = 0; day < 20; day++)
        {
            ledger.Put(Event($"fringe-{day}", Bamako, 80, Day.AddDays(-day)));
            ledger.Put(Event($"region-{day}", Bamako, 150, Day.AddDays(-day)));
        }

        Assert.Contains(far, ExplanationText.Of(Why(ledger, Bamako), language), StringComparison.Ordinal);
    }

    private static ForecastExplanation Why(EventLedger ledger, ScoredCity city) =>
        new Forecaster(ledger).Explain(city.GeonameId, Morning(Day.AddDays(1)), TimeSpan.Zero, Horizon.Days30);
}
