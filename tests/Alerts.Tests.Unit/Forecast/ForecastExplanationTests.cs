using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using FsCheck.Xunit;
using Xunit;
using static Alerts.Tests.Unit.Forecast.ForecastFacts;

namespace Alerts.Tests.Unit.Forecast;

public sealed class ForecastExplanationTests
{
    [Fact]
    public void Explain_TwoIncidents_NamesTheNearerInTimeFirst()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("old", Bamako, 9, Day.AddDays(-60)));
        ledger.Put(Event("new", Bamako, 40, Day));
        ForecastExplanation why = new Forecaster(ledger).Explain(Bamako.GeonameId, Morning(Day.AddDays(1)), TimeSpan.Zero, Horizon.Days30);
        Assert.Equal(["new", "old"], why.Incidents.Select(i => i.IncidentId));
        Assert.Equal(40, why.Incidents[0].Km, 0.01);
        Assert.Equal(1, why.Incidents.Sum(i => i.Share), 1e-12);
        Assert.Equal(0, why.OtherIncidentCount);
        Assert.Equal(Day, why.Forecast.LastLethalDay);
    }

    [Fact]
    public void Explain_TwoIncidentsOfOneDayAndRing_ShareEvenlyAndNeitherChangesTheEventTermsAlone()
    {
        EventLedger ledger = NewLedger();
        ledger.Put(Event("a", Bamako, 9, Day));
        ledger.Put(Event("b", Bamako, 13, Day));
        ForecastExplanation why = new Forecaster(ledger).Explain(Bamako.GeonameId, Morning(Day.AddDays(1)), TimeSpan.Zero, Horizon.Days30);
        Assert.All(why.Incidents, i => Assert.Equal(0.5, i.Share, 1e-12));
        Assert.All(why.Incidents, i => Assert.Equal(why.Forecast.P, i.PWithout));
    }

    [Property(MaxTest = 60)]
    public void Explain_AnyLedger_PartsSumToTheLogitAndCounterfactualsAreRecomputed(int seed)
    {
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 40);
        EventLedger ledger = NewLedger();
        foreach (LedgerEvent one in events) ledger.Put(one);
        ForecastExplanation why = new Forecaster(ledger).Explain(Bamako.GeonameId, at, TimeSpan.Zero, Horizon.Days30, top: 7);

        double parts = why.Intercept + why.Population + why.CountryTrend + why.Climatology + why.Surroundings + why.Background + why.OtherIncidents
            + why.Incidents.Sum(i => i.Contribution);
        Assert.Equal(why.Forecast.Logit, parts, 1e-9);
        Assert.Equal(why.Forecast.Logit, why.Forecast.Terms.Sum(t => t.Contribution), 1e-9);
        Assert.Equal(why.Forecast.P, 1 / (1 + Math.Exp(-why.Forecast.Logit)), 1e-12);
        Assert.True(why.Incidents.Sum(i => i.BackgroundContribution) <= why.Background + 1e-9);
        Assert.All(why.Incidents, share => Assert.True(share.PWithout <= why.Forecast.P));
    }

    [Property(MaxTest = 60)]
    public void Explain_AnyLedger_CounterfactualsAreWhatALedgerWithoutThemSays(int seed)
    {
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 40);
        EventLedger ledger = NewLedger();
        foreach (LedgerEvent one in events) ledger.Put(one);
        // Without the recalibration, which a counterfactual leaves as it is.
        var formula = new Forecaster(ledger, recalibrated: false);
        ForecastExplanation why = formula.Explain(Bamako.GeonameId, at, TimeSpan.Zero, Horizon.Days30, top: 7);
        foreach (IncidentShare share in why.Incidents)
        {
            ledger.Remove(share.IncidentId);
            Assert.Equal(formula.Score(Bamako.GeonameId, at, TimeSpan.Zero, Horizon.Days30).P, share.PWithout);
            ledger.Put(events.Single(e => e.IncidentId == share.IncidentId));
        }
    }

    [Property(MaxTest = 40)]
    public void Explain_EveryIncidentListed_LeavesNothingOver(int seed)
    {
        (LedgerEvent[] events, DateTimeOffset at) = RandomLedger.Of(seed, 30);
        EventLedger ledger = NewLedger();
        foreach (LedgerEvent one in events) ledger.Put(one);
        ForecastExplanation why = new Forecaster(ledger).Explain(Bamako.GeonameId, at, TimeSpan.Zero, Horizon.Days30, top: 100);
        Assert.Equal(0, why.OtherIncidents, 1e-9);
        Assert.Equal(why.Background, why.Incidents.Sum(i => i.BackgroundContribution), 1e-9);
    }
}
